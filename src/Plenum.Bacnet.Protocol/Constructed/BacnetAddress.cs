using Plenum.Bacnet.Protocol.Tags;
using Plenum.Bacnet.Protocol.Types;

namespace Plenum.Bacnet.Protocol.Constructed;

/// <summary>BACnetAddress (clause 21): where a device is on the BACnet network, as another device wrote it down.</summary>
/// <param name="Network">The network's number; 0 is the network of the device that says it, 65535 all networks.</param>
/// <param name="Mac">The address on that network; empty for a broadcast.</param>
/// <remarks><code>
/// BACnetAddress ::= SEQUENCE {
///   network-number Unsigned16,
///   mac-address    OCTET STRING }
/// </code></remarks>
public readonly record struct BacnetAddress(ushort Network, Sequence<byte> Mac) : IConstructed<BacnetAddress>
{
    /// <inheritdoc/>
    public static BacnetAddress Read(ref TagReader reader) => new(reader.ReadUnsigned16(), Sequence.Create(reader.ReadOctetString()));

    /// <inheritdoc/>
    public void Write(ref TagWriter writer)
    {
        writer.WriteUnsigned(Network);
        writer.WriteOctetString(Mac.AsSpan());
    }

    /// <summary><c>5:192.168.1.2:47808</c>, or octets in hexadecimal where there are not the six of an IPv4 address and port; <c>*</c> for a broadcast.</summary>
    public override string ToString() => $"{Network}:{OctetText.Address(Mac)}";
}
