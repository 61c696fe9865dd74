using Plenum.Bacnet.Protocol.Tags;

namespace Plenum.Bacnet.Protocol.Messages;

/// <summary>Messages of the network layer itself (clause 6.4).</summary>
internal static class NetworkMessages
{
    public static BacnetMessage Read(byte type, ReadOnlySpan<byte> content, BacnetMessage message) =>
        MessageReader.ReadContent(content, message with { Name = $"network-message-{type}" }, AnyOctets);

    private static bool AnyOctets(ReadOnlySpan<byte> octets, MessageFields fields, out DecodeError error)
    {
        if (!octets.IsEmpty) fields.AddOctets("octets", octets);
        error = DecodeError.None;
        return true;
    }
}
