using Plenum.Bacnet.Protocol.Constructed;
using Plenum.Bacnet.Protocol.Tags;

namespace Plenum.Bacnet.Protocol.Services;

/// <summary>AtomicReadFile-ACK (clause 14.1).</summary>
/// <param name="EndOfFile">Whether the content reaches the end of the file.</param>
/// <param name="Content">What was read.</param>
/// <remarks><code>
/// AtomicReadFile-ACK ::= SEQUENCE {
///   end-of-file   BOOLEAN,
///   access-method CHOICE, see <see cref="FileContent"/> }
/// </code></remarks>
public readonly record struct AtomicReadFileAck(bool EndOfFile, FileContent Content)
{
    /// <summary>Reads the service's octets.</summary>
    public static bool TryDecode(ReadOnlySpan<byte> service, out AtomicReadFileAck ack, out DecodeError error)
    {
        var reader = new TagReader(service);
        ack = new(reader.ReadBoolean(), FileContent.Read(ref reader));
        return reader.Finish(out error);
    }

    /// <summary>Writes the service's octets.</summary>
    public void Encode(ref TagWriter writer)
    {
        writer.WriteBoolean(EndOfFile);
        Content.Write(ref writer);
    }
}
