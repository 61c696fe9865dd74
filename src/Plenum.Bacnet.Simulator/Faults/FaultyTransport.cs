using Plenum.Bacnet.Protocol.Apdu;
using Plenum.Bacnet.Protocol.Frames;
using Plenum.Bacnet.Protocol.Links;
using Plenum.Bacnet.Transport;

namespace Plenum.Bacnet.Simulator.Faults;

/// <summary>A transport on which a device is slow, lossy, silent or restarting, as its <see cref="Faults"/> say at the time.</summary>
/// <remarks>Each request that comes in, a retransmission too, meets one fate, drawn from the seed. A delay lies before the device looks at the request, so that its answer is
/// fresh. A reply that is lost is one that <see cref="TrySend"/> answers with false.</remarks>
public sealed partial class FaultyTransport : IDatagramTransport, IDatagramReceiver
{
    private readonly IDatagramTransport _inner;
    private readonly TimeProvider _time;
    private readonly long _origin;
    private readonly FaultDice _dice;
    private readonly Lock _gate = new();
    private readonly DelayQueue _delayed = new();
    private readonly ITimer _timer;
    private IDatagramReceiver? _receiver;
    private Fate? _fate;
    private bool _disposed;

    /// <summary>Faults on a transport.</summary>
    /// <param name="inner">The transport below; it is disposed with this one.</param>
    /// <param name="time">Where time comes from.</param>
    /// <param name="seed">What the fates of requests are drawn from.</param>
    public FaultyTransport(IDatagramTransport inner, TimeProvider time, ulong seed)
    {
        (_inner, _time, _dice) = (inner, time, new FaultDice(seed));
        _origin = time.GetTimestamp();
        using (ExecutionContext.SuppressFlow())
            _timer = time.CreateTimer(static self => ((FaultyTransport)self!).OnTimer(), this, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
    }

    /// <summary>What is wrong at present; a change counts from the next request on.</summary>
    public FaultProfile Faults
    {
        get => Volatile.Read(ref field);
        set => Volatile.Write(ref field, value);
    } = FaultProfile.Healthy;

    /// <inheritdoc/>
    public DeviceAddress LocalAddress => _inner.LocalAddress;

    /// <inheritdoc/>
    public TransportCounters Counters => _inner.Counters;

    /// <inheritdoc/>
    public void Start(IDatagramReceiver receiver)
    {
        _receiver = receiver;
        _inner.Start(this);
    }

    /// <inheritdoc/>
    public void OnDatagram(ReadOnlySpan<byte> datagram, DeviceAddress from, bool broadcast)
    {
        lock (_gate)
        {
            if (_disposed) return;
            if (!IsRequest(datagram, from))
            {
                if (!IsSilent) _receiver!.OnDatagram(datagram, from, broadcast);
                return;
            }
            _requests++;
            var faults = Faults;
            var fate = _dice.Next(faults);
            if (IsSilent) _ignored++;
            else if (fate.RequestLost) _requestsLost++;
            else if (fate.Delay > TimeSpan.Zero) Hold(datagram, from, broadcast, fate);
            else Deliver(datagram, from, broadcast, fate);
        }
    }

    /// <inheritdoc/>
    public bool TrySend(ReadOnlySpan<byte> datagram, DeviceAddress to)
    {
        lock (_gate)
        {
            if (_disposed || Swallows()) return false;
            var sent = _inner.TrySend(datagram, to);
            if (sent && _fate is { Doubled: true } && _inner.TrySend(datagram, to)) _doubled++;
            return sent;
        }
    }

    /// <inheritdoc/>
    public bool TryBroadcast(ReadOnlySpan<byte> datagram)
    {
        lock (_gate) return !_disposed && !Swallows() && _inner.TryBroadcast(datagram);
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        lock (_gate)
        {
            _disposed = true;
            _delayed.Clear();
        }
        _timer.Dispose();
        _inner.Dispose();
    }

    /// <summary>Whether what the device wants to say is lost. Inside the gate.</summary>
    private bool Swallows()
    {
        if (IsSilent) return true;
        var lost = _fate?.ReplyLost ?? _dice.LosesAnnouncement(Faults);
        if (lost) _repliesLost++;
        return lost;
    }

    /// <summary>Shows the device a request; whatever it says meanwhile, on this thread, is the reply. Inside the gate.</summary>
    private void Deliver(ReadOnlySpan<byte> datagram, DeviceAddress from, bool broadcast, Fate fate)
    {
        _fate = fate;
        try
        {
            _receiver!.OnDatagram(datagram, from, broadcast);
        }
        finally
        {
            _fate = null;
        }
    }

    private static bool IsRequest(ReadOnlySpan<byte> datagram, DeviceAddress from) => BipFrame.TryDecode(datagram, from, out var frame, out _)
        && frame.HasApdu && frame.Apdu.Type is PduType.ConfirmedRequest or PduType.UnconfirmedRequest;
}
