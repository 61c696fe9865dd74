using Plenum.Bacnet.Protocol.Constructed;
using Plenum.Bacnet.Protocol.Tags;
using Plenum.Bacnet.Protocol.Types;

namespace Plenum.Bacnet.Protocol.Services;

/// <summary>AtomicWriteFile-Request (clause 14.2).</summary>
/// <param name="File">The File object.</param>
/// <param name="Content">What is to be written, and where.</param>
/// <remarks><code>
/// AtomicWriteFile-Request ::= SEQUENCE {
///   file-identifier BACnetObjectIdentifier,
///   access-method   CHOICE, see <see cref="FileContent"/> }
/// </code></remarks>
public readonly record struct AtomicWriteFileRequest(ObjectId File, FileContent Content)
{
    /// <summary>Reads the service's octets.</summary>
    public static bool TryDecode(ReadOnlySpan<byte> service, out AtomicWriteFileRequest request, out DecodeError error)
    {
        var reader = new TagReader(service);
        request = new(reader.ReadObjectId(), FileContent.Read(ref reader));
        return reader.Finish(out error);
    }

    /// <summary>Writes the service's octets.</summary>
    public void Encode(ref TagWriter writer)
    {
        writer.WriteObjectId(File);
        Content.Write(ref writer);
    }
}
