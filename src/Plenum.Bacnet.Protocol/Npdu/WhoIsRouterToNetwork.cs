using Plenum.Bacnet.Protocol.Tags;
using Plenum.Bacnet.Protocol.Untagged;

namespace Plenum.Bacnet.Protocol.Npdu;

/// <summary>Who-Is-Router-To-Network (clause 6.4.1): which router leads to a network.</summary>
/// <param name="Network">The network; null asks every router for all that it leads to.</param>
public readonly record struct WhoIsRouterToNetwork(ushort? Network = null)
{
    /// <summary>Reads the message's octets.</summary>
    public static bool TryDecode(ReadOnlySpan<byte> content, out WhoIsRouterToNetwork message, out DecodeError error)
    {
        var reader = new OctetReader(content);
        message = new(reader.IsAtEnd ? null : reader.ReadUInt16());
        return reader.Finish(out error);
    }

    /// <summary>Writes the message's octets.</summary>
    public void Encode(ref OctetWriter writer)
    {
        if (Network is { } network) writer.WriteUInt16(network);
    }
}
