using Plenum.Bacnet.Protocol.Links;
using Plenum.Bacnet.Protocol.Untagged;

namespace Plenum.Bacnet.Protocol.Npdu;

/// <summary>Writes whole NPDUs of the network layer's own messages (clause 6.4).</summary>
public static class NetworkMessage
{
    /// <summary>What follows the message type.</summary>
    public delegate void Content(ref OctetWriter writer);

    /// <summary>A message for <paramref name="destination"/>; none for this link.</summary>
    /// <returns>The NPDU's length.</returns>
    public static int Encode(Span<byte> target, NetworkMessageType type, NetworkAddress destination = default, Content? content = null)
    {
        var size = new NpduHeader(destination, default, ExpectsReply: false, NetworkMessage: (byte)type).Encode(target);
        var writer = new OctetWriter(target[size..]);
        content?.Invoke(ref writer);
        return size + writer.Length;
    }
}
