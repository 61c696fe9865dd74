using System.Buffers.Binary;
using System.Net;
using System.Net.Sockets;
using System.Text;

namespace TestKit.Brokers;

/// <summary>A server that speaks just enough MQTT 5 to be logged on to, and answers publishes as a test says: late, wrongly, twice, or not at all.</summary>
public sealed class ScriptedBroker : IAsyncDisposable
{
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource _ended = new();
    private readonly Action<ScriptedLink, ScriptedPublish> _onPublish;
    private readonly List<Task> _links = [];
    private readonly Task _accepting;
    private int _connections;

    private ScriptedBroker(Action<ScriptedLink, ScriptedPublish> onPublish)
    {
        _onPublish = onPublish;
        _listener.Start();
        _accepting = AcceptAsync();
    }

    /// <summary>Its port on 127.0.0.1.</summary>
    public int Port => ((IPEndPoint)_listener.LocalEndpoint).Port;

    /// <summary>Connections it has taken.</summary>
    public int Connections => Volatile.Read(ref _connections);

    /// <summary>Starts one.</summary>
    /// <param name="onPublish">Answers a publish with quality of service 1, or leaves it open; called for one publish of a connection at a time.</param>
    public static ScriptedBroker Start(Action<ScriptedLink, ScriptedPublish> onPublish) => new(onPublish);

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        await _ended.CancelAsync();
        _listener.Stop();
        await _accepting;
        await Task.WhenAll(_links);
        _ended.Dispose();
    }

    private async Task AcceptAsync()
    {
        try
        {
            while (true)
            {
                var client = await _listener.AcceptTcpClientAsync(_ended.Token);
                Interlocked.Increment(ref _connections);
                _links.Add(ServeAsync(client));
            }
        }
        catch (Exception end) when (end is OperationCanceledException or SocketException or ObjectDisposedException)
        {
            // Disposed.
        }
    }

    private async Task ServeAsync(TcpClient client)
    {
        using var closing = client;
        var link = new ScriptedLink(client);
        try
        {
            while (await ReadPacketAsync(client.GetStream()) is var (header, body)) Answer(link, header, body);
        }
        catch (Exception end) when (end is IOException or OperationCanceledException or ObjectDisposedException)
        {
            // The client is gone, or the test is over.
        }
    }

    private async Task<(byte Header, byte[] Body)> ReadPacketAsync(NetworkStream stream)
    {
        var one = new byte[1];
        await stream.ReadExactlyAsync(one, _ended.Token);
        var header = one[0];
        var (length, shift) = (0, 0);
        do
        {
            await stream.ReadExactlyAsync(one, _ended.Token);
            length |= (one[0] & 0x7F) << shift;
            shift += 7;
        }
        while ((one[0] & 0x80) != 0);
        var body = new byte[length];
        await stream.ReadExactlyAsync(body, _ended.Token);
        return (header, body);
    }

    private void Answer(ScriptedLink link, byte header, byte[] body)
    {
        switch (header >> 4)
        {
            case 1: link.Send([0x20, 3, 0, 0, 0]); break;         // CONNECT → CONNACK
            case 8: link.Send(SubAck(body)); break;               // SUBSCRIBE
            case 12: link.Send([0xD0, 0]); break;                 // PINGREQ
            case 3 when (header & 0x06) != 0: _onPublish(link, ScriptedPublish.Read(body)); break;
            case 14: link.Close(); break;                         // DISCONNECT
        }
    }

    private static byte[] SubAck(byte[] body)
    {
        List<byte> codes = [];
        for (var at = 3 + body[2]; at < body.Length; at += 3 + BinaryPrimitives.ReadUInt16BigEndian(body.AsSpan(at))) codes.Add(1);
        return [0x90, (byte)(3 + codes.Count), body[0], body[1], 0, .. codes];
    }
}

/// <summary>One connection of a <see cref="ScriptedBroker"/>.</summary>
public sealed class ScriptedLink(TcpClient client)
{
    private readonly Lock _sending = new();

    /// <summary>Acknowledges the publish with this packet identifier, whether there was one or not.</summary>
    /// <param name="reason">The reason code; 0 is success.</param>
    public void Acknowledge(ushort id, byte reason = 0) =>
        Send(reason == 0 ? [0x40, 2, (byte)(id >> 8), (byte)id] : [0x40, 3, (byte)(id >> 8), (byte)id, reason]);

    /// <summary>Closes the connection without a word.</summary>
    public void Close() => client.Close();

    /// <summary>Sends octets as they are.</summary>
    public void Send(byte[] packet)
    {
        try
        {
            lock (_sending) client.GetStream().Write(packet);
        }
        catch (Exception gone) when (gone is IOException or ObjectDisposedException or InvalidOperationException)
        {
            // Whoever should have read it has left.
        }
    }
}

/// <summary>A publish that a <see cref="ScriptedBroker"/> was sent.</summary>
/// <param name="Topic">Its topic.</param>
/// <param name="Id">Its packet identifier.</param>
/// <param name="Payload">Its payload.</param>
public sealed record ScriptedPublish(string Topic, ushort Id, string Payload)
{
    internal static ScriptedPublish Read(byte[] body)
    {
        var topicEnd = 2 + BinaryPrimitives.ReadUInt16BigEndian(body);
        var properties = body[topicEnd + 2]; // of our publishes a few octets, so one octet of length
        return new(Encoding.UTF8.GetString(body.AsSpan(2, topicEnd - 2)), BinaryPrimitives.ReadUInt16BigEndian(body.AsSpan(topicEnd)),
            Encoding.UTF8.GetString(body.AsSpan(topicEnd + 3 + properties)));
    }
}
