using Plenum.Gateway.Outbox;
using Plenum.Gateway.Tests.Support;
using Plenum.TestKit;

namespace Plenum.Gateway.Tests.Outbox;

public sealed class SqliteOutboxTests : OutboxContract, IDisposable
{
    private readonly TemporaryFolder _folder = new();
    private readonly LogRecorder<SqliteOutbox> _log = new();
    private readonly SettableTime _time = Messages.Clock();

    public void Dispose() => _folder.Dispose();

    private protected override IOutbox Open(OutboxLimits limits, TimeProvider time) => SqliteOutbox.Open(_folder.Path, limits, time, _log);

    private protected override int TimesLogged(int id) => _log.Count(id);

    [Fact]
    public async Task What_was_stored_is_there_after_reopening_with_its_ids_and_figures()
    {
        IReadOnlyList<StoredMessage> before;
        await using (var outbox = Open(Messages.Ample, _time))
        {
            await outbox.StoreAsync(_time, 1, 2, 3);
            before = outbox.Read(0, 10);
            outbox.Delete([before[0].Id]);
        }

        await using var again = Open(Messages.Ample, _time);

        Assert.Equal(before.Skip(1).Select(stored => stored.Id), again.Read(0, 10).Select(stored => stored.Id));
        Assert.Equal([2, 3], again.Numbers());
        Assert.Equal(new(Waiting: 2, Stored: 0, Deleted: 0, Drops: default, Bytes: 14, _time.GetUtcNow(), Problem: null), again.State);
    }

    [Fact]
    public async Task Closing_commits_what_was_accepted()
    {
        var outbox = Open(Messages.Ample, _time);
        var stores = Enumerable.Range(1, 1000).Select(n => outbox.StoreAsync(Messages.Number(n, _time), CancellationToken.None).AsTask()).ToArray();
        await outbox.DisposeAsync();
        await Task.WhenAll(stores);

        Assert.Equal(["outbox.db", "outbox.db.lock", "outbox.db.reserve"], Directory.GetFiles(_folder.Path).Select(Path.GetFileName).Order());
        await using var again = Open(Messages.Ample, _time);
        Assert.Equal(Enumerable.Range(1, 1000), again.Numbers());
    }

    [Fact]
    public async Task Ids_grow_over_reopening_an_outbox_that_had_become_empty()
    {
        long before;
        await using (var outbox = Open(Messages.Ample, _time))
        {
            await outbox.StoreAsync(_time, 1, 2, 3);
            var ids = outbox.Read(0, 10).Select(stored => stored.Id).ToArray();
            before = ids[^1];
            outbox.Delete(ids);
        }

        await using var again = Open(Messages.Ample, _time);
        await again.StoreAsync(_time, 4);

        Assert.Equal(before + 1, Assert.Single(again.Read(0, 10)).Id);
    }

    [Fact]
    public async Task The_time_that_a_message_has_waited_counts_on_after_reopening_whatever_the_clock_says_then()
    {
        var limits = Messages.Ample with { MaxAge = TimeSpan.FromHours(1) };
        await using (var outbox = Open(limits, _time))
        {
            await outbox.StoreAsync(_time, 1);
            _time.Advance(TimeSpan.FromMinutes(40));
            await outbox.StoreAsync(_time, 2);
        }
        _time.SetBy(TimeSpan.FromDays(3650));

        await using var again = Open(limits, _time);
        await again.StoreAsync(_time, 3);
        Assert.Equal([1, 2, 3], again.Numbers());
        _time.Advance(TimeSpan.FromMinutes(21));
        await again.StoreAsync(_time, 4);

        Assert.Equal([2, 3, 4], again.Numbers());
    }

    [Fact]
    public async Task A_file_of_the_first_version_is_taken_over_with_what_waits_in_it()
    {
        WriteFirstVersion(_folder.File(SqliteOutbox.FileName));

        await using var outbox = Open(Messages.Ample with { MaxAge = TimeSpan.FromHours(1) }, _time);
        await outbox.StoreAsync(_time, 2);
        Assert.Equal([(7, 1), (8, 2)], outbox.Read(0, 10).Select(stored => (stored.Id, Messages.NumberOf(stored))));
        Assert.Equal((2, 14), (outbox.State.Waiting, outbox.State.Bytes));

        _time.Advance(TimeSpan.FromMinutes(61));
        await outbox.StoreAsync(_time, 3);
        Assert.Equal([3], outbox.Numbers());
    }

    private static void WriteFirstVersion(string path)
    {
        using var connection = new Microsoft.Data.Sqlite.SqliteConnection($"Data Source={path};Pooling=false");
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = """
            CREATE TABLE device (id INTEGER PRIMARY KEY, name TEXT NOT NULL, profile TEXT NOT NULL, UNIQUE (name, profile));
            CREATE TABLE message (id INTEGER PRIMARY KEY AUTOINCREMENT, device INTEGER NOT NULL, kind INTEGER NOT NULL, timestamp INTEGER NOT NULL, payload BLOB NOT NULL);
            CREATE TABLE tally (waiting INTEGER NOT NULL, bytes INTEGER NOT NULL);
            INSERT INTO tally VALUES (1, 7);
            INSERT INTO device VALUES (1, 'Boiler', 'default');
            INSERT INTO message VALUES (7, 1, 1, 1785585600000, CAST('{"n":1}' AS BLOB));
            PRAGMA user_version = 1;
            """;
        command.ExecuteNonQuery();
    }

    [Fact]
    public async Task A_waiting_message_ends_the_first_wait_after_reopening()
    {
        await using (var outbox = Open(Messages.Ample, _time)) await outbox.StoreAsync(_time, 1);

        await using var again = Open(Messages.Ample, _time);

        Assert.True(again.WaitAsync(0, CancellationToken.None).AsTask().IsCompletedSuccessfully);
    }

    [Fact]
    public async Task A_second_opener_is_refused_and_told_who_has_it()
    {
        await using var outbox = Open(Messages.Ample, _time);

        var refusal = Assert.Throws<OutboxException>(() => Open(Messages.Ample, _time));

        Assert.Contains($"{_folder.File(SqliteOutbox.FileName)} is in use by process {Environment.ProcessId} on {Environment.MachineName}", refusal.Message, StringComparison.Ordinal);
        await outbox.StoreAsync(_time, 1);
        Assert.Equal([1], outbox.Numbers());
    }

    [Fact]
    public void A_folder_that_cannot_be_made_is_named()
    {
        File.WriteAllText(_folder.File("file"), "in the way");

        var refusal = Assert.Throws<OutboxException>(() => SqliteOutbox.Open(_folder.File("file/data"), Messages.Ample, _time, _log));

        Assert.Contains(_folder.File("file/data/outbox.db"), refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_outbox_of_a_newer_version_is_left_alone()
    {
        await using (var outbox = Open(Messages.Ample, _time)) await outbox.StoreAsync(_time, 1);
        using (var file = new FileStream(_folder.File(SqliteOutbox.FileName), FileMode.Open))
        {
            file.Position = 60; // the user version in the header of a SQLite file, big-endian
            file.Write([0, 0, 0, 3]);
        }
        var before = File.ReadAllBytes(_folder.File(SqliteOutbox.FileName));

        var refusal = Assert.Throws<OutboxException>(() => Open(Messages.Ample, _time));

        Assert.Contains("written by a newer version (schema 3; this one knows 2)", refusal.Message, StringComparison.Ordinal);
        Assert.Equal(before, File.ReadAllBytes(_folder.File(SqliteOutbox.FileName)));
    }
}
