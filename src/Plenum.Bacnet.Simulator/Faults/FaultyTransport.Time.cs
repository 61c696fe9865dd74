using Plenum.Bacnet.Protocol.Links;

namespace Plenum.Bacnet.Simulator.Faults;

public sealed partial class FaultyTransport
{
    private long _requests, _requestsLost, _repliesLost, _held, _doubled, _ignored, _restarts;
    private TimeSpan? _upAgainAt;

    /// <summary>Raised when the device is up again after a restart: the moment to say that it is there.</summary>
    public event Action? Restarted;

    /// <summary>What the faults have done so far.</summary>
    public FaultCounters FaultCounters
    {
        get { lock (_gate) return new(_requests, _requestsLost, _repliesLost, _held, _doubled, _ignored, _restarts); }
    }

    /// <summary>Whether the device hears and says nothing now.</summary>
    public bool IsSilent
    {
        get { lock (_gate) return _upAgainAt is not null || Faults.Silent; }
    }

    private TimeSpan Now => _time.GetElapsedTime(_origin);

    /// <summary>Takes the device down for a while; requests that lie here are forgotten. Afterwards <see cref="Restarted"/> is raised.</summary>
    public void Restart(TimeSpan downFor)
    {
        lock (_gate)
        {
            if (_disposed) return;
            _restarts++;
            _delayed.Clear();
            _upAgainAt = Now + downFor;
            Arm();
        }
    }

    private void Hold(ReadOnlySpan<byte> datagram, DeviceAddress from, bool broadcast, Fate fate)
    {
        _held++;
        _delayed.Add(datagram, from, broadcast, fate, Now + fate.Delay);
        Arm();
    }

    /// <summary>Sets the timer to what comes first. Inside the gate.</summary>
    private void Arm()
    {
        if (_disposed || (_upAgainAt ?? _delayed.NextDue) is not { } due) return;
        // In whole milliseconds, upwards: a timer that goes off too early would only be set again.
        var wait = Math.Max(0, Math.Ceiling((due - Now).TotalMilliseconds));
        _timer.Change(TimeSpan.FromMilliseconds(wait), Timeout.InfiniteTimeSpan);
    }

    /// <summary>Does what is due by the clock: that the timer went off says nothing.</summary>
    private void OnTimer()
    {
        bool up;
        lock (_gate)
        {
            up = _upAgainAt <= Now;
            if (up) _upAgainAt = null;
            DeliverDue();
            Arm();
        }
        if (up) Restarted?.Invoke();
    }

    private void DeliverDue()
    {
        while (!_disposed && _delayed.TryTake(Now, out var held))
        {
            if (IsSilent) _ignored++;
            else Deliver(held.Datagram, held.From, held.Broadcast, held.Fate);
            DelayQueue.Return(in held);
        }
    }
}
