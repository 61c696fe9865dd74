using Microsoft.Extensions.Time.Testing;
using Plenum.Gateway.Outbox;
using Plenum.Gateway.Tests.Support;

namespace Plenum.Gateway.Tests.Outbox;

public sealed class DamagedOutboxTests : IDisposable
{
    private const int PageSize = 4096;

    private readonly TemporaryFolder _folder = new();
    private readonly LogRecorder<SqliteOutbox> _log = new();
    private readonly FakeTimeProvider _time = Messages.Clock();

    private string DatabasePath => _folder.File(SqliteOutbox.FileName);

    private string[] SetAside => Directory.GetFiles(_folder.Path, "outbox.db.corrupt-*");

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task A_file_that_is_no_database_is_set_aside_and_a_new_one_begun()
    {
        File.WriteAllText(DatabasePath, new string('x', 10_000));

        await using var outbox = Open();
        await outbox.StoreAsync(_time, 1);

        Assert.Equal([1], outbox.Numbers());
        Assert.Equal(_folder.File("outbox.db.corrupt-20260801T120000000Z"), Assert.Single(SetAside));
        Assert.Equal(new string('x', 10_000), File.ReadAllText(SetAside[0]));
        Assert.Equal(1, _log.Count(4101));
    }

    [Fact]
    public async Task Damage_that_a_read_finds_later_is_set_aside_while_running_and_ids_go_on_growing()
    {
        await FillAsync(1000);
        OverwritePages(from: 8);
        await using var outbox = Open();

        var read = outbox.Read(0, int.MaxValue);
        await Wait.UntilAsync(() => SetAside.Length == 1);
        await outbox.StoreAsync(_time, 2000);

        Assert.Empty(read);
        var stored = Assert.Single(outbox.Read(0, 10));
        Assert.Equal((1001, 2000), (stored.Id, Messages.NumberOf(stored)));
        Assert.Equal((1, 1, 1000), (outbox.State.Waiting, outbox.State.Stored, outbox.State.Dropped));
    }

    [Fact]
    public async Task Damage_in_the_middle_costs_nothing_before_it_is_reached_and_every_message_is_delivered_or_counted()
    {
        await FillAsync(1000);
        OverwritePages(from: 30);
        await using var outbox = Open();
        var delivered = 0;
        for (long after = 0; SetAside.Length == 0;) // as the uplink does: some at a time, each forgotten when it is acknowledged
        {
            var read = outbox.Read(after, 20);
            if (read.Count == 0) await Wait.UntilAsync(() => SetAside.Length == 1);
            if (read.Count == 0) break;
            after = read[^1].Id;
            delivered += read.Count;
            outbox.Delete([.. read.Select(stored => stored.Id)]);
            await Wait.UntilAsync(() => outbox.State.Deleted == delivered || SetAside.Length == 1);
        }
        await Wait.UntilAsync(() => outbox.State.Waiting == 0);
        await outbox.StoreAsync(_time, 2000);

        Assert.True(outbox.State.Deleted > 100, $"only {outbox.State.Deleted} were delivered before the damage");
        Assert.Equal(1000, outbox.State.Deleted + outbox.State.Drops.Damaged);
        Assert.Equal([2000], outbox.Numbers());
        Assert.Equal(1, _log.Count(4101));
    }

    [Fact]
    public async Task Damage_that_a_write_finds_costs_no_message_that_is_being_stored()
    {
        await FillAsync(1000);
        OverwritePages(from: 8);
        await using var outbox = Open();

        outbox.Delete([.. Enumerable.Range(1, 1000).Select(id => (long)id)]);
        await outbox.StoreAsync(_time, 2000);
        await Wait.UntilAsync(() => SetAside.Length == 1 && outbox.State.Waiting == 1);

        Assert.Equal([2000], outbox.Numbers());
        Assert.Null(outbox.State.Problem);
    }

    [Fact]
    public async Task Of_many_damaged_files_the_newest_three_are_kept()
    {
        for (var time = 0; time < 5; time++)
        {
            File.WriteAllText(DatabasePath, $"damage {time}");
            await using var outbox = Open();
            _time.Advance(TimeSpan.FromSeconds(1));
        }

        Assert.Equal(["damage 2", "damage 3", "damage 4"], SetAside.Order().Select(File.ReadAllText));
    }

    private SqliteOutbox Open() => SqliteOutbox.Open(_folder.Path, Messages.Ample, _time, _log);

    private async Task FillAsync(int messages)
    {
        await using var outbox = Open();
        await Task.WhenAll(Enumerable.Range(1, messages).Select(n => outbox.StoreAsync(Messages.Number(n, _time, padding: 200), CancellationToken.None).AsTask()));
    }

    /// <summary>Leaves the first pages as they are (the schema, the roots), and the last (the newest message): opening sees nothing wrong.</summary>
    private void OverwritePages(int from)
    {
        using var file = new FileStream(DatabasePath, FileMode.Open);
        var pages = file.Length / PageSize;
        Assert.True(pages > from + 20);
        for (var page = from; page < pages - 2; page++)
        {
            file.Position = page * PageSize;
            file.Write(Enumerable.Repeat((byte)0xEE, PageSize).ToArray());
        }
    }
}
