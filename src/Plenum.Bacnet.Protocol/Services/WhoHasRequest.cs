using Plenum.Bacnet.Protocol.Tags;
using Plenum.Bacnet.Protocol.Types;

namespace Plenum.Bacnet.Protocol.Services;

/// <summary>Who-Has-Request (clause 16.9.1): which device has an object, by its identifier or by its name.</summary>
/// <param name="Devices">The devices that are to answer.</param>
/// <param name="Object">The object's identifier, if asked by identifier.</param>
/// <param name="Name">The object's name, if asked by name.</param>
/// <remarks><code>
/// Who-Has-Request ::= SEQUENCE {
///   limits SEQUENCE {
///     device-instance-range-low-limit  [0] Unsigned (0..4194303),
///     device-instance-range-high-limit [1] Unsigned (0..4194303) } OPTIONAL,
///   object CHOICE {
///     object-identifier [2] BACnetObjectIdentifier,
///     object-name       [3] CharacterString } }
/// </code></remarks>
public readonly record struct WhoHasRequest(WhoIsRequest Devices, ObjectId? Object, string? Name)
{
    /// <summary>Reads the service's octets.</summary>
    public static bool TryDecode(ReadOnlySpan<byte> service, out WhoHasRequest request, out DecodeError error)
    {
        var reader = new TagReader(service);
        var devices = reader.NextIsContext(0) ? WhoIsRequest.ReadRange(ref reader) : default;
        request = reader.NextIsContext(2)
            ? new(devices, reader.ReadObjectId(context: 2), null)
            : new(devices, null, reader.ReadCharacterString(context: 3));
        return reader.Finish(out error);
    }

    /// <summary>Writes the service's octets.</summary>
    public void Encode(ref TagWriter writer)
    {
        Devices.Encode(ref writer);
        if (Object is { } id) writer.WriteObjectId(id, context: 2);
        else writer.WriteCharacterString(Name ?? "", context: 3);
    }
}
