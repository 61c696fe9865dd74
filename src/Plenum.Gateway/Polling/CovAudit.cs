using Plenum.Bacnet.Client.Cov;
using Plenum.Bacnet.Protocol.Types;

namespace Plenum.Gateway.Polling;

/// <summary>Holds what was read against what was told. A device that does not tell a change within half a minute after it could be read has missed it, and is polled from then on.</summary>
internal sealed class CovAudit(DeviceSubscriptions subscriptions)
{
    /// <summary>A notification may be on its way, and repeated, while the new value is read already.</summary>
    private static readonly TimeSpan Grace = TimeSpan.FromSeconds(30);

    private readonly Dictionary<PropertyReference, (TimeSpan At, BacnetValue Read, BacnetValue Told)> _suspects = [];
    private readonly Dictionary<ObjectId, int> _incrementAt = [];
    private long _missed;

    /// <summary>Changes that were not told.</summary>
    public long Missed => Interlocked.Read(ref _missed);

    /// <summary>The COV_Increment of each object whose numbers are told: up to it a difference is none.</summary>
    public IReadOnlyList<PropertyReference> Increments(IEnumerable<PropertyReference> told)
    {
        _incrementAt.Clear();
        var increments = new List<PropertyReference>();
        foreach (var property in told)
        {
            if (subscriptions.Last(property) is not { } last || Number(last.Value) is null || !_incrementAt.TryAdd(property.Object, increments.Count)) continue;
            increments.Add(new(property.Object, PropertyId.CovIncrement));
        }
        return increments;
    }

    /// <summary>Looks at one value that a poll has read, which began at a time.</summary>
    public void Hold(PropertyReference property, BacnetValue read, PollList poll, TimeSpan began)
    {
        if (!subscriptions.IsLive(property) || subscriptions.Last(property) is not { } told || told.At >= began) _suspects.Remove(property);
        else if (!Differs(told.Value, read, Increment(property, poll))) _suspects.Remove(property);
        else _suspects.TryAdd(property, (began, read, told.Value));
    }

    /// <summary>Gives up those whose change has not been told since.</summary>
    public List<(PropertyReference Property, string Why)> Judge(TimeSpan now)
    {
        var missed = new List<(PropertyReference, string)>();
        foreach (var (property, suspect) in _suspects)
        {
            var isTold = !subscriptions.IsLive(property) || subscriptions.Last(property)?.At >= suspect.At;
            if (!isTold && now - suspect.At < Grace) continue;
            _suspects.Remove(property);
            if (isTold) continue;
            Interlocked.Increment(ref _missed);
            var why = $"a change was not told: {suspect.Read} was read where {suspect.Told} was told last";
            subscriptions.Distrust(property, why);
            missed.Add((property, why));
        }
        return missed;
    }

    /// <summary>A restart explains everything.</summary>
    public void Clear() => _suspects.Clear();

    private double Increment(PropertyReference property, PollList poll) =>
        _incrementAt.TryGetValue(property.Object, out var place) && poll.Beside(RestartWatch.Count + place) is { HasValue: true, Value: { Kind: BacnetKind.Real } increment } ? increment.AsReal : 0;

    private static bool Differs(BacnetValue told, BacnetValue read, double increment)
    {
        if (told == read) return false;
        if (Number(told) is not { } before || Number(read) is not { } now) return true;
        var distance = Math.Abs(now - before);
        return double.IsNaN(distance) ? double.IsNaN(before) != double.IsNaN(now) : distance > 0 && distance >= increment;
    }

    private static double? Number(BacnetValue value) => value.Kind switch
    {
        BacnetKind.Real => value.AsReal,
        BacnetKind.Double => value.AsDouble,
        _ => null,
    };
}
