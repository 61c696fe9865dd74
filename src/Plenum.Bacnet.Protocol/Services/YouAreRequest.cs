using Plenum.Bacnet.Protocol.Constructed;
using Plenum.Bacnet.Protocol.Tags;
using Plenum.Bacnet.Protocol.Types;

namespace Plenum.Bacnet.Protocol.Services;

/// <summary>You-Are-Request (clause 16.11): gives a device its instance, its address or both.</summary>
/// <param name="Addressee">Which device is meant.</param>
/// <param name="Device">The Device object's identifier that it is to take; null leaves it as it is.</param>
/// <param name="Address">The MAC address that it is to take, in the form of its data link; null leaves it as it is.</param>
/// <remarks><code>
/// You-Are-Request ::= SEQUENCE {
///   vendor-id          Unsigned16,
///   model-name         CharacterString,
///   serial-number      CharacterString,
///   device-identifier  BACnetObjectIdentifier OPTIONAL,
///   device-mac-address OCTET STRING OPTIONAL }
/// </code></remarks>
public readonly record struct YouAreRequest(WhoAmIRequest Addressee, ObjectId? Device = null, Sequence<byte>? Address = null)
{
    /// <summary>Reads the service's octets.</summary>
    public static bool TryDecode(ReadOnlySpan<byte> service, out YouAreRequest request, out DecodeError error)
    {
        var reader = new TagReader(service);
        request = new(
            WhoAmIRequest.Read(ref reader),
            NextIsObjectId(ref reader) ? reader.ReadObjectId() : null,
            reader.IsAtEnd ? null : Sequence.Create(reader.ReadOctetString()));
        return reader.Finish(out error);
    }

    /// <summary>Writes the service's octets.</summary>
    public void Encode(ref TagWriter writer)
    {
        Addressee.Encode(ref writer);
        if (Device is { } device) writer.WriteObjectId(device);
        if (Address is { } address) writer.WriteOctetString(address.AsSpan());
    }

    private static bool NextIsObjectId(ref TagReader reader) =>
        reader.TryPeek(out var next) && next is { Class: TagClass.Application, Number: (byte)BacnetKind.ObjectId };
}
