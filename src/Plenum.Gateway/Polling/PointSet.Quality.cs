using Plenum.Bacnet.Client;
using Plenum.Bacnet.Protocol.Types;
using Plenum.Gateway.Configuration;
using Plenum.Gateway.Model;

namespace Plenum.Gateway.Polling;

/// <content>Present values that are held against what their objects say of them.</content>
internal sealed partial class PointSet
{
    private readonly int[] _flagsBy, _reliabilityBy;

    /// <summary>Properties that are read together, at each poll, so that a value and its quality are of one time.</summary>
    private readonly HashSet<PropertyReference> _together = [];

    /// <summary>Values of the last poll that were withheld, with what is wrong; the first few, for people.</summary>
    private volatile IReadOnlyList<string> _withheld = [];

    /// <summary>Objects that have no Status_Flags: their values are believed.</summary>
    public int WithoutFlags { get; private set; }

    /// <summary>Values of the last poll that were withheld, with what is wrong; the first few, for people.</summary>
    public IReadOnlyList<string> Withheld => _withheld;

    /// <summary>Whether a property is read at each poll whatever the device tells by itself.</summary>
    public bool IsReadTogether(PropertyReference property) => _together.Contains(property);

    /// <summary>Whether the quality of a point is looked at: only a present value has one.</summary>
    private static bool HasQuality(PointPlan point) => point is { Quality: not QualityMode.Send, Property: PropertyId.PresentValue, ArrayIndex: null };

    private void AddQuality(int index, Func<PropertyReference, int> placeOf)
    {
        var point = _points[index];
        (_flagsBy[index], _reliabilityBy[index]) = (-1, -1);
        if (!HasQuality(point)) return;
        PropertyReference flags = new(point.Object, PropertyId.StatusFlags), reliability = new(point.Object, PropertyId.Reliability);
        (_flagsBy[index], _reliabilityBy[index]) = (placeOf(flags), placeOf(reliability));
        _together.UnionWith([Target(point), flags, reliability]);
    }

    /// <summary>Adds a value that a poll has read: marked with its quality, or not at all, where that is asked for.</summary>
    private void AddRead(int index, BacnetValue value, List<Reading> readings, ref List<string>? withheld)
    {
        if (_flagsBy[index] < 0)
        {
            readings.Add(ReadingOf(index, value));
            return;
        }
        var point = _points[index];
        var flags = Poll.Of(_flagsBy[index])!.Value;
        if (flags is { HasValue: false } && flags.Error != BacnetError.Timeout) WithoutFlags++;
        var quality = PointQuality.Of(point.Object, flags, Poll.Of(_reliabilityBy[index])!.Value);
        if (point.Quality == QualityMode.Withhold && !quality.IsTrusted)
        {
            withheld ??= [];
            if (withheld.Count < MostShown) withheld.Add($"{point.Path} ({Target(point)}): {quality.Text}");
            return;
        }
        readings.Add(ReadingOf(index, value));
        if (point.Quality == QualityMode.Mark) readings.Add(new(index, $"{_keys[index]}_quality", point.Kind, Value.Of(quality.Text), point.Report));
    }
}
