using Plenum.Bacnet.Protocol.Tags;
using Plenum.Bacnet.Protocol.Types;

namespace Plenum.Bacnet.Protocol.Constructed;

/// <summary>BACnetAddressBinding (clause 21): which device is at which address.</summary>
/// <param name="Device">The device.</param>
/// <param name="Address">Its address.</param>
/// <remarks><code>
/// BACnetAddressBinding ::= SEQUENCE {
///   device-identifier BACnetObjectIdentifier,
///   device-address    BACnetAddress }
/// </code></remarks>
public readonly record struct AddressBinding(ObjectId Device, BacnetAddress Address) : IConstructed<AddressBinding>
{
    /// <inheritdoc/>
    public static AddressBinding Read(ref TagReader reader) => new(reader.ReadObjectId(), BacnetAddress.Read(ref reader));

    /// <inheritdoc/>
    public void Write(ref TagWriter writer)
    {
        writer.WriteObjectId(Device);
        Address.Write(ref writer);
    }

    /// <summary><c>device:7 at 5:12</c></summary>
    public override string ToString() => $"{Device} at {Address}";
}
