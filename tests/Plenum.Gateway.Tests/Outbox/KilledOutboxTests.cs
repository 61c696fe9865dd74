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
        for (var life = 1; life <= 5; life++)
        {
            var reported = await StoreUntilKilledAsync(300);

            await using var outbox = SqliteOutbox.Open(_folder.Path, Messages.Ample, TimeProvider.System, new LogRecorder<SqliteOutbox>());
            Assert.Empty(reported.Except(outbox.Numbers()));
            // The next life numbers its messages from 1 again.
            outbox.Delete([.. outbox.Read(0, int.MaxValue).Select(stored => stored.Id)]);
        }
    }

    /// <summary>Runs the storing process, kills it after as many reports, and gives all that it reported.</summary>
    private async Task<List<int>> StoreUntilKilledAsync(int reports)
    {
        using var storer = Process.Start(new ProcessStartInfo("dotnet", [Path.Combine(AppContext.BaseDirectory, "StoreUntilKilled.dll"), _folder.Path]) { RedirectStandardOutput = true })!;
        List<int> reported = [];
        // What was reported last is what matters: everything up to the end of the stream.
        while (await storer.StandardOutput.ReadLineAsync(TestContext.Current.CancellationToken) is { } line)
        {
            if (reported.Count == reports) storer.Kill(); // SIGKILL
            reported.Add(int.Parse(line.AsSpan("stored ".Length), CultureInfo.InvariantCulture));
        }
        await storer.WaitForExitAsync(TestContext.Current.CancellationToken);
        Assert.True(reported.Count > reports);
        return reported;
    }
}
