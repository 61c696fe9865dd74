using Plenum.Bacnet.Protocol.Bvlc;
using Plenum.Bacnet.Protocol.Links;
using Plenum.Bacnet.Protocol.Tags;
using Plenum.Bacnet.Transport;

namespace Plenum.TestKit;

/// <summary>A BBMD (clause J.4): it passes broadcasts on to its peers and to the foreign devices that have registered with it.</summary>
/// <remarks>It works over any transport, so that it serves on real sockets as well.</remarks>
public sealed class VirtualBbmd : IDatagramReceiver, IDisposable
{
    private static readonly TimeSpan Grace = TimeSpan.FromSeconds(30);   // clause J.5.2.3

    private readonly IDatagramTransport _transport;
    private readonly TimeProvider _time;
    private readonly DateTimeOffset _origin;
    private readonly Lock _gate = new();
    private readonly Dictionary<DeviceAddress, (ushort TimeToLive, DateTimeOffset Until)> _foreign = [];
    private BroadcastDistributionEntry[] _peers = [];

    /// <summary>A BBMD on a transport of its own; it works from now on.</summary>
    public VirtualBbmd(IDatagramTransport transport, TimeProvider time)
    {
        (_transport, _time, _origin) = (transport, time, time.GetUtcNow());
        transport.Start(this);
    }

    /// <summary>Where it is.</summary>
    public DeviceAddress Address => _transport.LocalAddress;

    /// <summary>Whether it does nothing at all.</summary>
    public bool IsSilent { get; set; }

    /// <summary>Whether it refuses whatever it is asked.</summary>
    public bool Refuses { get; set; }

    /// <summary>Every registration that came in: when, from whom, for how many seconds.</summary>
    public List<(TimeSpan At, DeviceAddress From, ushort TimeToLive)> Registrations { get; } = [];

    /// <summary>The foreign devices whose registration is still good.</summary>
    public IReadOnlyList<ForeignDeviceEntry> Foreign
    {
        get
        {
            lock (_gate)
            {
                var now = _time.GetUtcNow();
                return [.. from entry in _foreign
                           where entry.Value.Until > now
                           select new ForeignDeviceEntry(entry.Key, entry.Value.TimeToLive, (ushort)(entry.Value.Until - now).TotalSeconds)];
            }
        }
    }

    /// <summary>Sets its Broadcast Distribution Table; each peer is sent to directly.</summary>
    public void Distribute(params DeviceAddress[] bbmds) => _peers = [.. bbmds.Select(bbmd => new BroadcastDistributionEntry(bbmd, uint.MaxValue))];

    /// <summary>Starts anew: nobody is registered any more.</summary>
    public void Restart()
    {
        lock (_gate) _foreign.Clear();
    }

    /// <inheritdoc/>
    public void Dispose() => _transport.Dispose();

    /// <inheritdoc/>
    public void OnDatagram(ReadOnlySpan<byte> datagram, DeviceAddress from, bool broadcast)
    {
        if (IsSilent || !BvlcHeader.TryDecode(datagram, out var header, out var content, out _)) return;
        switch (header.Function)
        {
            case BvlcFunction.RegisterForeignDevice when RegisterForeignDevice.TryDecode(content, out var registration, out _): Register(registration, from); break;
            case BvlcFunction.DistributeBroadcastToNetwork: OnDistribute(content, from); break;
            case BvlcFunction.OriginalBroadcastNpdu: Forward(content, from, toPeers: true, locally: false); break;
            case BvlcFunction.ForwardedNpdu when _peers.Any(peer => peer.Bbmd == from): Forward(content, header.Origin, toPeers: false, locally: true); break;
            case BvlcFunction.ReadBroadcastDistributionTable: AnswerPeers(from); break;
            case BvlcFunction.ReadForeignDeviceTable: AnswerForeign(from); break;
            case BvlcFunction.DeleteForeignDeviceTableEntry when DeleteForeignDevice.TryDecode(content, out var entry, out _): Delete(entry, from); break;
            case BvlcFunction.WriteBroadcastDistributionTable: Result(BvlcResult.WriteBroadcastDistributionTableNak, from); break;
        }
    }

    private void Register(RegisterForeignDevice registration, DeviceAddress from)
    {
        lock (_gate)
        {
            Registrations.Add((_time.GetUtcNow() - _origin, from, registration.TimeToLive));
            if (!Refuses) _foreign[from] = (registration.TimeToLive, _time.GetUtcNow() + TimeSpan.FromSeconds(registration.TimeToLive) + Grace);
        }
        Result(Refuses ? BvlcResult.RegisterForeignDeviceNak : BvlcResult.Success, from);
    }

    /// <summary>Clause J.4.5: from whoever is registered, to everyone but him.</summary>
    private void OnDistribute(ReadOnlySpan<byte> npdu, DeviceAddress from)
    {
        if (Refuses || Foreign.All(entry => entry.Device != from)) Result(BvlcResult.DistributeBroadcastToNetworkNak, from);
        else Forward(npdu, from, toPeers: true, locally: true);
    }

    private void Forward(ReadOnlySpan<byte> npdu, DeviceAddress origin, bool toPeers, bool locally)
    {
        var datagram = new byte[BvlcHeader.ForwardedSize + npdu.Length];
        BvlcDatagram.Encode(datagram, BvlcFunction.ForwardedNpdu, npdu, origin);
        if (locally) _transport.TryBroadcast(datagram);
        if (toPeers) foreach (var peer in _peers.Where(peer => peer.Bbmd != Address)) _transport.TrySend(datagram, peer.Bbmd);
        foreach (var device in Foreign.Where(entry => entry.Device != origin)) _transport.TrySend(datagram, device.Device);
    }

    private void AnswerPeers(DeviceAddress to)
    {
        if (Refuses) Result(BvlcResult.ReadBroadcastDistributionTableNak, to);
        else Send(BvlcFunction.ReadBroadcastDistributionTableAck, to, (ref writer) => BroadcastDistribution.Encode(ref writer, _peers));
    }

    private void AnswerForeign(DeviceAddress to)
    {
        if (Refuses) Result(BvlcResult.ReadForeignDeviceTableNak, to);
        else Send(BvlcFunction.ReadForeignDeviceTableAck, to, (ref writer) => ForeignDevices.Encode(ref writer, Foreign.ToArray()));
    }

    private void Delete(DeleteForeignDevice entry, DeviceAddress from)
    {
        bool removed;
        lock (_gate) removed = !Refuses && _foreign.Remove(entry.Device);
        Result(removed ? BvlcResult.Success : BvlcResult.DeleteForeignDeviceTableEntryNak, from);
    }

    private void Result(BvlcResult result, DeviceAddress to)
    {
        Span<byte> datagram = stackalloc byte[6];
        BvlcHeader.EncodeResult(datagram, result);
        _transport.TrySend(datagram, to);
    }

    private void Send(BvlcFunction function, DeviceAddress to, BvlcDatagram.Content content)
    {
        Span<byte> datagram = stackalloc byte[1500];
        _transport.TrySend(datagram[..BvlcDatagram.Encode(datagram, function, content)], to);
    }
}
