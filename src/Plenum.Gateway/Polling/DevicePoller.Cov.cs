using Plenum.Bacnet.Client.Cov;
using Plenum.Bacnet.Protocol.Types;
using Plenum.Gateway.Model;

namespace Plenum.Gateway.Polling;

internal sealed partial class DevicePoller
{
    private readonly DeviceCov? _cov;

    /// <summary>One turn at a time: what a poll has read, or what the device has told meanwhile.</summary>
    private readonly SemaphoreSlim _storing = new(1, 1);

    /// <summary>Whether something was read or told that is not stored yet.</summary>
    public bool IsStoring => _storing.CurrentCount == 0 || _cov is { Notifications.Count: > 0 };

    /// <inheritdoc/>
    public void Dispose()
    {
        _cov?.Dispose();
        _storing.Dispose();
    }

    /// <summary>Stores what the device tells, as soon as it tells it and with the time at which it came.</summary>
    private async Task TakeNotificationsAsync(CancellationToken stop)
    {
        if (_cov is null) return;
        var readings = new List<Reading>();
        while (await _cov.Notifications.WaitToReadAsync(stop).ConfigureAwait(false))
        {
            try
            {
                while (_cov.Notifications.TryPeek(out var first)) await StoreToldAsync(readings, first.TimestampMs).ConfigureAwait(false);
            }
            catch (Exception failure) when (failure is not OperationCanceledException)
            {
                _figures.Problem = failure.Message;
                Log.PollFailed(_context.Logger, _plan.Path, failure);
            }
        }
    }

    /// <summary>Stores what came at one time, each property once: a message has one value for a key.</summary>
    private async Task StoreToldAsync(List<Reading> readings, long timestampMs)
    {
        await _storing.WaitAsync(CancellationToken.None).ConfigureAwait(false);
        try
        {
            readings.Clear();
            var told = new HashSet<PropertyReference>();
            while (_cov!.Notifications.TryPeek(out var next) && next.TimestampMs == timestampMs && told.Add(next.Property) && _cov.Notifications.TryRead(out next))
                _points.CollectReadings(next.Property, next.Value, readings);
            _figures.OnRead(readings.Count, errors: 0);
            if (await TryStoreAsync(readings, timestampMs).ConfigureAwait(false)) _cov.OnStored(readings.Count);
            else _cov.OnNotStored();
        }
        finally
        {
            _storing.Release();
        }
    }
}
