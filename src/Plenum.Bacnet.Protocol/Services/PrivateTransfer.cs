using Plenum.Bacnet.Protocol.Constructed;
using Plenum.Bacnet.Protocol.Tags;
using Plenum.Bacnet.Protocol.Types;

namespace Plenum.Bacnet.Protocol.Services;

/// <summary>A service that a vendor defines: ConfirmedPrivateTransfer-Request and -ACK, UnconfirmedPrivateTransfer-Request (clauses 16.2, 16.3), all of one production.</summary>
/// <param name="Vendor">Whose service it is, by the vendor identifier that ASHRAE gave.</param>
/// <param name="Service">Which of the vendor's services.</param>
/// <param name="Parameters">What it is about (in an acknowledgement: its result), in the vendor's own form; null if there is nothing.</param>
/// <remarks><code>
/// ConfirmedPrivateTransfer-Request ::= SEQUENCE {
///   vendor-id          [0] Unsigned16,
///   service-number     [1] Unsigned,
///   service-parameters [2] ABSTRACT-SYNTAX.&amp;Type OPTIONAL }
/// </code></remarks>
public readonly record struct PrivateTransfer(ushort Vendor, uint Service, BacnetValue? Parameters = null)
{
    /// <summary>What stands in the parameters' place when it is no tagged data, although it ought to be: some vendors put octets of their own there. Null when it is, or nothing does.
    /// An OCTET STRING here, written without a tag of its own.</summary>
    public BacnetValue? Untagged { get; init; }

    /// <summary>Reads the service's octets.</summary>
    public static bool TryDecode(ReadOnlySpan<byte> service, out PrivateTransfer message, out DecodeError error)
    {
        var reader = new TagReader(service);
        message = Read(ref reader, context: 0);
        return reader.Finish(out error);
    }

    /// <summary>Writes the service's octets.</summary>
    public void Encode(ref TagWriter writer) => Write(ref writer, context: 0);

    /// <summary>Reads the three fields, whose context tags follow one another.</summary>
    internal static PrivateTransfer Read(ref TagReader reader, byte context)
    {
        var transfer = new PrivateTransfer(reader.ReadUnsigned16(context), reader.ReadUnsigned((byte)(context + 1)));
        var parameters = (byte)(context + 2);
        if (!reader.NextIsOpening(parameters)) return transfer;
        var tagged = reader;
        var value = tagged.ReadPropertyValue(parameters);
        if (tagged.Error != DecodeError.None || !tagged.IsAtEnd) return transfer with { Untagged = BacnetValue.OctetString(reader.ReadEnclosedToEnd(parameters).ToArray()) };
        reader = tagged;
        return transfer with { Parameters = value };
    }

    /// <summary>Writes the three fields, whose context tags follow one another.</summary>
    internal void Write(ref TagWriter writer, byte context)
    {
        writer.WriteUnsigned(Vendor, context);
        writer.WriteUnsigned(Service, (byte)(context + 1));
        if (Parameters is { } parameters) writer.WritePropertyValue(parameters, (byte)(context + 2));
        if (Untagged is not { } untagged) return;
        writer.WriteOpening((byte)(context + 2));
        writer.WriteRaw(untagged.AsOctetString);
        writer.WriteClosing((byte)(context + 2));
    }
}
