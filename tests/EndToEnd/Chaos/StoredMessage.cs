using System.Text.Json;
using Microsoft.Data.Sqlite;

namespace EndToEnd.Tests.Chaos;

/// <summary>A message as it lies in an outbox file.</summary>
/// <param name="Device">Whose poll it is.</param>
/// <param name="ReadAt">When the values were read, in milliseconds since 1970-01-01 UTC.</param>
/// <param name="Values">Each key and its value, as JSON.</param>
internal sealed record StoredMessage(string Device, long ReadAt, IReadOnlyDictionary<string, string> Values)
{
    /// <summary>All telemetry in the outbox of a gateway that runs.</summary>
    public static IReadOnlyList<StoredMessage> InUse(string folder) => Read(Path.Combine(folder, "outbox.db"));

    /// <summary>All telemetry in the outbox of a gateway that was killed. A copy is read: opening the file itself would already repair it, which is for the next gateway to do.</summary>
    public static IReadOnlyList<StoredMessage> LeftBehind(string folder)
    {
        var copy = Directory.CreateTempSubdirectory("plenum-left-");
        try
        {
            foreach (var name in (string[])["outbox.db", "outbox.db-wal"])
                if (File.Exists(Path.Combine(folder, name))) File.Copy(Path.Combine(folder, name), Path.Combine(copy.FullName, name));
            return Read(Path.Combine(copy.FullName, "outbox.db"));
        }
        finally
        {
            copy.Delete(recursive: true);
        }
    }

    /// <summary>A gateway that is killed early may not have begun a file, or not have made its tables: then nothing is stored.</summary>
    private static List<StoredMessage> Read(string path)
    {
        if (!File.Exists(path)) return [];
        using var connection = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = path, Pooling = false }.ToString());
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = "PRAGMA query_only = ON; SELECT count(*) FROM sqlite_master WHERE name = 'message'";
        if ((long)command.ExecuteScalar()! == 0) return [];
        command.CommandText = "SELECT device.name, message.timestamp, message.payload FROM message JOIN device ON device.id = message.device WHERE message.kind = 1";
        List<StoredMessage> read = [];
        using var rows = command.ExecuteReader();
        while (rows.Read()) read.Add(new(rows.GetString(0), rows.GetInt64(1), ValuesOf(rows.GetFieldValue<byte[]>(2))));
        return read;
    }

    private static Dictionary<string, string> ValuesOf(byte[] payload)
    {
        using var document = JsonDocument.Parse(payload);
        return document.RootElement.EnumerateObject().ToDictionary(value => value.Name, value => value.Value.GetRawText());
    }
}
