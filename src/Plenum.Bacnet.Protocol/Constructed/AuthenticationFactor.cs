using Plenum.Bacnet.Protocol.Tags;
using Plenum.Bacnet.Protocol.Types;

namespace Plenum.Bacnet.Protocol.Constructed;

/// <summary>BACnetAuthenticationFactor (clause 21): a card's number, a code, or what else proves who somebody is. It is as secret as a key: its text does not show it.</summary>
/// <param name="FormatType">Of which form the octets are; 0 undefined, 1 error, 2 a vendor's, 3 to 24 the standard's (table 12-63).</param>
/// <param name="FormatClass">The vendor's or the site's number for the form.</param>
/// <param name="Value">The octets.</param>
/// <remarks><code>
/// BACnetAuthenticationFactor ::= SEQUENCE {
///   format-type  [0] BACnetAuthenticationFactorType,
///   format-class [1] Unsigned,
///   value        [2] OCTET STRING }
/// </code></remarks>
public readonly record struct AuthenticationFactor(uint FormatType, uint FormatClass, Sequence<byte> Value) : IConstructed<AuthenticationFactor>
{
    /// <inheritdoc/>
    public static AuthenticationFactor Read(ref TagReader reader) =>
        new(reader.ReadEnumerated(context: 0), reader.ReadUnsigned(context: 1), Sequence.Create(reader.ReadOctetString(context: 2)));

    /// <inheritdoc/>
    public void Write(ref TagWriter writer)
    {
        writer.WriteEnumerated(FormatType, context: 0);
        writer.WriteUnsigned(FormatClass, context: 1);
        writer.WriteOctetString(Value.AsSpan(), context: 2);
    }

    /// <summary><c>format 5 of class 0, 4 octets</c></summary>
    public override string ToString() => $"format {FormatType} of class {FormatClass}, {Value.Count} octets";
}
