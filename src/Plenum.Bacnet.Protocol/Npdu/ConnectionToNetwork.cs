using Plenum.Bacnet.Protocol.Tags;
using Plenum.Bacnet.Protocol.Untagged;

namespace Plenum.Bacnet.Protocol.Npdu;

/// <summary>Establish-Connection-To-Network (clause 6.4.9): a half-router is to connect to a network.</summary>
/// <param name="Network">The network.</param>
/// <param name="IdleSeconds">Seconds without traffic after which it disconnects; 0 for never.</param>
public readonly record struct EstablishConnectionToNetwork(ushort Network, byte IdleSeconds)
{
    /// <summary>Reads the message's octets.</summary>
    public static bool TryDecode(ReadOnlySpan<byte> content, out EstablishConnectionToNetwork message, out DecodeError error)
    {
        var reader = new OctetReader(content);
        message = new(reader.ReadUInt16(), reader.ReadOctet());
        return reader.Finish(out error);
    }

    /// <summary>Writes the message's octets.</summary>
    public void Encode(ref OctetWriter writer)
    {
        writer.WriteUInt16(Network);
        writer.WriteOctet(IdleSeconds);
    }
}

/// <summary>Disconnect-Connection-To-Network (clause 6.4.10): a half-router is to end a connection.</summary>
/// <param name="Network">The network.</param>
public readonly record struct DisconnectConnectionToNetwork(ushort Network)
{
    /// <summary>Reads the message's octets.</summary>
    public static bool TryDecode(ReadOnlySpan<byte> content, out DisconnectConnectionToNetwork message, out DecodeError error)
    {
        var reader = new OctetReader(content);
        message = new(reader.ReadUInt16());
        return reader.Finish(out error);
    }

    /// <summary>Writes the message's octets.</summary>
    public void Encode(ref OctetWriter writer) => writer.WriteUInt16(Network);
}
