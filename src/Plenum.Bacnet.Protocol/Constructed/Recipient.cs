using Plenum.Bacnet.Protocol.Tags;
using Plenum.Bacnet.Protocol.Types;

namespace Plenum.Bacnet.Protocol.Constructed;

/// <summary>BACnetRecipient (clause 21): who is told of something, by device or by address.</summary>
/// <param name="Device">The device, or null where an address is given.</param>
/// <param name="Address">The address, where no device is given.</param>
/// <remarks><code>
/// BACnetRecipient ::= CHOICE {
///   device  [0] BACnetObjectIdentifier,
///   address [1] BACnetAddress }
/// </code></remarks>
public readonly record struct Recipient(ObjectId? Device, BacnetAddress Address = default) : IConstructed<Recipient>
{
    /// <inheritdoc/>
    public static Recipient Read(ref TagReader reader) =>
        reader.NextIsContext(0) ? new(reader.ReadObjectId(context: 0)) : new(null, reader.ReadNested<BacnetAddress>(1));

    /// <inheritdoc/>
    public void Write(ref TagWriter writer)
    {
        if (Device is { } device) writer.WriteObjectId(device, context: 0);
        else writer.WriteNested(Address, 1);
    }

    /// <summary><c>device:7</c> or <c>5:192.168.1.2:47808</c>.</summary>
    public override string ToString() => Device is { } device ? device.ToString() : Address.ToString();
}
