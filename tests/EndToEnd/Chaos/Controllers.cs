using System.Globalization;
using System.Text.Json;
using EndToEnd.Tests.Processes;
using Plenum.Bacnet.Protocol.Types;
using Plenum.Bacnet.Simulator.Buildings;
using Plenum.Bacnet.Simulator.Signals;
using Plenum.TestKit;

namespace EndToEnd.Tests.Chaos;

/// <summary>The controllers of a simulated building as this process knows them: their points, and the value of each at any time.</summary>
/// <remarks>An analog value carries the tick at which it was served (<see cref="Signal"/>): one of another point, another device or another time is found out.</remarks>
internal sealed class Controllers
{
    private static readonly TimeSpan Tick = TimeSpan.FromMilliseconds(100);

    // Instances of other tests on this machine, whose I-Am this one's gateway may hear.
    private static uint _nextInstance = 100_000 + (uint)(Environment.ProcessId % 1000 * 4000);

    private readonly Dictionary<(string Device, string Key), (ObjectType Type, Signal Signal)> _signals = [];

    /// <summary>So many controllers with so many points each.</summary>
    public Controllers(int count, int points)
    {
        (Count, PointsEach) = (count, points);
        FirstInstance = Interlocked.Add(ref _nextInstance, (uint)count) - (uint)count;
        var clock = new SignalClock(TimeProvider.System, Tick);
        for (var i = 0; i < count; i++)
        {
            var device = new SimulatedDevice(new() { Instance = FirstInstance + (uint)i, Points = points }, clock);
            Points = [.. device.Points];
            foreach (var point in Points) _signals[(NameOf(i), KeyOf(point))] = (point.Type, device.SignalOf(point));
        }
    }

    public int Count { get; }

    public int PointsEach { get; }

    public uint FirstInstance { get; }

    /// <summary>The points that every controller has.</summary>
    public IReadOnlyList<ObjectId> Points { get; } = [];

    /// <summary>What <c>plenum simulate</c> is started with to be these.</summary>
    public IEnumerable<string> Arguments =>
        ["--points", PointsEach.ToString(CultureInfo.InvariantCulture), "--first-instance", FirstInstance.ToString(CultureInfo.InvariantCulture), "--plain"];

    /// <summary>The name on the server of the controller at an index.</summary>
    public string NameOf(int index) => $"Controller {FirstInstance + (uint)index}";

    /// <summary>The key of a point, as the configuration's <c>${objectType}-${objectId}</c> makes it.</summary>
    public static string KeyOf(ObjectId point) => $"{EnumNames<ObjectType>.CamelCase(point.Type)}-{point.Instance}";

    /// <summary>Judges a value that was delivered.</summary>
    /// <param name="building">When the building's clock began.</param>
    /// <param name="oldest">How long before its timestamp a value may have been served.</param>
    /// <returns>Why it is wrong; null if the point had it at that time.</returns>
    public string? Judge(SimulatedBuilding building, TimeSpan oldest, string device, long readAt, string key, string json)
    {
        if (!_signals.TryGetValue((device, key), out var point)) return $"{device} {key} is no point of the building";
        var at = DateTimeOffset.FromUnixTimeMilliseconds(readAt);
        var first = Math.Max(0, (long)Math.Floor((at - oldest - building.Latest) / Tick));
        var last = (long)Math.Ceiling((at - building.Earliest) / Tick);
        if (ValueOf(point.Type, json) is { } value && point.Signal.Has(value, first, last)) return null;
        var served = json.Length > 0 && ValueOf(point.Type, json) is { Kind: BacnetKind.Real } real && point.Signal.TickOf(real.AsReal, last) is { } tick
            ? $"it was served {(last - tick) * Tick} earlier" : "it was never served";
        return $"{device} {key} = {json} at {at:HH:mm:ss.fff}: {served}";
    }

    private static BacnetValue? ValueOf(ObjectType type, string json)
    {
        using var document = JsonDocument.Parse(json);
        return DeliveredValue.Of(type, document.RootElement);
    }
}
