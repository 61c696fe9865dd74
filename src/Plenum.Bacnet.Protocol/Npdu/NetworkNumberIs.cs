using Plenum.Bacnet.Protocol.Tags;
using Plenum.Bacnet.Protocol.Untagged;

namespace Plenum.Bacnet.Protocol.Npdu;

/// <summary>Network-Number-Is (clause 6.4.20): the number of the network that it is heard on.</summary>
/// <param name="Network">The number, 1..65534.</param>
/// <param name="IsConfigured">Whether whoever says so was told by a person; otherwise it learned it from others.</param>
public readonly record struct NetworkNumberIs(ushort Network, bool IsConfigured)
{
    /// <summary>Reads the message's octets.</summary>
    public static bool TryDecode(ReadOnlySpan<byte> content, out NetworkNumberIs message, out DecodeError error)
    {
        var reader = new OctetReader(content);
        message = new(reader.ReadUInt16(), reader.ReadOctet() != 0);
        if (reader.Error == DecodeError.None && message.Network is 0 or ushort.MaxValue) reader.Fail(DecodeError.OutOfRange);
        return reader.Finish(out error);
    }

    /// <summary>Writes the message's octets.</summary>
    public void Encode(ref OctetWriter writer)
    {
        writer.WriteUInt16(Network);
        writer.WriteOctet(IsConfigured ? (byte)1 : (byte)0);
    }
}
