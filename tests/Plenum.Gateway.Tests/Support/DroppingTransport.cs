using Plenum.Bacnet.Protocol.Apdu;
using Plenum.Bacnet.Protocol.Frames;
using Plenum.Bacnet.Protocol.Links;
using Plenum.Bacnet.Transport;

namespace Plenum.Gateway.Tests.Support;

/// <summary>A device's transport of which a test says what it loses; everything else goes through.</summary>
internal sealed class DroppingTransport(IDatagramTransport inner) : IDatagramTransport, IDatagramReceiver
{
    private IDatagramReceiver? _receiver;
    private int _dropped;

    /// <summary>Which confirmed requests are lost on their way in, by service; none by default.</summary>
    public Predicate<ApduHeader> LosesRequest { get; set; } = _ => false;

    /// <summary>Which answers are lost on their way out; none by default.</summary>
    public Predicate<ApduHeader> LosesAnswer { get; set; } = _ => false;

    /// <summary>How many were lost.</summary>
    public int Dropped => Volatile.Read(ref _dropped);

    public DeviceAddress LocalAddress => inner.LocalAddress;

    public TransportCounters Counters => inner.Counters;

    public void Start(IDatagramReceiver receiver)
    {
        _receiver = receiver;
        inner.Start(this);
    }

    public void OnDatagram(ReadOnlySpan<byte> datagram, DeviceAddress from, bool broadcast)
    {
        if (BipFrame.TryDecode(datagram, from, out var frame, out _) && frame.HasApdu && frame.Apdu.Type == PduType.ConfirmedRequest && LosesRequest(frame.Apdu)) Interlocked.Increment(ref _dropped);
        else _receiver!.OnDatagram(datagram, from, broadcast);
    }

    public bool TrySend(ReadOnlySpan<byte> datagram, DeviceAddress to)
    {
        if (!BipFrame.TryDecode(datagram, to, out var frame, out _) || !frame.HasApdu || !LosesAnswer(frame.Apdu)) return inner.TrySend(datagram, to);
        Interlocked.Increment(ref _dropped);
        return true;
    }

    public bool TryBroadcast(ReadOnlySpan<byte> datagram) => inner.TryBroadcast(datagram);

    public void Dispose() => inner.Dispose();
}
