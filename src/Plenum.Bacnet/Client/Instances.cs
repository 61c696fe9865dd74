using System.Collections.Concurrent;
using Plenum.Bacnet.Protocol.Links;

namespace Plenum.Bacnet.Client;

/// <summary>Where each device instance was heard of. Two places that answer at one moment, or in turns, are two devices with one instance; a new place alone is a device that moved.</summary>
/// <remarks>They are told apart again once one of them has been quiet for half a minute in which the other was heard.</remarks>
internal sealed class Instances
{
    private const int Most = 100_000, MostPlaces = 8;

    private static readonly TimeSpan SameMoment = TimeSpan.FromSeconds(2), Quiet = TimeSpan.FromSeconds(30), Memory = TimeSpan.FromMinutes(5);

    private readonly ConcurrentDictionary<uint, Entry> _entries = new();

    /// <summary>A device said that it is there.</summary>
    /// <returns>Another place of the same instance, the first time that both are seen.</returns>
    public DeviceAddress? OnIAm(uint instance, DeviceAddress from, TimeSpan now)
    {
        if (_entries.Count >= Most && !_entries.ContainsKey(instance)) return null;
        return _entries.GetOrAdd(instance, static _ => new()).OnIAm(from, now);
    }

    /// <summary>Where an instance is, the place heard last first; several when several devices have it.</summary>
    public IReadOnlyList<DeviceAddress> PlacesOf(uint instance, TimeSpan now) => _entries.TryGetValue(instance, out var entry) ? entry.Places(now) : [];

    private sealed class Entry
    {
        private readonly List<(DeviceAddress Place, TimeSpan HeardAt)> _places = [];
        private (DeviceAddress Place, TimeSpan LeftAt)? _former;
        private bool _isDisputed;

        public DeviceAddress? OnIAm(DeviceAddress from, TimeSpan now)
        {
            lock (_places)
            {
                _places.RemoveAll(other => other.Place == from);
                var wasDisputed = _isDisputed;
                var isBack = _places.Count > 0 && _former is { } former && former.Place == from && now - former.LeftAt <= Memory;
                _isDisputed |= isBack || _places.Exists(other => now - other.HeardAt <= SameMoment);
                if (!_isDisputed && _places.Count > 0) _former = (_places[0].Place, now);
                if (!isBack) _places.RemoveAll(other => !_isDisputed || now - other.HeardAt > Quiet);
                else _former = null;
                if (_places.Count == MostPlaces) _places.RemoveAt(MostPlaces - 1);
                _places.Insert(0, (from, now));
                _isDisputed = _places.Count > 1;
                return _isDisputed && !wasDisputed ? _places[1].Place : null;
            }
        }

        public IReadOnlyList<DeviceAddress> Places(TimeSpan now)
        {
            lock (_places)
            {
                // What was in dispute is asked for anew after a while: one of the two may have been mended.
                if (_isDisputed && now - _places[0].HeardAt > Memory)
                {
                    _places.Clear();
                    _isDisputed = false;
                }
                return [.. _places.Select(one => one.Place)];
            }
        }
    }
}
