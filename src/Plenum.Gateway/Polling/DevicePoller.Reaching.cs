using Plenum.Bacnet.Client;

namespace Plenum.Gateway.Polling;

internal sealed partial class DevicePoller
{
    /// <summary>The device, once it is found, is the one that is meant, and its name and keys are known; null when it is not there yet.</summary>
    private async ValueTask<Device?> ReachAsync(TimeSpan? until, CancellationToken cancel)
    {
        _device ??= await LocateAsync(until, cancel).ConfigureAwait(false);
        if (_device is null)
        {
            OnSilence($"device-silent: nobody answered Who-Is for instance {_plan.Instance}. Check that the device is on and in this network, or give its address (host and port)");
            return null;
        }
        if (!_identified && !await IdentifyAsync(_device, until, cancel).ConfigureAwait(false)) return null;
        if (_points.KeysKnown) return _device;
        await _context.Client.ReadAsync(_device, _points.KeyProperties, until, cancel).ConfigureAwait(false);
        if (_points.KeyProperties.Settled < _points.KeyProperties.Targets.Count) return null;
        _points.MakeKeys();
        return _device;
    }

    private async ValueTask<Device?> LocateAsync(TimeSpan? until, CancellationToken cancel)
    {
        if (_plan.Address is { } address) return new Device(address);
        if (_context.Client.TryGetBinding(_plan.Instance!.Value, out var bound)) return new Device(bound);
        var wait = until is { } end ? end - _context.Client.Now : _plan.PollPeriod;
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancel);
        using var timer = _context.Time.CreateTimer(static source => ((CancellationTokenSource)source!).Cancel(), limit,
            wait > TimeSpan.Zero ? wait : TimeSpan.Zero, Timeout.InfiniteTimeSpan);
        try
        {
            return await _context.Client.FindAsync(_plan.Instance.Value, limit.Token).ConfigureAwait(false);
        }
        catch (OperationCanceledException) when (!cancel.IsCancellationRequested)
        {
            return null;
        }
    }

    private async ValueTask<bool> IdentifyAsync(Device device, TimeSpan? until, CancellationToken cancel)
    {
        var answered = await _context.Client.IdentifyAsync(device, until, cancel).ConfigureAwait(false);
        if (!answered)
        {
            OnSilence(_context.Client.Diagnose(device.Address, "who it is", tries: 0));
            if (_plan.Address is null) _device = null;   // it may have moved: its instance is looked for again
            return false;
        }
        if (_plan.Instance is { } meant && device.Instance is { } found && found != meant)
        {
            var why = $"device-mistaken: at {device.Address} answers instance {found}, not {meant}: its values are not taken. Correct deviceId, or the address";
            if (_figures.Become(DeviceStatus.Mistaken, why)) Log.DeviceMistaken(_context.Logger, _plan.Path, why);
            return false;
        }
        _identified = true;
        _named = new(DeviceIdentity.Fill(_plan.Name, device), DeviceIdentity.Fill(_plan.Profile, device), device, _plan, _context.Client);
        _context.OnNamed(_named);
        return true;
    }
}
