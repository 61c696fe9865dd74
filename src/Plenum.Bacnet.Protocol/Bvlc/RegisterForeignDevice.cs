using Plenum.Bacnet.Protocol.Tags;
using Plenum.Bacnet.Protocol.Untagged;

namespace Plenum.Bacnet.Protocol.Bvlc;

/// <summary>Register-Foreign-Device (clause J.2.6): a BBMD is to send its broadcasts to the sender as well.</summary>
/// <param name="TimeToLive">For how many seconds; the BBMD grants 30 more (clause J.5.2.3).</param>
public readonly record struct RegisterForeignDevice(ushort TimeToLive)
{
    /// <summary>Reads what follows the link header.</summary>
    public static bool TryDecode(ReadOnlySpan<byte> content, out RegisterForeignDevice message, out DecodeError error)
    {
        var reader = new OctetReader(content);
        message = new(reader.ReadUInt16());
        return reader.Finish(out error);
    }

    /// <summary>Writes what follows the link header.</summary>
    public void Encode(ref OctetWriter writer) => writer.WriteUInt16(TimeToLive);
}
