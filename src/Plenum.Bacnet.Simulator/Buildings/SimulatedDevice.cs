using Plenum.Bacnet.Protocol.Types;
using Plenum.Bacnet.Server;
using Plenum.Bacnet.Server.Objects;
using Plenum.Bacnet.Simulator.Served;
using Plenum.Bacnet.Simulator.Signals;
using Plenum.Bacnet.Transport;

namespace Plenum.Bacnet.Simulator.Buildings;

/// <summary>A controller of an air handling unit and its terminals, whose points follow signals that can be checked.</summary>
/// <remarks>All members may be used from any thread. Reading a present value allocates nothing.</remarks>
public partial class SimulatedDevice : ILocalDevice, IRangeSource
{
    /// <summary>One of the numbers that ASHRAE keeps for itself: no vendor has it.</summary>
    public const ushort UnassignedVendor = 555;

    private static readonly TimeSpan AlarmDelay = TimeSpan.FromSeconds(2);

    private readonly PointLayout _layout;
    private readonly SimulatedPoint[] _points;
    private readonly DeviceObject _self;
    private readonly LocalObjects _objects;
    private readonly DeviceClock _localTime;
    private readonly string? _password;
    private readonly SignalClock _clock;
    private readonly ulong _seed;
    private readonly Lock _gate = new();

    /// <summary>A device of its own; a <see cref="Building"/> makes many.</summary>
    /// <param name="options">What it is and can do.</param>
    /// <param name="clock">The clock that its signals follow.</param>
    public SimulatedDevice(SimulatedDeviceOptions options, SignalClock clock) : this(options, clock, new PointLayout(options.Points)) { }

    internal SimulatedDevice(SimulatedDeviceOptions options, SignalClock clock, PointLayout layout)
    {
        options.Check();
        (_clock, _layout, _seed) = (clock, layout, options.Seed);
        Instance = options.Instance;
        MaxApdu = options.MaxApdu;
        Segmentation = options.Segmentation;
        ReadsMultiple = options.ReadsMultiple;
        TellsChanges = options.TellsChanges;
        (_password, _localTime, Communication) = (options.Password, new(clock.Time), new(clock.Time));
        _points = new SimulatedPoint[layout.Points.Length];
        for (var i = 0; i < _points.Length; i++) _points[i] = MakePoint(layout.Points[i]);
        PortObject = new(MaxApdu, options.PrefixLength);
        LocalObject[] others = [PortObject, .. MakeObjects()];
        _self = new(this, IdentityOf(options), [.. Points, .. others.Select(one => one.Id)], _localTime) { Subscriptions = () => Changes?.ActiveSubscriptions() ?? [] };
        _objects = new([_self, .. others]);
    }

    /// <inheritdoc/>
    public uint Instance { get; }

    /// <summary>Its Object_Name, as in "Controller 1000".</summary>
    public string Name => _self.Name;

    /// <inheritdoc/>
    public ushort VendorId => UnassignedVendor;

    /// <inheritdoc/>
    public int MaxApdu { get; }

    /// <inheritdoc/>
    public Segmentation Segmentation { get; }

    /// <inheritdoc/>
    public bool ReadsMultiple { get; }

    /// <summary>Whether it takes subscriptions to its changes.</summary>
    public bool TellsChanges { get; }

    /// <summary>The identifiers of its points, in the order of its Object_List.</summary>
    public IEnumerable<ObjectId> Points => _points.Select(point => point.Id);

    /// <inheritdoc/>
    public ObjectId? NetworkPort => PortObject.Id;

    /// <summary>The Network Port object, which is told where the device is.</summary>
    internal NetworkPortObject PortObject { get; }

    /// <summary>Holds the subscriptions to its changes; null while it is not on a network, or knows of none.</summary>
    internal CovSource? Changes { get; set; }

    /// <summary>Is told of every present value that is read; null when nobody wants to know.</summary>
    internal ServedTransport? Served { get; set; }

    /// <summary>The signal that a point follows while nobody commands it.</summary>
    /// <exception cref="ArgumentException">The device has no such point.</exception>
    public Signal SignalOf(ObjectId point) => _layout.TryFind(point, out var index)
        ? SignalOf(_layout.Points[index])
        : throw new ArgumentException($"device {Instance} has no {point}", nameof(point));

