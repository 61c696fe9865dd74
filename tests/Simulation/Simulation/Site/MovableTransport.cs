using Plenum.Bacnet.Protocol.Links;
using Plenum.Bacnet.Transport;
using Plenum.TestKit;

namespace Plenum.Simulation.Site;

/// <summary>A device's place on a virtual network, which may be another one from some time on.</summary>
internal sealed class MovableTransport(VirtualLan lan, DeviceAddress address) : IDatagramTransport
{
    private VirtualTransport _place = lan.Attach(address);
    private IDatagramReceiver? _receiver;

    /// <inheritdoc/>
    public DeviceAddress LocalAddress => _place.LocalAddress;

    /// <inheritdoc/>
    public TransportCounters Counters => _place.Counters;

    /// <inheritdoc/>
    public void Start(IDatagramReceiver receiver) => _place.Start(_receiver = receiver);

    /// <summary>Leaves its address, which nobody has then, and takes another.</summary>
    public void MoveTo(DeviceAddress to)
    {
        _place.Dispose();
        _place = lan.Attach(to);
        if (_receiver is not null) _place.Start(_receiver);
    }

    /// <inheritdoc/>
    public bool TrySend(ReadOnlySpan<byte> datagram, DeviceAddress to) => _place.TrySend(datagram, to);

    /// <inheritdoc/>
    public bool TryBroadcast(ReadOnlySpan<byte> datagram) => _place.TryBroadcast(datagram);

    /// <inheritdoc/>
    public void Dispose() => _place.Dispose();
}
