using Plenum.Bacnet.Protocol.Tags;
using Plenum.Bacnet.Protocol.Types;

namespace Plenum.Bacnet.Protocol.Services;

/// <summary>I-Have-Request (clause 16.9.2).</summary>
/// <param name="Device">The sender's Device object.</param>
/// <param name="Object">The object that it has.</param>
/// <param name="Name">The object's name.</param>
/// <remarks><code>
/// I-Have-Request ::= SEQUENCE {
///   device-identifier BACnetObjectIdentifier,
///   object-identifier BACnetObjectIdentifier,
///   object-name       CharacterString }
/// </code></remarks>
public readonly record struct IHaveRequest(ObjectId Device, ObjectId Object, string Name)
{
    /// <summary>Reads the service's octets.</summary>
    public static bool TryDecode(ReadOnlySpan<byte> service, out IHaveRequest request, out DecodeError error)
    {
        var reader = new TagReader(service);
        request = new(reader.ReadObjectId(), reader.ReadObjectId(), reader.ReadCharacterString());
        return reader.Finish(out error);
    }

    /// <summary>Writes the service's octets.</summary>
    public void Encode(ref TagWriter writer)
    {
        writer.WriteObjectId(Device);
        writer.WriteObjectId(Object);
        writer.WriteCharacterString(Name);
    }
}
