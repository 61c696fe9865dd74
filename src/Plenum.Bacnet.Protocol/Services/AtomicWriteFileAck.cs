using Plenum.Bacnet.Protocol.Tags;
using Plenum.Bacnet.Protocol.Types;

namespace Plenum.Bacnet.Protocol.Services;

/// <summary>AtomicWriteFile-ACK (clause 14.2).</summary>
/// <param name="Access">What the file is made of.</param>
/// <param name="Start">The first octet or record that was written; where the end of the file was, if that was asked for.</param>
/// <remarks><code>
/// AtomicWriteFile-ACK ::= CHOICE {
///   file-start-position [0] INTEGER,
///   file-start-record   [1] INTEGER }
/// </code></remarks>
public readonly record struct AtomicWriteFileAck(FileAccessMethod Access, int Start)
{
    /// <summary>Reads the service's octets.</summary>
    public static bool TryDecode(ReadOnlySpan<byte> service, out AtomicWriteFileAck ack, out DecodeError error)
    {
        var reader = new TagReader(service);
        ack = reader.NextIsContext(1)
            ? new(FileAccessMethod.RecordAccess, reader.ReadSigned32(context: 1))
            : new(FileAccessMethod.StreamAccess, reader.ReadSigned32(context: 0));
        return reader.Finish(out error);
    }

    /// <summary>Writes the service's octets.</summary>
    public void Encode(ref TagWriter writer) => writer.WriteSigned(Start, context: (byte)(Access == FileAccessMethod.RecordAccess ? 1 : 0));
}
