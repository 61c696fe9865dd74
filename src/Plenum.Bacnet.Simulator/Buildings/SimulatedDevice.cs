using Plenum.Bacnet.Protocol.Types;
using Plenum.Bacnet.Server;
using Plenum.Bacnet.Simulator.Served;
using Plenum.Bacnet.Simulator.Signals;

namespace Plenum.Bacnet.Simulator.Buildings;

/// <summary>A controller of an air handling unit and its terminals, whose points follow signals that can be checked.</summary>
/// <remarks>All members may be used from any thread. Reading a present value allocates nothing.</remarks>
public sealed class SimulatedDevice : ILocalDevice
{
    private readonly PointLayout _layout;
    private readonly SimulatedPoint[] _points;
    private readonly DeviceObject _self;
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
        _points = new SimulatedPoint[layout.Points.Length];
        for (var i = 0; i < _points.Length; i++) _points[i] = new(layout.Points[i], SignalOf(layout.Points[i]));
        _self = new(options, layout);
    }

    /// <inheritdoc/>
    public uint Instance { get; }

    /// <summary>Its Object_Name, as in "Controller 1000".</summary>
    public string Name => _self.Name;

    /// <inheritdoc/>
    public ushort VendorId => DeviceObject.VendorId;

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
    public ObjectId? Find(string objectName)
    {
        if (_layout.TryFind(objectName, out var index)) return _points[index].Id;
        return objectName == _self.Name ? _self.Id : null;
    }

    /// <inheritdoc/>
    public IReadOnlyList<PropertyId>? Properties(ObjectId id)
    {
        if (id == _self.Id) return _self.Properties;
        return _layout.TryFind(id, out var index) ? _points[index].Properties : null;
    }

    /// <inheritdoc/>
    public PropertyResult Read(PropertyReference target)
    {
        if (target.Object == _self.Id) return ReadSelf(target);
        if (!_layout.TryFind(target.Object, out var index)) return new(Refusals.UnknownObject);
        var tick = _clock.Tick;
        PropertyResult result;
        lock (_gate) result = _points[index].Read(target.Property, target.ArrayIndex, tick);
        if (target.Property == PropertyId.PresentValue && result.HasValue) Served?.OnRead(target.Object, result.Value, tick);
        return result;
    }

    /// <inheritdoc/>
    public BacnetError? Write(PropertyReference target, BacnetValue value, byte? priority)
    {
        if (target.Object == _self.Id) return _self.Write(target.Property);
        if (!_layout.TryFind(target.Object, out var index)) return Refusals.UnknownObject;
        lock (_gate) return _points[index].Write(target.Property, target.ArrayIndex, value, priority, _clock.Tick);
    }

    /// <summary>What a restart leaves: no commands, no subscriptions, every point in service, and another Time_Of_Device_Restart.</summary>
    public void Reset()
    {
        Changes?.Forget();
        lock (_gate)
        {
            _self.OnRestart();
            foreach (var point in _points) point.Reset();
        }
    }

    private PropertyResult ReadSelf(PropertyReference target) => target is { Property: PropertyId.ActiveCovSubscriptions, ArrayIndex: null } && Changes is { } changes
        ? new(changes.ActiveSubscriptions())
        : _self.Read(target.Property, target.ArrayIndex);

    private Signal SignalOf(PlannedPoint point) => new(_seed, Instance, point.Id, point.Template.Shape);
}
