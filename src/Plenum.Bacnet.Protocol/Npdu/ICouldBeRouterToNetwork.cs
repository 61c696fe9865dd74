using Plenum.Bacnet.Protocol.Tags;
using Plenum.Bacnet.Protocol.Untagged;

namespace Plenum.Bacnet.Protocol.Npdu;

/// <summary>I-Could-Be-Router-To-Network (clause 6.4.3): a half-router could connect to a network.</summary>
/// <param name="Network">The network.</param>
/// <param name="PerformanceIndex">How well: the lower the better.</param>
public readonly record struct ICouldBeRouterToNetwork(ushort Network, byte PerformanceIndex)
{
    /// <summary>Reads the message's octets.</summary>
    public static bool TryDecode(ReadOnlySpan<byte> content, out ICouldBeRouterToNetwork message, out DecodeError error)
    {
        var reader = new OctetReader(content);
        message = new(reader.ReadUInt16(), reader.ReadOctet());
        return reader.Finish(out error);
    }

    /// <summary>Writes the message's octets.</summary>
    public void Encode(ref OctetWriter writer)
    {
        writer.WriteUInt16(Network);
        writer.WriteOctet(PerformanceIndex);
    }
}
