using Plenum.Bacnet.Protocol.Tags;
using Plenum.Bacnet.Protocol.Types;

namespace Plenum.Bacnet.Protocol.Constructed;

/// <summary>unsigned-range: a counter passed its limit.</summary>
/// <param name="Value">The counter.</param>
/// <param name="Status">The object's status flags.</param>
/// <param name="Limit">The limit that it passed.</param>
/// <remarks><code>
/// unsigned-range [11] SEQUENCE {
///   exceeding-value [0] Unsigned,
///   status-flags    [1] BACnetStatusFlags,
///   exceeded-limit  [2] Unsigned }
/// </code></remarks>
public sealed record UnsignedRangeNotification(ulong Value, StatusFlags Status, ulong Limit) : NotificationParameters((byte)EventType.UnsignedRange)
{
    /// <summary><c>120 past 100, status in-alarm</c></summary>
    public override string ToString() => $"{Value} past {Limit}{StatusText.After(Status)}";

    internal static new UnsignedRangeNotification Read(ref TagReader reader) =>
        new(reader.ReadUnsigned64(context: 0), reader.ReadStatusFlags(context: 1), reader.ReadUnsigned64(context: 2));

    /// <inheritdoc/>
    protected override void WriteContent(ref TagWriter writer)
    {
        writer.WriteUnsigned(Value, context: 0);
        writer.WriteStatusFlags(Status, context: 1);
        writer.WriteUnsigned(Limit, context: 2);
    }
}
