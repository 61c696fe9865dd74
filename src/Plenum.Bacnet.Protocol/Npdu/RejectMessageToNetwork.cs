using Plenum.Bacnet.Protocol.Tags;
using Plenum.Bacnet.Protocol.Untagged;

namespace Plenum.Bacnet.Protocol.Npdu;

/// <summary>Reject-Message-To-Network (clause 6.4.4): a router, or the node itself, could not pass a message on.</summary>
/// <param name="Reason">Why.</param>
/// <param name="Network">The network that the message was for.</param>
public readonly record struct RejectMessageToNetwork(NetworkRejectReason Reason, ushort Network)
{
    /// <summary>Reads the message's octets.</summary>
    public static bool TryDecode(ReadOnlySpan<byte> content, out RejectMessageToNetwork message, out DecodeError error)
    {
        var reader = new OctetReader(content);
        message = new((NetworkRejectReason)reader.ReadOctet(), reader.ReadUInt16());
        return reader.Finish(out error);
    }

    /// <summary>Writes the message's octets.</summary>
    public void Encode(ref OctetWriter writer)
    {
        writer.WriteOctet((byte)Reason);
        writer.WriteUInt16(Network);
    }
}

/// <summary>Why a message was not passed on (clause 6.4.4).</summary>
public enum NetworkRejectReason : byte
{
    /// <summary>Another error.</summary>
    Other = 0,
    /// <summary>The router is not on that network, and finds no router to it.</summary>
    NoRoute = 1,
    /// <summary>The router is busy and takes no messages for that network at present.</summary>
    Busy = 2,
    /// <summary>A message of the network layer of a type that is not known.</summary>
    UnknownMessage = 3,
    /// <summary>The message is too long for that network.</summary>
    TooLong = 4,
    /// <summary>A security error; of the standard's editions before 2020.</summary>
    Security = 5,
    /// <summary>The address on that network is none.</summary>
    Addressing = 6,
}
