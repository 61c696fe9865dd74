using Plenum.Bacnet.Protocol.Types;
using Property = Plenum.Bacnet.Protocol.Types.PropertyId;

namespace Plenum.Bacnet.Simulator.Buildings;

/// <summary>The Device object (clause 12.11) of a device of protocol revision 14.</summary>
internal sealed class DeviceObject(SimulatedDeviceOptions options, PointLayout layout)
{
    /// <summary>One of the numbers that ASHRAE keeps for itself: no vendor has it.</summary>
    public const ushort VendorId = 555;

    private const ulong ProtocolVersionNumber = 1;

    /// <summary>135-2012: the first with Property_List, and before Network Port objects had to be.</summary>
    private const ulong ProtocolRevisionNumber = 14;

    private const int ServicesOfRevision = (int)ServicesSupported.WriteGroup + 1;
    private const int TypesOfRevision = (int)ObjectType.LightingOutput + 1;
    private const ulong ApduTimeoutMs = 3000, Retries = 3;

    private static readonly Property[] Common =
    [
        Property.ObjectIdentifier, Property.ObjectName, Property.ObjectType, Property.SystemStatus,
        Property.VendorName, Property.VendorIdentifier, Property.ModelName, Property.FirmwareRevision, Property.ApplicationSoftwareVersion,
        Property.Description, Property.Location, Property.ProtocolVersion, Property.ProtocolRevision,
        Property.ProtocolServicesSupported, Property.ProtocolObjectTypesSupported, Property.ObjectList,
        Property.MaxApduLengthAccepted, Property.SegmentationSupported, Property.ApduTimeout, Property.NumberOfApduRetries,
        Property.DeviceAddressBinding, Property.DatabaseRevision, Property.TimeOfDeviceRestart, Property.PropertyList,
    ];

    private int _restarts;

    /// <summary>Every property, Property_List itself at the end.</summary>
    public Property[] Properties { get; } = options.TellsChanges ? [.. Common[..^1], Property.ActiveCovSubscriptions, Property.PropertyList] : Common;

    public ObjectId Id { get; } = new(ObjectType.Device, options.Instance);

    public string Name => $"Controller {options.Instance}";

    /// <summary>Nothing of the Device object can be written.</summary>
    public BacnetError? Write(Property property) => Properties.AsSpan().Contains(property) ? Refusals.WriteAccessDenied : Refusals.UnknownProperty;

    /// <summary>It is up again.</summary>
    public void OnRestart() => Interlocked.Increment(ref _restarts);

    public PropertyResult Read(Property property, uint? index) => property switch
    {
        Property.ObjectList => ArrayProperty.Read(layout.Points.Length + 1, i => BacnetValue.Object(i == 0 ? Id : layout.Points[i - 1].Id), index),
        Property.PropertyList => PointProperties.ReadPropertyList(Properties, index),
        _ when !Properties.AsSpan().Contains(property) => new(Refusals.UnknownProperty),
        _ when index is not null => new(Refusals.PropertyIsNotAnArray),
        _ => new(ReadSingle(property)),
    };

    private BacnetValue ReadSingle(Property property) => property switch
    {
        Property.ObjectIdentifier => BacnetValue.Object(Id),
        Property.ObjectName => BacnetValue.CharacterString(Name),
        Property.ObjectType => BacnetValue.Enumerated((uint)Id.Type),
        Property.SystemStatus => BacnetValue.Enumerated((uint)DeviceStatus.Operational),
        Property.VendorName => BacnetValue.CharacterString("Plenum"),
        Property.VendorIdentifier => BacnetValue.Unsigned(VendorId),
        Property.ModelName => BacnetValue.CharacterString("Simulated Controller"),
        Property.FirmwareRevision or Property.ApplicationSoftwareVersion => BacnetValue.CharacterString("1.0"),
        Property.Description => BacnetValue.CharacterString("A controller of air handling units, simulated"),
        Property.Location => BacnetValue.CharacterString("Simulated"),
        Property.ProtocolVersion => BacnetValue.Unsigned(ProtocolVersionNumber),
        Property.ProtocolRevision => BacnetValue.Unsigned(ProtocolRevisionNumber),
        Property.ProtocolServicesSupported => BacnetValue.BitString(Services()),
        Property.ProtocolObjectTypesSupported => BacnetValue.BitString(ObjectTypes()),
        Property.MaxApduLengthAccepted => BacnetValue.Unsigned((ulong)options.MaxApdu),
        Property.SegmentationSupported => BacnetValue.Enumerated((uint)options.Segmentation),
        Property.ApduTimeout => BacnetValue.Unsigned(ApduTimeoutMs),
        Property.NumberOfApduRetries => BacnetValue.Unsigned(Retries),
        Property.DeviceAddressBinding => BacnetValue.List([]),
        Property.TimeOfDeviceRestart => BacnetValue.ContextPrimitive(1, [(byte)Volatile.Read(ref _restarts)]),   // a time stamp that is a sequence number
        Property.ActiveCovSubscriptions => BacnetValue.List([]),
        _ => BacnetValue.Unsigned(1),   // Database_Revision: the objects never change
    };

    private BitString Services()
    {
        var bits = Bit(ServicesSupported.ReadProperty) | Bit(ServicesSupported.WriteProperty) | Bit(ServicesSupported.IAm)
            | Bit(ServicesSupported.IHave) | Bit(ServicesSupported.WhoHas) | Bit(ServicesSupported.WhoIs);
        if (options.ReadsMultiple) bits |= Bit(ServicesSupported.ReadPropertyMultiple);
        if (options.TellsChanges) bits |= Bit(ServicesSupported.SubscribeCov) | Bit(ServicesSupported.SubscribeCovProperty);
        return new(bits, ServicesOfRevision);
    }

    private BitString ObjectTypes()
    {
        var bits = 1UL << (int)ObjectType.Device;
        foreach (var point in layout.Points) bits |= 1UL << (int)point.Id.Type;
        return new(bits, TypesOfRevision);
    }

    private static ulong Bit(ServicesSupported service) => 1UL << (int)service;
}
