using Plenum.Bacnet.Protocol.Tags;
using Plenum.Bacnet.Protocol.Types;

namespace Plenum.Bacnet.Protocol.Constructed;

/// <summary>BACnetDeviceObjectReference (clause 21): an object, here or in another device.</summary>
/// <param name="Object">The object.</param>
/// <param name="Device">The device; null for the one that says it.</param>
/// <remarks><code>
/// BACnetDeviceObjectReference ::= SEQUENCE {
///   device-identifier [0] BACnetObjectIdentifier OPTIONAL,
///   object-identifier [1] BACnetObjectIdentifier }
/// </code></remarks>
public readonly record struct DeviceObjectReference(ObjectId Object, ObjectId? Device = null) : IConstructed<DeviceObjectReference>
{
    /// <inheritdoc/>
    public static DeviceObjectReference Read(ref TagReader reader)
    {
        var device = reader.ReadOptionalObjectId(context: 0);
        return new(reader.ReadObjectId(context: 1), device);
    }

    /// <inheritdoc/>
    public void Write(ref TagWriter writer)
    {
        writer.WriteOptionalObjectId(Device, context: 0);
        writer.WriteObjectId(Object, context: 1);
    }

    /// <summary><c>analogInput:1</c>, followed by <c>of device:7</c> where a device is named.</summary>
    public override string ToString() => Device is { } device ? $"{Object} of {device}" : Object.ToString();
}
