using Plenum.Bacnet.Client;
using Plenum.Gateway.Model;

namespace Plenum.Gateway.Polling;

internal sealed partial class DevicePoller
{
    private readonly Availability _availability;

    /// <summary>While the network is lost, silence says nothing of the device: it is asked often enough to see the network come back.</summary>
    private static readonly TimeSpan MostPauseWithoutNetwork = TimeSpan.FromSeconds(30);

    private readonly NetworkWatch.Neighbour _neighbour;

    private volatile bool _isNetworkBack;

    /// <summary>How the device did when that was told last.</summary>
    private DeviceAvailability? _told;

    /// <summary>How many refused points were told last.</summary>
    private int _refusedTold;

    /// <summary>How many points were told whose objects have no Status_Flags.</summary>
    private int _withoutFlagsTold;

    /// <summary>Whether the device said something about everything that the last poll read.</summary>
    private bool IsComplete => _points.KeysKnown && _points.Poll.Values.Settled == _points.Poll.Values.Targets.Count;

    /// <summary>How long a silent device is left alone.</summary>
    private TimeSpan Pause => Status == DeviceStatus.Unknown && _silence.Pause > MostPauseWithoutNetwork ? MostPauseWithoutNetwork : _silence.Pause;

    /// <summary>The network is back that was lost: if that is why the device was silent, it is asked at once.</summary>
    public void OnNetworkBack()
    {
        if (Status == DeviceStatus.Offline) return;
        _isNetworkBack = true;
        Wake();
    }

    /// <summary>What the device left unanswered without a network is not held against it.</summary>
    private void BeginAnew()
    {
        _isNetworkBack = false;
        _silence.OnAnswer();
        _availability.BeginAnew();
    }

    /// <summary>The device has answered, and what it said is stored.</summary>
    private void OnAnswered(Device device)
    {
        _neighbour.OnHeard();
        var poll = new PollReport(_plan.Points.Count, _refused, IsComplete, IsLate: _context.Client.Now > _schedule.NextDue);
        var isNew = _availability.OnAnswered(poll, _refused > 0 ? string.Join("; ", _points.Failing()) : null);
        var now = _availability.Now;
        // Points that the device refuses are told when their number changes, not at every poll.
        if (now.Status == DeviceStatus.Degraded && (isNew || _refused != _refusedTold)) Log.DeviceDegraded(_context.Logger, _plan.Path, _named?.Name, now.Why);
        else if (isNew) Log.DeviceOnline(_context.Logger, _plan.Path, _named?.Name, device.ToString());
        _refusedTold = _refused;
        if (_points.WithoutFlags > _withoutFlagsTold) Log.NoStatusFlags(_context.Logger, _plan.Path, _withoutFlagsTold = _points.WithoutFlags);
        Tell();
    }

    private void OnSilence(string why)
    {
        _silence.OnSilence();
        _neighbour.OnUnanswered(_context.Client.Now);
        if (!_silence.IsSilent) return;
        Doubt();   // who answers there next may be another one
        _cov?.OnSilence();
        switch (_neighbour.Judge(_context.Client.Now))
        {
            case SilenceMeaning.Device:
                if (_availability.Become(DeviceStatus.Offline, why)) Log.DeviceOffline(_context.Logger, _plan.Path, why);
                Tell();
                break;
            case SilenceMeaning.Network:
                _availability.Become(DeviceStatus.Unknown, "network-lost: the gateway has lost the network that the device is on");
                break;
            default:
                _availability.Become(Status, $"{why}. Whether it is the device or the network shows at its next poll");
                break;
        }
    }

    private void OnMistaken(string why)
    {
        _neighbour.OnMistaken();
        if (_availability.Become(DeviceStatus.Mistaken, why)) Log.DeviceMistaken(_context.Logger, _plan.Path, why);
        Tell();
    }

    /// <summary>Tells how the device does, unless it is what was told last: one that was only cut off from us does as before.</summary>
    private void Tell()
    {
        if (_named is not { } named || _availability.Now is not { } now || now.IsAs(_told) || (now.IsOffline && _told is { IsOffline: true })) return;
        _told = now;
        _context.OnAvailability(named, now);
    }
}
