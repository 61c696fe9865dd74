using Plenum.Bacnet.Client;
using Plenum.Bacnet.Protocol.Links;
using Plenum.Bacnet.Protocol.Services;
using Plenum.Gateway.Configuration;
using Plenum.Gateway.Mapping;
using Plenum.Gateway.Model;
using Plenum.Gateway.Outbox;

namespace Plenum.Gateway.Polling;

/// <summary>Reads one device on its own grid of time, and stores what it reads. Nothing that happens to this device delays another.</summary>
/// <remarks>A poll's tries go on until the next poll is due. A device that leaves two polls without any answer is asked ever more rarely, and at once when it says I-Am.
/// Such a poll comes beside the grid: it takes no place of one that is due. Who was silent is asked again who it is before any of its values is taken.</remarks>
internal sealed partial class DevicePoller : IDisposable
{
    /// <summary>The polls of a silent device have no end but that of their few tries, each of which may wait for a busy router. Until then its loop is slow, not stuck.</summary>
    private static readonly TimeSpan LongestSilentPoll = TimeSpan.FromMinutes(2);

    private readonly DevicePlan _plan;
    private readonly PollingContext _context;
    private readonly Standstills _standstills;
    private readonly PollSchedule _schedule;
    private readonly SilenceBackOff _silence;
    private readonly PollFigures _figures;
    private readonly PointSet _points;
    private DeviceMapper _mapper;
    private readonly List<Reading> _readings = [];
    private readonly Lock _wakeGate = new();
    private CancellationTokenSource? _pause;
    private PolledDevice? _named;
    private volatile Device? _device;
    private volatile bool _isCalled;
    private volatile bool _isDoubtful;
    private bool _identified;
    private int _refused;

    public DevicePoller(DevicePlan plan, PollingContext context, Standstills standstills, NetworkWatch.Neighbour neighbour, double phase)
    {
        (_plan, _context, _standstills, _neighbour) = (plan, context, standstills, neighbour);
        _schedule = new(context.Client.Now, plan.PollPeriod, phase);
        _silence = new(plan.PollPeriod);
        _figures = new(context.Time);
        _availability = new(context.Time, plan.PollPeriod);
        _points = new(plan.Points);
        _cov = DeviceCov.For(plan, _points, context);
        _mapper = new(context.Time);
        NextWake = _schedule.NextDue;
    }

    /// <summary>When this loop is to do something next, on the client's clock: a loop that is long past it is stuck.</summary>
    public TimeSpan NextWake { get; private set; }

    public DeviceStatus Status => _availability.Now.Status;

    public DeviceState State
    {
        get
        {
            var (now, last) = (_availability.Now, _figures.LastValue);
            return new(_plan.Path, _named?.Name, _device?.Address.ToString() ?? _plan.Address?.ToString(), now.Status, now.Since, _figures.Problem ?? now.Why,
                _figures.Due, _figures.Fresh, _figures.Readings, _figures.PointErrors, _figures.LastFresh, _device?.Capabilities.Way ?? "", _device?.Capabilities.Evidence ?? "", _points.Failing())
            {
                LastValue = last?.At,
                Age = last?.Age,
                Withheld = _points.Withheld,
                Cov = _cov?.Figures,
            };
        }
    }

