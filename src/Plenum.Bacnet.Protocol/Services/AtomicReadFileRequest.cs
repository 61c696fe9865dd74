using Plenum.Bacnet.Protocol.Tags;
using Plenum.Bacnet.Protocol.Types;

namespace Plenum.Bacnet.Protocol.Services;

/// <summary>AtomicReadFile-Request (clause 14.1).</summary>
/// <param name="File">The File object.</param>
/// <param name="Access">What the file is made of.</param>
/// <param name="Start">The first octet or record that is asked for, from 0.</param>
/// <param name="Count">How many octets or records are asked for; the answer may have fewer.</param>
/// <remarks><code>
/// AtomicReadFile-Request ::= SEQUENCE {
///   file-identifier BACnetObjectIdentifier,
///   access-method CHOICE {
///     stream-access [0] SEQUENCE {
///       file-start-position   INTEGER,
///       requested-octet-count Unsigned },
///     record-access [1] SEQUENCE {
///       file-start-record      INTEGER,
///       requested-record-count Unsigned } } }
/// </code></remarks>
public readonly record struct AtomicReadFileRequest(ObjectId File, FileAccessMethod Access, int Start, uint Count)
{
    private const byte StreamTag = 0, RecordTag = 1;

    /// <summary>Reads the service's octets.</summary>
    public static bool TryDecode(ReadOnlySpan<byte> service, out AtomicReadFileRequest request, out DecodeError error)
    {
        var reader = new TagReader(service);
        var file = reader.ReadObjectId();
        var access = reader.NextIsOpening(RecordTag) ? FileAccessMethod.RecordAccess : FileAccessMethod.StreamAccess;
        reader.ReadOpening(Tag(access));
        request = new(file, access, reader.ReadSigned32(), reader.ReadUnsigned());
        reader.ReadClosing(Tag(access));
        return reader.Finish(out error);
    }

    /// <summary>Writes the service's octets.</summary>
    public void Encode(ref TagWriter writer)
    {
        writer.WriteObjectId(File);
        writer.WriteOpening(Tag(Access));
        writer.WriteSigned(Start);
        writer.WriteUnsigned(Count);
        writer.WriteClosing(Tag(Access));
    }

    private static byte Tag(FileAccessMethod access) => access == FileAccessMethod.RecordAccess ? RecordTag : StreamTag;
}
