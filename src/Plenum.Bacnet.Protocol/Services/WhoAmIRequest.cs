using Plenum.Bacnet.Protocol.Constructed;
using Plenum.Bacnet.Protocol.Tags;

namespace Plenum.Bacnet.Protocol.Services;

/// <summary>Who-Am-I-Request (clause 16.11): a device without an instance or an address asks for them.</summary>
/// <param name="Vendor">Its vendor, by the vendor identifier that ASHRAE gave.</param>
/// <param name="Model">Its model.</param>
/// <param name="SerialNumber">Its serial number, which no other device of this vendor and model has.</param>
/// <remarks><code>
/// Who-Am-I-Request ::= SEQUENCE {
///   vendor-id     Unsigned16,
///   model-name    CharacterString,
///   serial-number CharacterString }
/// </code></remarks>
public readonly record struct WhoAmIRequest(ushort Vendor, string Model, string SerialNumber)
{
    /// <summary>Reads the service's octets.</summary>
    public static bool TryDecode(ReadOnlySpan<byte> service, out WhoAmIRequest request, out DecodeError error)
    {
        var reader = new TagReader(service);
        request = Read(ref reader);
        return reader.Finish(out error);
    }

    /// <summary>Writes the service's octets.</summary>
    public void Encode(ref TagWriter writer)
    {
        writer.WriteUnsigned(Vendor);
        writer.WriteCharacterString(Model);
        writer.WriteCharacterString(SerialNumber);
    }

    internal static WhoAmIRequest Read(ref TagReader reader) =>
        new(reader.ReadUnsigned16(), reader.ReadCharacterString(), reader.ReadCharacterString());
}
