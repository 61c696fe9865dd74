using Microsoft.Data.Sqlite;
using static SQLitePCL.raw;

namespace Plenum.Gateway.Outbox;

/// <summary>What the errors of SQLite and of the file system mean to people: cause and cure.</summary>
internal static class OutboxFault
{
    /// <summary>Whether the file is no longer a database: only a new one helps.</summary>
    public static bool IsDamage(SqliteException error) => error.SqliteErrorCode is SQLITE_CORRUPT or SQLITE_NOTADB;

    /// <summary>Whether the disk has no room. Where the log's index cannot grow, SQLite calls it an I/O error.</summary>
    public static bool IsFullDisk(Exception error) => error is SqliteException { SqliteErrorCode: SQLITE_FULL } or SqliteException { SqliteExtendedErrorCode: SQLITE_IOERR_SHMSIZE };

    /// <summary>The error as the outbox's own.</summary>
    public static OutboxException Of(Exception error, string path) => new($"The outbox {path}: {Explain(error)}", error);

    private static string Explain(Exception error) => error switch
    {
        SqliteException sqlite => Explain(sqlite),
        UnauthorizedAccessException => $"access is denied. Let the user '{Environment.UserName}' write to the folder and its files.",
        _ => $"{error.Message.TrimEnd('.')}. Check that the folder is mounted, writable, and has room.",
    };

    private static string Explain(SqliteException error) => error.SqliteErrorCode switch
    {
        SQLITE_FULL or SQLITE_IOERR when IsFullDisk(error) => "the disk is full or nearly so. Make room on it (8 MiB at least); storing then goes on by itself.",
        SQLITE_READONLY => $"it cannot be written. Mount its folder writable and let the user '{Environment.UserName}' write to it.",
        SQLITE_CANTOPEN or SQLITE_PERM => $"it cannot be opened. Check that its folder exists and that the user '{Environment.UserName}' may write to it.",
        SQLITE_IOERR => $"the disk reports an error (SQLite code {error.SqliteExtendedErrorCode}). Check that the disk has room and is healthy, and that its folder is still mounted and writable.",
        SQLITE_BUSY or SQLITE_LOCKED => "another program has it locked. Close that program.",
        SQLITE_CORRUPT or SQLITE_NOTADB => "it is damaged.",
        _ => $"{error.Message.TrimEnd('.')}.",
    };
}
