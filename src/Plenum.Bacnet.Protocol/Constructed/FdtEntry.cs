using Plenum.Bacnet.Protocol.Tags;

namespace Plenum.Bacnet.Protocol.Constructed;

/// <summary>BACnetFDTEntry (clause 21): a foreign device that is registered with a BBMD.</summary>
/// <param name="Address">The six octets of its IPv4 address and port, eighteen of IPv6.</param>
/// <param name="TimeToLive">For how many seconds it registered.</param>
/// <param name="Remaining">How many seconds are left, with thirty of grace; 65535 where there are more.</param>
/// <remarks><code>
/// BACnetFDTEntry ::= SEQUENCE {
///   bacnetip-address       [0] OCTET STRING,
///   time-to-live           [1] Unsigned16,
///   remaining-time-to-live [2] Unsigned16 }
/// </code></remarks>
public readonly record struct FdtEntry(Sequence<byte> Address, ushort TimeToLive, ushort Remaining) : IConstructed<FdtEntry>
{
    /// <inheritdoc/>
    public static FdtEntry Read(ref TagReader reader) =>
        new(Sequence.Create(reader.ReadOctetString(context: 0)), reader.ReadUnsigned16(context: 1), reader.ReadUnsigned16(context: 2));

    /// <inheritdoc/>
    public void Write(ref TagWriter writer)
    {
        writer.WriteOctetString(Address.AsSpan(), context: 0);
        writer.WriteUnsigned(TimeToLive, context: 1);
        writer.WriteUnsigned(Remaining, context: 2);
    }

    /// <summary><c>192.168.1.2:47808 for 300 s, 120 s left</c></summary>
    public override string ToString() => $"{OctetText.Address(Address)} for {TimeToLive} s, {Remaining} s left";
}
