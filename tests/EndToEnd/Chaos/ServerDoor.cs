using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;

namespace EndToEnd.Tests.Chaos;

/// <summary>The door through which a gateway reaches its broker, in this process: it passes every packet on unchanged and keeps account of them.</summary>
/// <remarks>
/// A value counts as delivered when the broker's own PUBACK comes back through the door, before it is passed on: what the gateway forgets because of a
/// PUBACK is in the account already. A broker that is killed afterwards may lose what it had acknowledged, which is between it and its subscribers; a
/// subscriber in its place would blame the gateway for that.
/// </remarks>
internal sealed class ServerDoor : IAsyncDisposable
{
    private const string Telemetry = "v1/gateway/telemetry";

    private readonly TcpListener _listener;
    private readonly int _brokerPort;
    private readonly Receipts _receipts;
    private readonly CancellationTokenSource _closing = new();
    private readonly ConcurrentBag<Task> _visits = [];
    private readonly Task _accepting;

    private ServerDoor(TcpListener listener, int brokerPort, Receipts receipts)
    {
        (_listener, _brokerPort, _receipts) = (listener, brokerPort, receipts);
        _accepting = AcceptAsync();
    }

    /// <summary>While true, whoever comes is sent away at once.</summary>
    public bool IsShut { get; set; }

    /// <summary>How long each of the broker's packets lies at the door, one after the other; not at all by default.</summary>
    public TimeSpan Slowness { get; set; }

    /// <summary>Opens the door on a listener that is started.</summary>
    public static ServerDoor Open(TcpListener listener, int brokerPort, Receipts receipts) => new(listener, brokerPort, receipts);

    public async ValueTask DisposeAsync()
    {
        await _closing.CancelAsync();
        _listener.Stop();
        await _accepting;
        await Task.WhenAll(_visits);
        _listener.Dispose();
        _closing.Dispose();
    }

    private async Task AcceptAsync()
    {
        try
        {
            while (true)
            {
                var gateway = await _listener.AcceptTcpClientAsync(_closing.Token);
                if (IsShut) gateway.Dispose();
                else _visits.Add(VisitAsync(gateway));
            }
        }
        catch (OperationCanceledException)
        {
            // The door is closed for good.
        }
    }

    /// <summary>One connection of the gateway, and one to the broker for it. Either end takes the other with it.</summary>
    private async Task VisitAsync(TcpClient gateway)
    {
        using var client = gateway;
        using var broker = new TcpClient { NoDelay = true };
        gateway.NoDelay = true;
        ConcurrentDictionary<ushort, ReadOnlyMemory<byte>> onTheWay = new();
        using var over = CancellationTokenSource.CreateLinkedTokenSource(_closing.Token);
        try
        {
            await broker.ConnectAsync(IPAddress.Loopback, _brokerPort, over.Token);
            var up = PumpAsync(gateway.GetStream(), broker.GetStream(), packet => NotePublishAsync(packet, onTheWay), over.Token);
            var down = PumpAsync(broker.GetStream(), gateway.GetStream(), packet => NoteAcknowledgementAsync(packet, onTheWay), over.Token);
            await Task.WhenAny(up, down);
            await over.CancelAsync();
            await Task.WhenAll(up, down);
        }
        catch (Exception end) when (end is IOException or SocketException or OperationCanceledException)
        {
            // A connection ends as it does when a process is killed: by a reset, in mid-packet, or because the broker is not there.
        }
    }

    private static async Task PumpAsync(NetworkStream from, NetworkStream to, Func<MqttPacket, Task> note, CancellationToken cancel)
    {
        var buffered = new BufferedStream(from, 64 * 1024);
        while (await MqttPacket.ReadAsync(buffered, cancel) is { } packet)
        {
            await note(packet);
            await to.WriteAsync(packet.Bytes, cancel);
        }
    }

    private static Task NotePublishAsync(MqttPacket packet, ConcurrentDictionary<ushort, ReadOnlyMemory<byte>> onTheWay)
    {
        if (packet.TryReadPublish(out var id, out var topic, out var payload))
        {
            if (topic == Telemetry) onTheWay[id] = payload;
            else onTheWay.TryRemove(id, out _);
        }
        return Task.CompletedTask;
    }

    private Task NoteAcknowledgementAsync(MqttPacket packet, ConcurrentDictionary<ushort, ReadOnlyMemory<byte>> onTheWay)
    {
        if (packet.TryReadAcknowledgement(out var id) && onTheWay.TryRemove(id, out var payload)) _receipts.Add(payload);
        return Slowness == TimeSpan.Zero ? Task.CompletedTask : Task.Delay(Slowness, _closing.Token);
    }
}
