using Plenum.Bacnet.Protocol.Constructed;
using Plenum.Bacnet.Protocol.Tags;

namespace Plenum.Bacnet.Protocol.Services;

/// <summary>WriteGroup-Request (clause 15.11): values for the channels of a control group, wherever its Channel objects are.</summary>
/// <param name="Group">The control group, 1..4294967295.</param>
/// <param name="WritePriority">1 (highest) to 16.</param>
/// <param name="Changes">What each channel is to be written.</param>
/// <param name="InhibitDelay">Whether the channels' execution delays are left out; null if the request does not say, which means no.</param>
/// <remarks><code>
/// WriteGroup-Request ::= SEQUENCE {
///   group-number   [0] Unsigned32,
///   write-priority [1] Unsigned (1..16),
///   change-list    [2] SEQUENCE OF BACnetGroupChannelValue,
///   inhibit-delay  [3] BOOLEAN OPTIONAL }
/// </code></remarks>
public readonly record struct WriteGroupRequest(uint Group, byte WritePriority, Sequence<GroupChannelValue> Changes, bool? InhibitDelay = null)
{
    /// <summary>Reads the service's octets.</summary>
    public static bool TryDecode(ReadOnlySpan<byte> service, out WriteGroupRequest request, out DecodeError error)
    {
        var reader = new TagReader(service);
        request = new(
            reader.ReadUnsigned(context: 0, 1, uint.MaxValue),
            (byte)reader.ReadUnsigned(context: 1, 1, 16),
            reader.ReadSequence<GroupChannelValue>(context: 2),
            reader.ReadOptionalBoolean(context: 3));
        return reader.Finish(out error);
    }

    /// <summary>Writes the service's octets.</summary>
    public void Encode(ref TagWriter writer)
    {
        writer.WriteUnsigned(Group, context: 0);
        writer.WriteUnsigned(WritePriority, context: 1);
        writer.WriteSequence(Changes, context: 2);
        writer.WriteOptionalBoolean(InhibitDelay, context: 3);
    }
}
