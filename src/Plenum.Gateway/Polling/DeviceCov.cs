using System.Threading.Channels;
using Plenum.Bacnet.Client;
using Plenum.Bacnet.Client.Cov;
using Plenum.Bacnet.Protocol.Transactions;
using Plenum.Bacnet.Protocol.Types;
using Plenum.Gateway.Configuration;

namespace Plenum.Gateway.Polling;

/// <summary>What of one device is subscribed to, and what a poll therefore need not read.</summary>
/// <remarks>Every poll reads what shows a restart. Once in a while a poll reads everything all the same, and holds it against what was told: see <see cref="CovAudit"/>.</remarks>
internal sealed class DeviceCov : IDisposable
{
    private static readonly TimeSpan LeastLifetime = TimeSpan.FromMinutes(30);
    private static readonly TimeSpan BetweenIAms = TimeSpan.FromMinutes(1);

    private readonly DevicePlan _plan;
    private readonly PointSet _points;
    private readonly PollingContext _context;
    private readonly HashSet<PropertyReference> _wanted;
    private readonly DeviceSubscriptions _subscriptions;
    private readonly RestartWatch _restarts = new();
    private readonly CovAudit _audit;
    private (int Revision, bool IsFull, ObjectId Device) _chosenFor = (-1, false, default);
    private PollList? _chosen;
    private TimeSpan _began, _nextFull;
    private TimeSpan? _lastIAm;
    private volatile bool _isFullWanted;
    private string? _logged;
    private long _told;

    private DeviceCov(DevicePlan plan, PointSet points, PollingContext context, HashSet<PropertyReference> wanted)
    {
        (_plan, _points, _context, _wanted) = (plan, points, context, wanted);
        var lifetime = 4 * plan.PollPeriod > LeastLifetime ? 4 * plan.PollPeriod : LeastLifetime;
        _subscriptions = context.Client.Subscriptions(wanted.Select(CovTarget.For), new() { Lease = new() { Lifetime = lifetime } });
        _audit = new(_subscriptions);
    }

    /// <summary>What the device tells.</summary>
    public ChannelReader<CovNotification> Notifications => _subscriptions.Notifications;

    /// <summary>How it stands, for people.</summary>
    public CovFigures Figures
    {
        get
        {
            var states = _subscriptions.States().ToDictionary(state => state.Target);
            var polled = _wanted.Select(property => states[CovTarget.For(property)]).Where(state => state.State != CovLeaseState.Live).ToList();
            var reasons = polled.GroupBy(state => state.Why).OrderByDescending(same => same.Count()).Take(5).Select(same => $"{same.Count()}: {same.Key}");
            return new(_wanted.Count - polled.Count, polled.Count, Interlocked.Read(ref _told), _audit.Missed, [.. reasons]);
        }
    }

    private TimeSpan Now => _context.Client.Now;

    /// <summary>The subscriptions of a device; null when none of its points is to be subscribed to.</summary>
    public static DeviceCov? For(DevicePlan plan, PointSet points, PollingContext context)
    {
        var wanted = plan.Points.Where(IsWanted).Select(point => new PropertyReference(point.Object, point.Property, point.ArrayIndex)).Where(property => !points.IsReadTogether(property)).ToHashSet();
        return wanted.Count == 0 ? null : new(plan, points, context, wanted);
    }

    /// <summary>What the poll that begins now reads.</summary>
    public PollList Choose(Device device)
    {
        _began = Now;
        foreach (var missed in _audit.Judge(_began)) Log.ChangeMissed(_context.Logger, _plan.Path, missed.Property.ToString(), missed.Why);
        (int, bool, ObjectId) key = (_subscriptions.Look(), _isFullWanted || _began >= _nextFull, device.ObjectId);
        if (_chosen is not null && key == _chosenFor) return _chosen;
        _chosenFor = key;
        var increments = _chosenFor.IsFull ? _audit.Increments(_wanted) : [];
        return _chosen = new(_points.Targets, target => _chosenFor.IsFull || !_wanted.Contains(target) || !_subscriptions.IsLive(target), [.. RestartWatch.Of(device), .. increments]);
    }

    /// <summary>Looks at what the poll has read: for a restart, and, if it read everything, for changes that were not told.</summary>
    public void OnPolled()
    {
        var poll = _chosen!;
        if (_restarts.Look(poll) is { } why)
        {
            _subscriptions.OnRestarted(why);
            _audit.Clear();
        }
        if (!_chosenFor.IsFull || poll.Values.Settled < poll.Values.Targets.Count) return;
        (_isFullWanted, _nextFull) = (false, _began + _plan.CovPollPeriod);
        for (var i = 0; i < _points.Targets.Count; i++)
            if (_wanted.Contains(_points.Targets[i]) && poll.Of(i) is { HasValue: true } read) _audit.Hold(_points.Targets[i], read.Value, poll, _began);
    }

    /// <summary>Subscribes, renews, and subscribes again, in half the time that is left until the next poll.</summary>
    public async ValueTask TendAsync(Device device, TimeSpan nextDue, CancellationToken cancel)
    {
        await _subscriptions.TendAsync(device, Now + ((nextDue - Now) / 2), cancel).ConfigureAwait(false);
        TellState();
    }

    /// <summary>Whether the device has told a property since the poll began: what the poll has read of it may be older.</summary>
    public bool IsOvertaken(PropertyReference property) => _wanted.Contains(property) && _subscriptions.Last(property) is { } told && told.At >= _began;

    /// <summary>The device said, perhaps because it has just started, that it is there. One that tells when it restarted is asked for that with the next poll anyway; another one may have forgotten everything.</summary>
    public void OnIAm()
    {
        if (_restarts.IsTold || Now - _lastIAm < BetweenIAms) return;
        _lastIAm = Now;
        _subscriptions.OnRestarted("it said I-Am, and may have restarted");
    }

    /// <summary>The device does not answer: what it holds may be gone when it does.</summary>
    public void OnSilence() => _subscriptions.OnRestarted("it did not answer for a while");

    /// <summary>Values that were told are stored.</summary>
    public void OnStored(int values) => Interlocked.Add(ref _told, values);

    /// <summary>Values that were told could not be stored: they are read again.</summary>
    public void OnNotStored() => _isFullWanted = true;

    public void Dispose() => _subscriptions.Dispose();

    /// <summary>By itself only what SubscribeCOV tells is subscribed to, which most devices can; the rest when it is asked for.</summary>
    private static bool IsWanted(PointPlan point) => point.Cov == CovMode.On
        || (point.Cov == CovMode.Auto && point is { Property: PropertyId.PresentValue or PropertyId.StatusFlags, ArrayIndex: null });

    /// <summary>Tells how many points are subscribed to when that has changed and nothing is under way.</summary>
    private void TellState()
    {
        var states = _subscriptions.States();
        if (states.Any(state => state.State is CovLeaseState.Wanted or CovLeaseState.Accepted)) return;
        var figures = Figures;
        var text = $"{figures.Subscribed} tell their changes, {figures.Polled} are polled{(figures.Reasons.Count > 0 ? $" ({string.Join("; ", figures.Reasons)})" : "")}";
        if (text == _logged) return;
        _logged = text;
        Log.ChangesTold(_context.Logger, _plan.Path, text);
    }
}
