using Plenum.Bacnet.Protocol.Tags;

namespace Plenum.Bacnet.Protocol.Constructed;

/// <summary>BACnetBDTEntry (clause 21): a BBMD that broadcasts are forwarded to.</summary>
/// <param name="Bbmd">Where it is.</param>
/// <param name="Mask">The broadcast distribution mask, of IPv4 only: all ones for two hops.</param>
/// <remarks><code>
/// BACnetBDTEntry ::= SEQUENCE {
///   bbmd-address   [0] BACnetHostNPort,
///   broadcast-mask [1] OCTET STRING OPTIONAL }
/// </code></remarks>
public readonly record struct BdtEntry(HostNPort Bbmd, Sequence<byte>? Mask) : IConstructed<BdtEntry>
{
    /// <inheritdoc/>
    public static BdtEntry Read(ref TagReader reader) =>
        new(reader.ReadNested<HostNPort>(0), reader.NextIsContext(1) ? Sequence.Create(reader.ReadOctetString(context: 1)) : null);

    /// <inheritdoc/>
    public void Write(ref TagWriter writer)
    {
        writer.WriteNested(Bbmd, 0);
        if (Mask is { } mask) writer.WriteOctetString(mask.AsSpan(), context: 1);
    }

    /// <summary><c>192.168.1.2:47808 mask 255.255.255.255</c></summary>
    public override string ToString() => Mask is { } mask ? $"{Bbmd} mask {OctetText.Ip(mask)}" : Bbmd.ToString();
}
