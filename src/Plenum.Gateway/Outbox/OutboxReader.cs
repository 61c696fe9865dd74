using Microsoft.Data.Sqlite;
using Plenum.Gateway.Model;

namespace Plenum.Gateway.Outbox;

/// <summary>The reading side of an outbox file, on a connection of its own. For one thread at a time.</summary>
internal sealed class OutboxReader : IDisposable
{
    private readonly SqliteConnection _connection;
    private readonly SqliteCommand _messages;
    private readonly SqliteCommand _device;
    private readonly Dictionary<long, (string Name, string Profile)> _devices = [];

    /// <summary>Opens a file that exists.</summary>
    public OutboxReader(string path)
    {
        _connection = OutboxConnection.OpenForReading(path);
        _messages = _connection.CreateCommand();
        _messages.CommandText = "SELECT id, device, kind, timestamp, payload FROM message WHERE id > ?1 ORDER BY id LIMIT ?2";
        _messages.Parameters.Add(new SqliteParameter { ParameterName = "?1" });
        _messages.Parameters.Add(new SqliteParameter { ParameterName = "?2" });
        _device = _connection.CreateCommand();
        _device.CommandText = "SELECT name, profile FROM device WHERE id = ?1";
        _device.Parameters.Add(new SqliteParameter { ParameterName = "?1" });
    }

    /// <summary>The oldest messages after an id.</summary>
    public List<StoredMessage> Read(long after, int most)
    {
        _messages.Parameters[0].Value = after;
        _messages.Parameters[1].Value = (long)most;
        List<StoredMessage> read = [];
        using var rows = _messages.ExecuteReader();
        while (rows.Read())
        {
            var (name, profile) = DeviceOf(rows.GetInt64(1));
            read.Add(new(rows.GetInt64(0), new(name, profile, (MessageKind)rows.GetByte(2), rows.GetInt64(3), rows.GetFieldValue<byte[]>(4))));
        }
        return read;
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _messages.Dispose();
        _device.Dispose();
        _connection.Dispose();
    }

    private (string Name, string Profile) DeviceOf(long id)
    {
        if (_devices.TryGetValue(id, out var known)) return known;
        _device.Parameters[0].Value = id;
        using var row = _device.ExecuteReader();
        row.Read();
        return _devices[id] = (row.GetString(0), row.GetString(1));
    }
}
