using System.Net;
using System.Net.Sockets;
using Microsoft.Extensions.Logging;
using Plenum.Bacnet.Protocol.Links;

namespace Plenum.Bacnet.Transport;

/// <summary>A UDP port that is held alone, and the broadcasts of its subnets.</summary>
/// <remarks>A port held on one address gets no broadcasts on Linux, so a second socket listens on the subnet's broadcast address and a third on
/// 255.255.255.255; these are shared, because broadcasts go to every sharer. A port held on 0.0.0.0 gets everything on its one socket.</remarks>
public sealed partial class UdpTransport : IDatagramTransport
{
    [ThreadStatic]
    private static SocketAddress? _destination;

    private readonly Socket _socket;
    private readonly BroadcastDomain _domain;
    private readonly ILogger _logger;
    private readonly TransportMeter _meter = new();
    private readonly List<(UdpReceiveLoop Loop, bool Broadcast, LocalSubnet? OnlyFrom)> _loops = [];
    private readonly List<string> _impairments = [];
    private readonly Lock _delivering = new();
    private IDatagramReceiver? _receiver;
    private bool _receiverFails;
    private volatile bool _disposed;

    private UdpTransport(Socket socket, DeviceAddress local, BroadcastDomain domain, ILogger logger)
    {
        _socket = socket;
        LocalAddress = local;
        _domain = domain;
        _logger = logger;
        _loops.Add((new(socket, $"udp {local}", _meter, logger), Broadcast: false, OnlyFrom: null));
    }

    /// <inheritdoc/>
    public DeviceAddress LocalAddress { get; }

    /// <inheritdoc/>
    public TransportCounters Counters => _meter.Snapshot;

    /// <summary>What does not work although the port is open, each with its cause and cure; empty when all is well.</summary>
    public IReadOnlyList<string> Impairments => _impairments;

    /// <inheritdoc/>
    public Task Failed { get; private set; } = new TaskCompletionSource().Task;

    /// <inheritdoc/>
    public void Start(IDatagramReceiver receiver)
    {
        ObjectDisposedException.ThrowIf(_disposed, this);
        if (Interlocked.CompareExchange(ref _receiver, receiver, null) is not null) throw new InvalidOperationException($"{LocalAddress} is received from already");
        foreach (var (loop, broadcast, onlyFrom) in _loops) loop.Start((datagram, from) => Deliver(datagram, from, broadcast, onlyFrom));
        Failed = Task.WhenAny(_loops.Select(entry => entry.Loop.Failed)).Unwrap();
    }

    /// <inheritdoc/>
    public bool TrySend(ReadOnlySpan<byte> datagram, DeviceAddress to)
    {
        if (_disposed) return false;
        var destination = _destination ??= SocketAddresses.Create();
        destination.Write(to);
        try
        {
            _socket.SendTo(datagram, SocketFlags.None, destination);
            _meter.Sent(datagram.Length);
            return true;
        }
        catch (SocketException refusal)
        {
            _meter.SendFailed();
            Log.SendRefused(_logger, to, refusal.SocketErrorCode);
        }
        catch (ObjectDisposedException)
        {
            _meter.SendFailed(); // disposed while sending: the caller hears false, as it does a moment later
        }
        return false;
    }

    /// <inheritdoc/>
    public bool TryBroadcast(ReadOnlySpan<byte> datagram)
    {
        var sent = false;
        foreach (var target in _domain.Targets) sent |= TrySend(datagram, target);
        return sent;
    }

    /// <summary>Closes the port and waits for the receiving threads to end, unless the caller is one of them.</summary>
    public void Dispose()
    {
        if (_disposed) return;
        _disposed = true;
        foreach (var (loop, _, _) in _loops) loop.Stop();
        if (_loops.Any(entry => entry.Loop.IsCurrentThread)) return;
        foreach (var (loop, _, _) in _loops) loop.Join();
    }

    private void Deliver(ReadOnlySpan<byte> datagram, DeviceAddress from, bool broadcast, LocalSubnet? onlyFrom)
    {
        if (from.Port == LocalAddress.Port && _domain.IsOurs(from.Ip)) return;
        if (onlyFrom is { } subnet && !subnet.Contains(from.Ip)) return;
        _meter.Received(datagram.Length);
        lock (_delivering)
        {
            if (_disposed) return;
            try
            {
                _receiver!.OnDatagram(datagram, from, broadcast);
                _receiverFails = false;
            }
            catch (Exception fault) // whatever the receiver's fault is, the next datagram must still come through
            {
                _meter.ReceiverFailed();
                if (!_receiverFails) Log.ReceiverFaulted(_logger, from, datagram.Length, fault);
                _receiverFails = true;
            }
        }
    }
}
