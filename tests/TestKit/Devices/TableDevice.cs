using System.Collections.Concurrent;
using Plenum.Bacnet.Protocol.Types;
using Plenum.Bacnet.Server;

namespace Plenum.TestKit;

/// <summary>A device of ours that is a table of values. Whatever is in the table can be written; a write is remembered with its priority.</summary>
public sealed class TableDevice : ILocalDevice
{
    private readonly ConcurrentDictionary<PropertyReference, PropertyResult> _table = new();

    /// <summary>A device with a Device object of an instance.</summary>
    public TableDevice(uint instance)
    {
        Instance = instance;
        var id = new ObjectId(ObjectType.Device, instance);
        this[new(id, PropertyId.ObjectIdentifier)] = BacnetValue.Object(id);
        this[new(id, PropertyId.ObjectName)] = BacnetValue.CharacterString($"device {instance}");
        this[new(id, PropertyId.MaxApduLengthAccepted)] = BacnetValue.Unsigned((uint)MaxApdu);
        this[new(id, PropertyId.SegmentationSupported)] = BacnetValue.Enumerated((uint)Segmentation.NoSegmentation);
        this[new(id, PropertyId.VendorIdentifier)] = BacnetValue.Unsigned(VendorId);
    }

    /// <inheritdoc/>
    public uint Instance { get; }

    /// <inheritdoc/>
    public ushort VendorId
    {
        get;
        init
        {
            field = value;
            this[new(new(ObjectType.Device, Instance), PropertyId.VendorIdentifier)] = BacnetValue.Unsigned(value);
        }
    } = 260;

    /// <inheritdoc/>
    public int MaxApdu
    {
        get;
        init
        {
            field = value;
            this[new(new(ObjectType.Device, Instance), PropertyId.MaxApduLengthAccepted)] = BacnetValue.Unsigned((uint)value);
        }
    } = 1476;

    /// <summary>Which way it segments; default neither.</summary>
    public Segmentation Segmentation
    {
        get;
        init
        {
            field = value;
            this[new(new(ObjectType.Device, Instance), PropertyId.SegmentationSupported)] = BacnetValue.Enumerated((uint)value);
        }
    } = Segmentation.NoSegmentation;

    /// <inheritdoc/>
    public bool ReadsMultiple { get; init; } = true;

    /// <summary>Adds analog inputs 0 to <paramref name="count"/> - 1, whose value is their number.</summary>
    public TableDevice With(int count)
    {
        for (uint i = 0; i < count; i++) this[new(new(ObjectType.AnalogInput, i), PropertyId.PresentValue)] = BacnetValue.Real(i);
        return this;
    }

    /// <summary>What has been written, in order.</summary>
    public ConcurrentQueue<(PropertyReference Target, BacnetValue Value, byte? Priority)> Writes { get; } = new();

    /// <summary>A property's value.</summary>
    public BacnetValue this[PropertyReference target]
    {
        get => _table[target].Value;
        set => _table[target] = new(value);
    }

    /// <summary>Puts a refusal in a property's place.</summary>
    public void Refuse(PropertyReference target, ErrorClass errorClass, ErrorCode code) => _table[target] = new(new BacnetError(errorClass, code));

    /// <inheritdoc/>
    public ObjectId? Find(string objectName) => _table
        .Where(entry => entry.Key.Property == PropertyId.ObjectName && entry.Value is { HasValue: true, Value: var name } && name == BacnetValue.CharacterString(objectName))
        .Select(entry => (ObjectId?)entry.Key.Object)
        .FirstOrDefault();

    /// <inheritdoc/>
    public IReadOnlyList<PropertyId>? Properties(ObjectId id)
    {
        PropertyId[] properties = [.. _table.Keys.Where(target => target.Object == id && target.ArrayIndex is null).Select(target => target.Property).Order()];
        return properties.Length > 0 ? properties : null;
    }

    /// <inheritdoc/>
    public PropertyResult Read(PropertyReference target) => _table.TryGetValue(target, out var result) ? result : new(Unknown(target.Object));

    /// <inheritdoc/>
    public BacnetError? Write(PropertyReference target, BacnetValue value, byte? priority)
    {
        if (Read(target).Error is { } refusal) return refusal;
        Writes.Enqueue((target, value, priority));
        if (value.Kind != BacnetKind.Null) this[target] = value;
        return null;
    }

    private BacnetError Unknown(ObjectId id) => _table.Keys.Any(known => known.Object == id)
        ? new(ErrorClass.Property, ErrorCode.UnknownProperty)
        : new(ErrorClass.Object, ErrorCode.UnknownObject);
}
