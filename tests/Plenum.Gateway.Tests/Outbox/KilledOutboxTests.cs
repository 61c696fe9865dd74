using System.Diagnostics;
using System.Globalization;
using Plenum.Gateway.Outbox;
using Plenum.Gateway.Tests.Support;

namespace Plenum.Gateway.Tests.Outbox;

public sealed class KilledOutboxTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Every_message_that_was_reported_safe_outlives_a_kill()
    {
        for (var life = 1; life <= 3; life++)
        {
            var reported = await StoreUntilKilledAsync(1000);

            await using var outbox = SqliteOutbox.Open(_folder.Path, Messages.Ample, TimeProvider.System, new LogRecorder<SqliteOutbox>());
            Assert.Empty(reported.Except(outbox.Numbers()));
            // The next life numbers its messages from 1 again.
            outbox.Delete([.. outbox.Read(0, int.MaxValue).Select(stored => stored.Id)]);
        }
    }

    /// <summary>Runs the storing process, kills it (SIGKILL) after as many reports, and gives all that it reported.</summary>
    private async Task<List<int>> StoreUntilKilledAsync(int reports)
    {
        using var storer = Process.Start(new ProcessStartInfo("dotnet", [Path.Combine(AppContext.BaseDirectory, "StoreUntilKilled.dll"), _folder.Path]) { RedirectStandardOutput = true })!;
        List<int> reported = [];
        while (await storer.StandardOutput.ReadLineAsync(TestContext.Current.CancellationToken) is { } line)
        {
            // The last line may be cut off by the kill; it then reports nothing.
            if (line.StartsWith("stored ", StringComparison.Ordinal) && reported.Count < reports) reported.Add(int.Parse(line.AsSpan(7), CultureInfo.InvariantCulture));
            if (reported.Count == reports && !storer.HasExited) storer.Kill();
        }
        await storer.WaitForExitAsync(TestContext.Current.CancellationToken);
        Assert.Equal(reports, reported.Count);
        return reported;
    }
}
