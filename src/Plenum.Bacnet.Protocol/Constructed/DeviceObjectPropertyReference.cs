using Plenum.Bacnet.Protocol.Tags;
using Plenum.Bacnet.Protocol.Types;

namespace Plenum.Bacnet.Protocol.Constructed;

/// <summary>BACnetDeviceObjectPropertyReference (clause 21): a property of an object, here or in another device.</summary>
/// <param name="Target">The object, the property and, for one element, its index.</param>
/// <param name="Device">The device; null for the one that says it.</param>
/// <remarks><code>
/// BACnetDeviceObjectPropertyReference ::= SEQUENCE {
///   object-identifier    [0] BACnetObjectIdentifier,
///   property-identifier  [1] BACnetPropertyIdentifier,
///   property-array-index [2] Unsigned OPTIONAL,
///   device-identifier    [3] BACnetObjectIdentifier OPTIONAL }
/// </code></remarks>
public readonly record struct DeviceObjectPropertyReference(PropertyReference Target, ObjectId? Device = null) : IConstructed<DeviceObjectPropertyReference>
{
    /// <inheritdoc/>
    public static DeviceObjectPropertyReference Read(ref TagReader reader) =>
        new(ObjectPropertyReference.Read(ref reader).Target, reader.ReadOptionalObjectId(context: 3));

    /// <inheritdoc/>
    public void Write(ref TagWriter writer)
    {
        new ObjectPropertyReference(Target).Write(ref writer);
        writer.WriteOptionalObjectId(Device, context: 3);
    }

    /// <summary><c>analogInput:1 presentValue</c>, followed by <c>of device:7</c> where a device is named.</summary>
    public override string ToString() => Device is { } device ? $"{Target} of {device}" : Target.ToString();
}
