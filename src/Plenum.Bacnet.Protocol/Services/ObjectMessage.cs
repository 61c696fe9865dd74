using Plenum.Bacnet.Protocol.Tags;
using Plenum.Bacnet.Protocol.Types;

namespace Plenum.Bacnet.Protocol.Services;

/// <summary>CreateObject-ACK and DeleteObject-Request (clauses 15.3, 15.4): the object that was created or is to be deleted.</summary>
/// <remarks><code>
/// CreateObject-ACK ::= BACnetObjectIdentifier
/// DeleteObject-Request ::= SEQUENCE {
///   object-identifier BACnetObjectIdentifier }
/// </code></remarks>
public static class ObjectMessage
{
    /// <summary>Reads the service's octets.</summary>
    public static bool TryDecode(ReadOnlySpan<byte> service, out ObjectId id, out DecodeError error)
    {
        var reader = new TagReader(service);
        id = reader.ReadObjectId();
        return reader.Finish(out error);
    }

    /// <summary>Writes the service's octets.</summary>
    public static void Encode(ref TagWriter writer, ObjectId id) => writer.WriteObjectId(id);
}
