using Plenum.Bacnet.Protocol.Tags;

namespace Plenum.Bacnet.Protocol.Messages;

/// <summary>Readers of content for the tables of messages.</summary>
internal static class OctetData
{
    /// <summary>Reads what a decoder knows, and tells its fields.</summary>
    public static Describe Of<T>(TryDecode<T> decode, Action<T, MessageFields> describe) => (octets, fields, out error) =>
    {
        if (!decode(octets, out var message, out error)) return false;
        describe(message, fields);
        return true;
    };

    /// <summary>Content that is not known: its octets, if there are any.</summary>
    public static bool Anything(ReadOnlySpan<byte> octets, MessageFields fields, out DecodeError error)
    {
        if (!octets.IsEmpty) fields.AddOctets("octets", octets);
        error = DecodeError.None;
        return true;
    }

    /// <summary>No content.</summary>
    public static bool Nothing(ReadOnlySpan<byte> octets, MessageFields fields, out DecodeError error)
    {
        error = octets.IsEmpty ? DecodeError.None : DecodeError.TrailingBytes;
        return octets.IsEmpty;
    }
}