    /// <inheritdoc/>
    public ObjectId? Find(string objectName) => _layout.TryFind(objectName, out var index) ? _points[index].Id : _objects.Find(objectName)?.Id;

    /// <inheritdoc/>
    public IReadOnlyList<PropertyId>? Properties(ObjectId id) => _layout.TryFind(id, out var index) ? _points[index].Properties : _objects.Find(id)?.Properties;

    /// <inheritdoc/>
    public PropertyResult Read(PropertyReference target)
    {
        if (!_layout.TryFind(target.Object, out var index)) return _objects.Read(target);
        var tick = _clock.Tick;
        PropertyResult result;
        lock (_gate) result = _points[index].Read(target.Property, target.ArrayIndex, tick);
        if (target.Property == PropertyId.PresentValue && result.HasValue) Served?.OnRead(target.Object, result.Value, tick);
        return result;
    }

    /// <inheritdoc/>
    public BacnetError? Write(PropertyReference target, BacnetValue value, byte? priority)
    {
        if (!_layout.TryFind(target.Object, out var index)) return _objects.Write(target, value);
        lock (_gate) return _points[index].Write(target.Property, target.ArrayIndex, value, priority, _clock.Tick);
    }

    /// <summary>Puts a point in fault, or mends it with <see cref="Reliability.NoFaultDetected"/>.</summary>
    /// <exception cref="ArgumentException">There is no such point.</exception>
    public void SetReliability(ObjectId point, Reliability reliability)
    {
        if (!_layout.TryFind(point, out var index)) throw new ArgumentException($"{point} is no point of this device", nameof(point));
        lock (_gate) _points[index].Reliability = reliability;
    }

    /// <inheritdoc/>
    public BacnetError? TryGetItems(PropertyReference target, out ItemList items)
    {
        items = ItemList.Empty;
        if (!_layout.TryFind(target.Object, out _)) return _objects.TryGetItems(target, out items);
        return Properties(target.Object)!.Contains(target.Property) ? Refusals.PropertyIsNotAList : Refusals.UnknownProperty;
    }

    /// <summary>What a restart leaves: no commands, no subscriptions, every point in service, nothing silenced, and another Time_Of_Device_Restart.</summary>
    /// <param name="reason">Why it restarts.</param>
    public void Reset(RestartReason reason = RestartReason.Unknown)
    {
        Changes?.Forget();
        Communication.Set(DeviceCommunication.Enable);
        lock (_gate)
        {
            _self.OnRestart(reason);
            foreach (var point in _points) point.Reset();
        }
    }

    /// <summary>Its objects beside the points, the Device and the Network Port object.</summary>
    private protected virtual IEnumerable<LocalObject> MakeObjects() => [];

    /// <summary>The number of the Notification Class object that tells alarms of a point; 0 for none.</summary>
    private protected virtual uint AlarmsOf(ObjectId point) => 0;

    /// <summary>It is put on a network, which does not carry anything yet.</summary>
    internal virtual void Begin(BacnetPort port, TimeProvider time) { }

    private protected LocalObjects Objects => _objects;

    private protected DeviceClock LocalTime => _localTime;

    private protected SimulatedPoint[] AllPoints => _points;

    private protected Lock Gate => _gate;

    private protected long Tick => _clock.Tick;

    /// <summary>A point; one that tells alarms does so in the outer tenths of its range.</summary>
    private SimulatedPoint MakePoint(PlannedPoint plan)
    {
        var signal = SignalOf(plan);
        if (AlarmsOf(plan.Id) is not (> 0 and var number)) return new(plan, signal);
        var shape = plan.Template.Shape;
        var (low, high) = (MathF.ScaleB(shape.Low, shape.Exponent), MathF.ScaleB(shape.High + 1, shape.Exponent));
        var tenth = (high - low) / 10;
        return new(plan, signal) { Alarm = new(low + tenth, high - tenth, tenth / 2, AlarmDelay), NotificationClass = number };
    }

    private static DeviceIdentity IdentityOf(SimulatedDeviceOptions options) => new()
    {
        Name = $"Controller {options.Instance}",
        Model = "Simulated Controller",
        Version = "1.0",
        Description = "A controller of air handling units, simulated",
        Location = "Simulated",
        SerialNumber = $"SIM-{options.Instance}",
    };

    private Signal SignalOf(PlannedPoint point) => new(_seed, Instance, point.Id, point.Template.Shape);
}
