using Plenum.Bacnet.Protocol.Links;
using Plenum.Bacnet.Transport;

namespace Plenum.TestKit;

/// <summary>An endpoint of a <see cref="VirtualLan"/>; it hears broadcasts that are sent from its own port number.</summary>
public sealed class VirtualTransport : IDatagramTransport
{
    private readonly VirtualLan _lan;
    private readonly TransportMeter _meter = new();
    private IDatagramReceiver? _receiver;
    private volatile bool _disposed;

    internal VirtualTransport(VirtualLan lan, DeviceAddress address)
    {
        _lan = lan;
        LocalAddress = address;
    }

    /// <inheritdoc/>
    public DeviceAddress LocalAddress { get; }

    /// <inheritdoc/>
    public TransportCounters Counters => _meter.Snapshot;

    /// <summary>Whether the network refuses what this endpoint sends, as a machine without a route does; default false.</summary>
    public bool Unreachable { get; set; }

    /// <summary>What the receiver threw last; null if it never did. A test that expects none says so.</summary>
    public Exception? LastFault { get; private set; }

    /// <inheritdoc/>
    public void Start(IDatagramReceiver receiver)
    {
        ObjectDisposedException.ThrowIf(_disposed, this);
        if (Interlocked.CompareExchange(ref _receiver, receiver, null) is not null) throw new InvalidOperationException($"{LocalAddress} is received from already");
    }

    /// <inheritdoc/>
    public bool TrySend(ReadOnlySpan<byte> datagram, DeviceAddress to)
    {
        if (!MaySend(datagram)) return false;
        _lan.Send(LocalAddress, to, datagram);
        return true;
    }

    /// <inheritdoc/>
    public bool TryBroadcast(ReadOnlySpan<byte> datagram)
    {
        if (!MaySend(datagram)) return false;
        _lan.Broadcast(LocalAddress, datagram);
        return true;
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _disposed = true;
        _lan.Detach(this);
    }

    /// <summary>Hands over a datagram; a receiver that throws is counted, as over a real socket.</summary>
    internal void Receive(ReadOnlySpan<byte> datagram, DeviceAddress from, bool broadcast)
    {
        if (_disposed || _receiver is not { } receiver) return;
        _meter.Received(datagram.Length);
        try
        {
            receiver.OnDatagram(datagram, from, broadcast);
        }
        catch (Exception fault)
        {
            LastFault = fault;
            _meter.ReceiverFailed();
        }
    }

    private bool MaySend(ReadOnlySpan<byte> datagram)
    {
        if (_disposed) return false;
        if (Unreachable) _meter.SendFailed();
        else _meter.Sent(datagram.Length);
        return !Unreachable;
    }
}
