using System.Collections.Concurrent;
using Plenum.Bacnet.Protocol.Links;

namespace Plenum.Bacnet.Client;

/// <summary>Where each device instance was heard of. Two places that answer at one moment, or in turns, are two devices with one instance; a new place alone is a device that moved.</summary>
/// <remarks>They are told apart again once one of them has been quiet for half a minute in which the other was heard. Written by the receiving thread alone.</remarks>
internal sealed class Instances
{
    private const int Most = 100_000, MostOthers = 7;

    private static readonly TimeSpan SameMoment = TimeSpan.FromSeconds(2), Quiet = TimeSpan.FromSeconds(30), Memory = TimeSpan.FromMinutes(5);

    private readonly ConcurrentDictionary<uint, Heard> _heard = new();

    /// <summary>A device said that it is there.</summary>
    /// <returns>Another place of the same instance, the first time that both are seen.</returns>
    public DeviceAddress? OnIAm(uint instance, DeviceAddress from, TimeSpan now)
    {
        var isKnown = _heard.TryGetValue(instance, out var last);
        if (!isKnown && _heard.Count >= Most) return null;
        if (!isKnown || last.IsForgotten(now) || (last.Place == from && !last.IsDisputed))
        {
            _heard[instance] = new(from, now, last.IsForgotten(now) ? null : last.Past);
            return null;
        }
        List<(DeviceAddress Place, TimeSpan At)> others = [(last.Place, last.At), .. last.Others];
        others.RemoveAll(other => other.Place == from);
        var isBack = others.Count > 0 && last.Past is { } past && past.Former == from && now - past.LeftAt <= Memory;
        if (!last.IsDisputed && !isBack && now - last.At > SameMoment)
        {
            _heard[instance] = new(from, now, new([], last.Place, now));
            return null;
        }
        if (!isBack) others.RemoveAll(other => now - other.At > Quiet);
        _heard[instance] = new(from, now, others.Count == 0 ? null : new([.. others.Take(MostOthers)], default, default));
        return others.Count > 0 && !last.IsDisputed ? others[0].Place : null;
    }

    /// <summary>Where an instance is, the place heard last first; several when several devices have it. What was in dispute is forgotten after five minutes, and so asked for anew.</summary>
    public IReadOnlyList<DeviceAddress> PlacesOf(uint instance, TimeSpan now) =>
        !_heard.TryGetValue(instance, out var last) || last.IsForgotten(now) ? [] : [last.Place, .. last.Others.Select(other => other.Place)];

    /// <summary>Whether some device says that it is at this address.</summary>
    public bool IsPlace(DeviceAddress address)
    {
        foreach (var (_, heard) in _heard)
            if (heard.Place == address || Array.Exists(heard.Others, other => other.Place == address)) return true;
        return false;
    }

    private readonly record struct Heard(DeviceAddress Place, TimeSpan At, Past? Past)
    {
        public (DeviceAddress Place, TimeSpan At)[] Others => Past?.Others ?? [];

        public bool IsDisputed => Others.Length > 0;

        public bool IsForgotten(TimeSpan now) => IsDisputed && now - At > Memory;
    }

    /// <summary>What there was beside the place heard last: others that have the same instance, or the one that the device left.</summary>
    private sealed record Past((DeviceAddress Place, TimeSpan At)[] Others, DeviceAddress Former, TimeSpan LeftAt);
}
