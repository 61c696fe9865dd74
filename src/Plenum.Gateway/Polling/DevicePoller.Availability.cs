using Plenum.Bacnet.Client;
using Plenum.Gateway.Model;

namespace Plenum.Gateway.Polling;

internal sealed partial class DevicePoller
{
    private readonly Availability _availability;

    /// <summary>How many refused points were told last.</summary>
    private int _refusedTold;

    /// <summary>Whether the device said something about everything that the last poll read.</summary>
    private bool IsComplete => _points.KeysKnown && _points.Poll.Values.Settled == _points.Poll.Values.Targets.Count;

    /// <summary>The device has answered, and what it said is stored.</summary>
    private void OnAnswered(Device device)
    {
        var poll = new PollReport(_plan.Points.Count, _refused, IsComplete, IsLate: _context.Client.Now > _schedule.NextDue);
        var isNew = _availability.OnAnswered(poll, _refused > 0 ? string.Join("; ", _points.Failing(most: 5)) : null);
        var now = _availability.Now;
        // Points that the device refuses are told when their number changes, not at every poll.
        if (now.Status == DeviceStatus.Degraded && (isNew || _refused != _refusedTold)) Log.DeviceDegraded(_context.Logger, _plan.Path, _named?.Name, now.Why);
        else if (isNew) Log.DeviceOnline(_context.Logger, _plan.Path, _named?.Name, device.ToString());
        _refusedTold = _refused;
    }

    private void OnSilence(string why)
    {
        _silence.OnSilence();
        _availability.OnUnanswered();
        if (!_silence.IsSilent) return;
        Doubt();   // who answers there next may be another one
        _cov?.OnSilence();
        if (_availability.Become(DeviceStatus.Offline, why)) Log.DeviceOffline(_context.Logger, _plan.Path, why);
    }

    private void OnMistaken(string why)
    {
        if (_availability.Become(DeviceStatus.Mistaken, why)) Log.DeviceMistaken(_context.Logger, _plan.Path, why);
    }
}
