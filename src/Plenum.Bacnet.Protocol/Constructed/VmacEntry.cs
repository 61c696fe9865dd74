using Plenum.Bacnet.Protocol.Tags;

namespace Plenum.Bacnet.Protocol.Constructed;

/// <summary>BACnetVMACEntry (clause 21): a virtual address and the real one behind it.</summary>
/// <param name="Virtual">The virtual address.</param>
/// <param name="Native">The address of the data link.</param>
/// <remarks><code>
/// BACnetVMACEntry ::= SEQUENCE {
///   virtual-mac-address [0] OCTET STRING,
///   native-mac-address  [1] OCTET STRING }
/// </code></remarks>
public readonly record struct VmacEntry(Sequence<byte> Virtual, Sequence<byte> Native) : IConstructed<VmacEntry>
{
    /// <inheritdoc/>
    public static VmacEntry Read(ref TagReader reader) =>
        new(Sequence.Create(reader.ReadOctetString(context: 0)), Sequence.Create(reader.ReadOctetString(context: 1)));

    /// <inheritdoc/>
    public void Write(ref TagWriter writer)
    {
        writer.WriteOctetString(Virtual.AsSpan(), context: 0);
        writer.WriteOctetString(Native.AsSpan(), context: 1);
    }

    /// <summary><c>00000a is 192.168.1.2:47808</c></summary>
    public override string ToString() => $"{OctetText.Hex(Virtual)} is {OctetText.Address(Native)}";
}
