using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;
using System.Threading.Channels;

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

    /// <summary>How long each packet lies at the door, one after the other in each direction; not at all by default. Those that lie there when a connection ends are lost with it.</summary>
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
            var up = PumpAsync(gateway.GetStream(), broker.GetStream(), packet => NotePublish(packet, onTheWay), over.Token);
            var down = PumpAsync(broker.GetStream(), gateway.GetStream(), packet => NoteAcknowledgement(packet, onTheWay), over.Token);
            await Task.WhenAny(up, down);
            await over.CancelAsync();
            await Task.WhenAll(up, down);
        }
        catch (Exception end) when (end is IOException or SocketException or OperationCanceledException)
        {
            // A connection ends as it does when a process is killed: by a reset, in mid-packet, or because the broker is not there.
        }
    }

    /// <summary>Reads ahead while packets lie at the door, so that the end of a connection is seen at once.</summary>
    private async Task PumpAsync(NetworkStream from, NetworkStream to, Action<MqttPacket> note, CancellationToken cancel)
    {
        var atTheDoor = Channel.CreateUnbounded<MqttPacket>();
        var reading = ReadAsync(from, atTheDoor.Writer, note, cancel);
        await await Task.WhenAny(reading, ForwardAsync(atTheDoor.Reader, to, cancel));
    }

    private static async Task ReadAsync(NetworkStream from, ChannelWriter<MqttPacket> atTheDoor, Action<MqttPacket> note, CancellationToken cancel)
    {
        var buffered = new BufferedStream(from, 64 * 1024);
        while (await MqttPacket.ReadAsync(buffered, cancel) is { } packet)
        {
            note(packet);
            atTheDoor.TryWrite(packet);
        }
    }

    private async Task ForwardAsync(ChannelReader<MqttPacket> atTheDoor, NetworkStream to, CancellationToken cancel)
    {
        await foreach (var packet in atTheDoor.ReadAllAsync(cancel))
        {
            if (Slowness > TimeSpan.Zero) await Task.Delay(Slowness, cancel);
            await to.WriteAsync(packet.Bytes, cancel);
        }
    }

    private static void NotePublish(MqttPacket packet, ConcurrentDictionary<ushort, ReadOnlyMemory<byte>> onTheWay)
    {
        if (!packet.TryReadPublish(out var id, out var topic, out var payload)) return;
        if (topic == Telemetry) onTheWay[id] = payload;
        else onTheWay.TryRemove(id, out _);
    }

    private void NoteAcknowledgement(MqttPacket packet, ConcurrentDictionary<ushort, ReadOnlyMemory<byte>> onTheWay)
    {
        if (packet.TryReadAcknowledgement(out var id) && onTheWay.TryRemove(id, out var payload)) _receipts.Add(payload);
    }
}
