using Plenum.Bacnet.Client;
using Plenum.Bacnet.Protocol.Links;

namespace Plenum.Gateway.Polling;

internal sealed partial class DevicePoller
{
    /// <summary>Where the instance was looked for last and not found: what is remembered of it there is out of date.</summary>
    private DeviceAddress? _notAt;

    /// <summary>Whether several devices have the instance. Their I-Ams then ask for no poll: each poll brings about more of them.</summary>
    private volatile bool _isAmbiguous;

    /// <summary>What was remembered of the device before it said who it is.</summary>
    private RememberedDevice? _recalled;

    /// <summary>The device, once it is found, is the one that is meant, and its name and keys are known; null when it is not there yet.</summary>
    private async ValueTask<Device?> ReachAsync(TimeSpan? until, CancellationToken cancel)
    {
        if (_isDoubtful) Doubt();
        if (IsAmbiguous())
        {
            await AskWhoIsLeftAsync(cancel).ConfigureAwait(false);
            _isCalled = false;
            return null;
        }
        _device ??= await LocateAsync(until, cancel).ConfigureAwait(false);
        _isCalled = false;   // an I-Am that this poll itself has brought about does not ask for another poll
        if (_device is not { } device)
        {
            OnSilence($"device-silent: nobody answered Who-Is for instance {_plan.Instance}. Check that the device is on and in this network, or give its address (host and port)");
            return null;
        }
        if (!_identified && !await IdentifyAsync(device, until, cancel).ConfigureAwait(false)) return null;
        if (IsAmbiguous()) return null;   // the other one may have spoken up meanwhile
        return _points.KeysKnown || await LearnKeysAsync(device, until, cancel).ConfigureAwait(false) ? device : null;
    }

    /// <summary>Whether several devices say that they are the one that is meant: then none of them is asked, because nobody knows whose values they would be.</summary>
    private bool IsAmbiguous()
    {
        if (_plan.Address is not null || _plan.Instance is not { } instance || _context.Client.PlacesOf(instance) is not { Count: > 1 } places) return _isAmbiguous = false;
        var why = $"device-ambiguous: instance {instance} is at {string.Join(" and at ", places.OrderBy(place => place.ToString(), StringComparer.Ordinal))}: no values are taken. Give each device an instance of its own, or write the address of the one that is meant";
        _silence.OnSilence();
        OnMistaken(why);
        (_device, _identified) = (null, false);
        return _isAmbiguous = true;
    }

    /// <summary>Asks whether all of those are still there that have one instance; when only one answers for a while, the client says where it is.</summary>
    private async ValueTask AskWhoIsLeftAsync(CancellationToken cancel) =>
        await _context.Client.TryFindAsync(_plan.Instance!.Value, _context.Client.Now + TimeSpan.FromMilliseconds(500), cancel).ConfigureAwait(false);

    /// <summary>Forgets who the device is, not where: it is asked anew, as "whichever device you are".</summary>
    private void Doubt()
    {
        _isDoubtful = false;
        if (_device is { } device)
        {
            if (_identified) _context.Memory.Remember(device, _context.Time.GetUtcNow());
            _device = Recall(new(device.Address));
            _device.Capabilities.Doubt();
        }
        _identified = false;
    }

    private async ValueTask<Device?> LocateAsync(TimeSpan? until, CancellationToken cancel)
    {
        if (_plan.Address is { } address) return Recall(new(address));
        if (_context.Client.TryGetBinding(_plan.Instance!.Value, out var bound) && bound != _notAt) return Recall(new(bound));
        if (_context.Memory.AddressOf(_plan.Instance.Value) is { } remembered && remembered != _notAt) return Recall(new(remembered));
        var found = await _context.Client.TryFindAsync(_plan.Instance.Value, until ?? _context.Client.Now + _plan.PollPeriod, cancel).ConfigureAwait(false);
        if (found is not null) _notAt = null;
        return found is null ? null : Recall(found);
    }

    /// <summary>Gives a device what was learned of it before: in an earlier run, or before it was silent.</summary>
    private Device Recall(Device device)
    {
        _recalled = _context.Memory.Recall(device.Address);
        if (_recalled is { } recalled) device.Capabilities.Recall(recalled.Facts);
        return device;
    }

    /// <summary>Asks who is there, and gives it its name if it is the one that is meant.</summary>
    private async ValueTask<bool> IdentifyAsync(Device device, TimeSpan? until, CancellationToken cancel)
    {
        if (!await _context.Client.IdentifyAsync(device, until, cancel).ConfigureAwait(false))
        {
            OnSilence(_context.Client.Diagnose(device.Address, "who it is", tries: 0));
            if (_plan.Address is null) LookElsewhere(device);
            return false;
        }
        if (_plan.Instance is { } meant && device.Instance is { } found && found != meant)
        {
            OnStranger(device, meant, found);
            return false;
        }
        _identified = true;
        ForgetAnother(device);
        TakeName(device);
        return true;
    }

    /// <summary>A controller that was replaced, or has a new firmware, may do what the old one could not, and the other way round.</summary>
    private void ForgetAnother(Device device)
    {
        if (_recalled is { } recalled && !recalled.Is(device))
        {
            device.Capabilities.Forget();
            Log.DeviceReplaced(_context.Logger, _plan.Path, device.Address.ToString(), recalled.ToString());
        }
        _recalled = null;
        _context.Memory.Remember(device, _context.Time.GetUtcNow());
    }

    /// <summary>Another instance answers. Where the configuration gives the address, that is its mistake; otherwise the device has moved, and is looked for.</summary>
    private void OnStranger(Device device, uint meant, uint found)
    {
        if (_plan.Address is null)
        {
            LookElsewhere(device);
            OnSilence($"device-silent: instance {meant} was last at {device.Address}, where {found} answers now. It is asked for by Who-Is");
            return;
        }
        var why = $"device-mistaken: at {device.Address} answers instance {found}, not {meant}: its values are not taken. Correct deviceId, or the address";
        OnMistaken(why);
        Doubt();   // the right one may come
    }

    private void LookElsewhere(Device device)
    {
        _notAt = device.Address;
        _device = null;
    }

    private void TakeName(Device device)
    {
        var named = new PolledDevice(DeviceIdentity.Fill(_plan.Name, device), DeviceIdentity.Fill(_plan.Profile, device), device, _plan, _context.Client);
        // Under another name nothing has been sent yet.
        if (_named is { } before && before.Name != named.Name) (_mapper, _told) = (new(_context.Time), null);
        _named = named;
        _context.OnNamed(named);
    }

    /// <summary>Reads the properties that keys are made of; what one poll has learned, the next one need not ask for.</summary>
    private async ValueTask<bool> LearnKeysAsync(Device device, TimeSpan? until, CancellationToken cancel)
    {
        await _context.Client.ReadAsync(device, _points.KeyProperties, until, cancel).ConfigureAwait(false);
        if (_points.KeyProperties.Settled == 0) OnSilence(_context.Client.Diagnose(device.Address, $"{_points.KeyProperties.Targets.Count} properties that keys are made of", tries: 0));
        else _silence.OnAnswer();
        _points.MakeKeys();
        if (_points.KeyProperties.Settled > 0 && !_points.KeysKnown) OnAnswered(device);
        return _points.KeysKnown;
    }
}
