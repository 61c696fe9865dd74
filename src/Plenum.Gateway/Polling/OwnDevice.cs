using Plenum.Bacnet.Protocol.Apdu;
using Plenum.Bacnet.Protocol.Types;
using Plenum.Bacnet.Server;
using Plenum.Gateway.Configuration;

namespace Plenum.Gateway.Polling;

/// <summary>The gateway's own Device object (section <c>application</c>), which others may ask who we are. Nothing of it can be written.</summary>
public sealed class OwnDevice : ILocalDevice
{
    private readonly ObjectId _id;
    private readonly Dictionary<PropertyId, BacnetValue> _properties;

    /// <summary>The device of a plan.</summary>
    public OwnDevice(LocalDevicePlan plan, string version)
    {
        (Instance, VendorId, MaxApdu) = (plan.Instance, plan.VendorId, ApduSizes.IsStandard(plan.MaxApdu) ? plan.MaxApdu : ApduSizes.Largest);
        Segmentation = plan.Segmentation;
        _id = new(ObjectType.Device, plan.Instance);
        _properties = new()
        {
            [PropertyId.ObjectIdentifier] = BacnetValue.Object(_id),
            [PropertyId.ObjectName] = BacnetValue.CharacterString(plan.ObjectName),
            [PropertyId.ObjectType] = BacnetValue.Enumerated((uint)ObjectType.Device),
            [PropertyId.SystemStatus] = BacnetValue.Enumerated((uint)Bacnet.Protocol.Types.DeviceStatus.Operational),
            [PropertyId.VendorName] = BacnetValue.CharacterString("Plenum"),
            [PropertyId.VendorIdentifier] = BacnetValue.Unsigned(plan.VendorId),
            [PropertyId.ModelName] = BacnetValue.CharacterString("Plenum gateway"),
            [PropertyId.FirmwareRevision] = BacnetValue.CharacterString(version),
            [PropertyId.ApplicationSoftwareVersion] = BacnetValue.CharacterString(version),
            [PropertyId.ProtocolVersion] = BacnetValue.Unsigned(1),
            [PropertyId.ProtocolRevision] = BacnetValue.Unsigned(14),
            [PropertyId.ProtocolServicesSupported] = BacnetValue.BitString(Services()),
            [PropertyId.ProtocolObjectTypesSupported] = BacnetValue.BitString(new BitString(1UL << (int)ObjectType.Device, 55)),
            [PropertyId.ObjectList] = BacnetValue.List([BacnetValue.Object(_id)]),
            [PropertyId.MaxApduLengthAccepted] = BacnetValue.Unsigned((ulong)MaxApdu),
            [PropertyId.SegmentationSupported] = BacnetValue.Enumerated((uint)plan.Segmentation),
            [PropertyId.ApduTimeout] = BacnetValue.Unsigned(3000),
            [PropertyId.NumberOfApduRetries] = BacnetValue.Unsigned(3),
            [PropertyId.DeviceAddressBinding] = BacnetValue.List([]),
            [PropertyId.DatabaseRevision] = BacnetValue.Unsigned(1),
        };
        _properties[PropertyId.PropertyList] = BacnetValue.List([.. _properties.Keys
            .Where(property => property is not (PropertyId.ObjectIdentifier or PropertyId.ObjectName or PropertyId.ObjectType))
            .Select(property => BacnetValue.Enumerated((uint)property))]);
    }

    /// <inheritdoc/>
    public uint Instance { get; }

    /// <inheritdoc/>
    public ushort VendorId { get; }

    /// <inheritdoc/>
    public int MaxApdu { get; }

    /// <inheritdoc/>
    public Segmentation Segmentation { get; }

    /// <inheritdoc/>
    public bool ReadsMultiple => true;

    /// <inheritdoc/>
    public ObjectId? Find(string objectName) => _properties[PropertyId.ObjectName].AsCharacterString == objectName ? _id : null;

    /// <inheritdoc/>
    public IReadOnlyList<PropertyId>? Properties(ObjectId id) => id == _id ? [.. _properties.Keys] : null;

    /// <inheritdoc/>
    public PropertyResult Read(PropertyReference target)
    {
        if (target.Object != _id) return new(new BacnetError(ErrorClass.Object, ErrorCode.UnknownObject));
        if (!_properties.TryGetValue(target.Property, out var value)) return new(new BacnetError(ErrorClass.Property, ErrorCode.UnknownProperty));
        if (target.ArrayIndex is not { } index) return new(value);
        if (target.Property is not (PropertyId.ObjectList or PropertyId.PropertyList)) return new(new BacnetError(ErrorClass.Property, ErrorCode.PropertyIsNotAnArray));
        if (index == 0) return new(BacnetValue.Unsigned((ulong)value.Elements.Count));
        return index <= value.Elements.Count ? new(value.Elements[(int)index - 1]) : new(new BacnetError(ErrorClass.Property, ErrorCode.InvalidArrayIndex));
    }

    /// <inheritdoc/>
    public BacnetError? Write(PropertyReference target, BacnetValue value, byte? priority) =>
        Read(target).Error ?? new BacnetError(ErrorClass.Property, ErrorCode.WriteAccessDenied);

    private static BitString Services() => new(
        new[] { ServicesSupported.ReadProperty, ServicesSupported.ReadPropertyMultiple, ServicesSupported.WriteProperty, ServicesSupported.WhoIs, ServicesSupported.WhoHas }
            .Aggregate(0UL, (bits, service) => bits | (1UL << (int)service)), 41);
}