    /// <summary>Polls until told to stop. A poll that fails by a mistake of ours is told and counted, and the next one comes all the same.</summary>
    /// <param name="stop">No new poll is begun.</param>
    /// <param name="abandon">The poll under way is given up as well; what it has read by then is stored.</param>
    public async Task RunAsync(CancellationToken stop, CancellationToken abandon)
    {
        var told = TakeNotificationsAsync(stop);
        try
        {
            await PollAgainAndAgainAsync(stop, abandon).ConfigureAwait(false);
        }
        finally
        {
            await told.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    private async Task PollAgainAndAgainAsync(CancellationToken stop, CancellationToken abandon)
    {
        while (true)
        {
            var isCalled = await WaitForNextAsync(stop).ConfigureAwait(false);
            var now = _context.Client.Now;
            var due = isCalled && now < _schedule.NextDue ? 0 : _schedule.Take(now);
            NextWake = (_silence.IsSilent && now + LongestSilentPoll is var end && end > _schedule.NextDue ? end : _schedule.NextDue) + _plan.PollPeriod;
            _neighbour.OnBegin(now);
            var isFresh = false;
            try
            {
                isFresh = await PollAsync(abandon).ConfigureAwait(false) && _context.Client.Now <= _schedule.NextDue;
            }
            catch (Exception failure) when (failure is not OperationCanceledException || !abandon.IsCancellationRequested)
            {
                _figures.Problem = failure.Message;
                Log.PollFailed(_context.Logger, _plan.Path, failure);
            }
            _figures.OnPoll(due, isFresh);   // a poll that is given up before its time was not due yet, and does not come here
        }
    }

    /// <summary>A device said that it is there. If it is this one, it is asked at once; if it contradicts what is known of this one, that is looked into.</summary>
    public void OnIAm(IAmRequest iAm, DeviceAddress from)
    {
        // One of the two alone: the device has moved, or another one has taken its place.
        if (_device is { Instance: { } known } device && (known == iAm.Device.Instance) != (device.Address == from)) _isDoubtful = true;
        if (_isAmbiguous || (_plan.Instance is { } instance ? iAm.Device.Instance != instance : _plan.Address != from)) return;
        _cov?.OnIAm();
        Wake();
    }

    /// <summary>Asks for a poll at once, should the device be left alone for a while now.</summary>
    private void Wake()
    {
        lock (_wakeGate)
        {
            _isCalled = true;
            _pause?.Cancel();
        }
    }

    /// <summary>Waits until the next poll is due, or a silent device may be asked again.</summary>
    /// <returns>Whether it was woken by the device's I-Am.</returns>
    private async Task<bool> WaitForNextAsync(CancellationToken cancel)
    {
        var now = _context.Client.Now;
        var (silent, pause) = (_silence.IsSilent, Pause);
        var wake = silent && now + pause > _schedule.NextDue ? now + pause : _schedule.NextDue;
        NextWake = wake;
        if (wake <= now) return false;
        if (!silent)
        {
            await Task.Delay(wake - now, _context.Time, cancel).ConfigureAwait(false);
            return false;
        }
        using var sleep = CancellationTokenSource.CreateLinkedTokenSource(cancel);
        lock (_wakeGate)
        {
            _pause = sleep;
            if (_isCalled) sleep.Cancel();   // it said I-Am while the last poll was still under way
        }
        await Task.Delay(wake - now, _context.Time, sleep.Token).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        lock (_wakeGate) _pause = null;
        cancel.ThrowIfCancellationRequested();
        return sleep.IsCancellationRequested;
    }

    /// <summary>Finds the device if need be, reads it and stores what it said.</summary>
    /// <returns>Whether every point was answered and stored.</returns>
    private async Task<bool> PollAsync(CancellationToken cancel)
    {
        if (_isNetworkBack) BeginAnew();
        // Of a silent device nothing but a few tries is asked for; a device that answers gets every try that fits before its next poll.
        TimeSpan? until = _silence.IsSilent ? null : _schedule.NextDue;
        var device = await ReachAsync(until, cancel).ConfigureAwait(false);
        if (device is null) return false;
        if (_cov is not null) _points.Poll = _cov.Choose(device);
        await ReadAsync(device, until, cancel).ConfigureAwait(false);
        if (_points.Poll.Values.Settled == 0 && _points.Poll.Values.Targets.Count > 0)
        {
            OnSilence(_context.Client.Diagnose(device.Address, $"a poll of {_points.Poll.Values.Targets.Count} properties", tries: 0));
            return false;
        }
        _silence.OnAnswer();
        _cov?.OnPolled();
        var stored = await TryStoreAsync().ConfigureAwait(false);
        OnAnswered(device);
        await LearnAsync(device, cancel).ConfigureAwait(false);
        if (_cov is not null) await _cov.TendAsync(device, _schedule.NextDue, cancel).ConfigureAwait(false);
        return stored && IsComplete;
    }

    /// <summary>With the values safe and time left: tries what the device once could not do, and remembers what it can.</summary>
    private async ValueTask LearnAsync(Device device, CancellationToken cancel)
    {
        var now = _context.Client.Now;
        if (IsComplete)
            await _context.Client.TryMoreAsync(device, _points.Poll.Values, now + ((_schedule.NextDue - now) / 2), cancel).ConfigureAwait(false);
        _context.Memory.Remember(device, _context.Time.GetUtcNow());
    }

    /// <summary>Reads the points; anew, if the process stood still meanwhile: some of what was answered may be as old as the time before it.</summary>
    private async Task ReadAsync(Device device, TimeSpan? until, CancellationToken cancel)
    {
        try
        {
            long before;
            do
            {
                before = _standstills.Count;
                await _context.Client.ReadAsync(device, _points.Poll.Values, until, cancel).ConfigureAwait(false);
            }
            while (_standstills.Count != before);
        }
        catch (OperationCanceledException) when (_points.Poll.Values.Settled > 0)
        {
            await TryStoreAsync().ConfigureAwait(false);
            throw;
        }
    }

    private async Task<bool> TryStoreAsync()
    {
        await _storing.WaitAsync(CancellationToken.None).ConfigureAwait(false);
        try
        {
            _refused = _points.CollectReadings(_readings, _cov is null ? null : _cov.IsOvertaken);
            _figures.OnRead(_readings.Count, _refused);
            return await TryStoreAsync(_readings, _context.Time.GetUtcNow().ToUnixTimeMilliseconds()).ConfigureAwait(false);
        }
        finally
        {
            _storing.Release();
        }
    }

    /// <summary>Inside the turn: the mapper takes one set of readings after the other.</summary>
    private async Task<bool> TryStoreAsync(List<Reading> readings, long timestampMs)
    {
        var mapped = _mapper.Map(new(_named!.Name, _named.Profile, timestampMs, readings));
        try
        {
            foreach (var message in mapped)
            {
                await _context.Outbox.StoreAsync(message.Message, CancellationToken.None).ConfigureAwait(false);
                message.Confirm();
            }
            _figures.OnStored(readings.Count, timestampMs);
            return true;
        }
        catch (OutboxException failure)
        {
            // The outbox tells the log and health what is wrong with the disk; here it means that this poll was not fresh.
            _figures.Problem = failure.Message;
            return false;
        }
    }
}
