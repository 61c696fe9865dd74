using Microsoft.Data.Sqlite;

namespace Plenum.Gateway.Outbox;

/// <summary>Connections to an outbox file, and the shape of what is in it.</summary>
internal static class OutboxConnection
{
    /// <summary>At so many pages of 4 KiB the write-ahead log moves into the file.</summary>
    public const int LogPages = 256;

    /// <summary>The shape that this program writes, in the file's <c>user_version</c>.</summary>
    private const long Schema = 2;

    // AUTOINCREMENT: an id is not given twice, even after all messages are gone.
    // stored: what the outbox's own clock showed then (AgeClock), in milliseconds.
    // tally: one row, kept by every transaction, so that opening a large file counts nothing, and the clock goes on where it was.
    private const string Create = $"""
        BEGIN IMMEDIATE;
        CREATE TABLE device (id INTEGER PRIMARY KEY, name TEXT NOT NULL, profile TEXT NOT NULL, UNIQUE (name, profile));
        CREATE TABLE message (id INTEGER PRIMARY KEY AUTOINCREMENT, device INTEGER NOT NULL, kind INTEGER NOT NULL, timestamp INTEGER NOT NULL, payload BLOB NOT NULL, stored INTEGER NOT NULL);
        CREATE TABLE tally (waiting INTEGER NOT NULL, bytes INTEGER NOT NULL, clock INTEGER NOT NULL);
        INSERT INTO tally VALUES (0, 0, 0);
        PRAGMA user_version = 2;
        COMMIT;
        """;

    // What waits in a file of the first version has its whole time before it.
    private const string FromVersion1 = """
        BEGIN IMMEDIATE;
        ALTER TABLE message ADD COLUMN stored INTEGER NOT NULL DEFAULT 0;
        ALTER TABLE tally ADD COLUMN clock INTEGER NOT NULL DEFAULT 0;
        PRAGMA user_version = 2;
        COMMIT;
        """;

    /// <summary>The one connection that writes. A commit is on the disk when it returns (<c>synchronous=FULL</c>).</summary>
    /// <exception cref="OutboxException">The file was written by a newer version.</exception>
    public static SqliteConnection OpenForWriting(string path) => Open(path, connection =>
    {
        // The write-ahead log moves into the file at 1 MiB, and keeps what it has grown to, to be used again.
        // Temporary data needs no folder, which a read-only container lacks.
        Execute(connection, $"PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA wal_autocheckpoint = {LogPages}; PRAGMA temp_store = MEMORY;");
        Prepare(connection, path);
    });

    /// <summary>A connection that only reads: it sees what is committed, and never waits for the writer.</summary>
    public static SqliteConnection OpenForReading(string path) => Open(path, connection =>
        Execute(connection, "PRAGMA query_only = ON; PRAGMA temp_store = MEMORY;"));

    /// <summary>Runs a command that is not worth preparing.</summary>
    public static void Execute(SqliteConnection connection, string sql)
    {
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }

    /// <summary>The number that a query answers with.</summary>
    public static long Number(SqliteConnection connection, string sql)
    {
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        return (long)command.ExecuteScalar()!;
    }

    private static SqliteConnection Open(string path, Action<SqliteConnection> setUp)
    {
        var connection = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = path, Pooling = false, DefaultTimeout = 5 }.ToString());
        try
        {
            connection.Open();
            setUp(connection);
            return connection;
        }
        catch
        {
            connection.Dispose();
            throw;
        }
    }

    private static void Prepare(SqliteConnection connection, string path)
    {
        var version = Number(connection, "PRAGMA user_version");
        if (version > Schema)
            throw new OutboxException($"The outbox {path} was written by a newer version (schema {version}; this one knows {Schema}). Run that version again, or move the file away.");
        if (version == 0) Execute(connection, Create);
        if (version == 1) Execute(connection, FromVersion1);
        // Names of devices that nothing waits for are not kept for ever.
        Execute(connection, "DELETE FROM device WHERE NOT EXISTS (SELECT 1 FROM message)");
    }
}
