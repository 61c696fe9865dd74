using System.Text;
using System.Text.Json;
using Plenum.Gateway.Model;
using Plenum.Gateway.Outbox;

namespace Plenum.Gateway.Tests.Polling;

/// <summary>An outbox that keeps what polling stores, or refuses it.</summary>
internal sealed class StoredPolls : IOutbox
{
    private readonly Lock _gate = new();
    private readonly List<Message> _messages = [];

    /// <summary>Whether the disk refuses.</summary>
    public bool IsFull { get; set; }

    public OutboxState State => throw new NotSupportedException();

    public IReadOnlyList<Message> All
    {
        get { lock (_gate) return [.. _messages]; }
    }

    /// <summary>What was stored of a device, in order.</summary>
    public IReadOnlyList<Message> Of(string device) => [.. All.Where(message => message.Device == device)];

    /// <summary>The values of a message, each as JSON.</summary>
    public static Dictionary<string, string> Values(Message message)
    {
        using var json = JsonDocument.Parse(message.Values);
        return json.RootElement.EnumerateObject().ToDictionary(member => member.Name, member => member.Value.GetRawText());
    }

    /// <summary>A value as it stands in a message.</summary>
    public static string Json(Value value)
    {
        using var buffer = new MemoryStream();
        using (var json = new Utf8JsonWriter(buffer)) value.WriteTo(json);
        return Encoding.UTF8.GetString(buffer.ToArray());
    }

    public ValueTask StoreAsync(Message message, CancellationToken cancel)
    {
        if (IsFull) throw new OutboxException("outbox-disk-full: the disk is full");
        lock (_gate) _messages.Add(message);
        return ValueTask.CompletedTask;
    }

    public IReadOnlyList<StoredMessage> Read(long after, int most) => throw new NotSupportedException();

    public long Newest => throw new NotSupportedException();

    public ValueTask WaitAsync(long after, CancellationToken cancel) => throw new NotSupportedException();

    public void Delete(IReadOnlyList<long> ids) => throw new NotSupportedException();

    public Task WatchAsync(Action beat, CancellationToken cancel) => throw new NotSupportedException();

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;
}
