using Plenum.Bacnet.Protocol.Tags;
using Plenum.Bacnet.Protocol.Types;

namespace Plenum.Bacnet.Protocol.Constructed;

/// <summary>buffer-ready: a log has taken so many records that it wants to be read.</summary>
/// <param name="Buffer">The log's buffer.</param>
/// <param name="Previous">The log's record count when it last said so.</param>
/// <param name="Current">The log's record count now; it wraps to 1 after 4294967295.</param>
/// <remarks><code>
/// buffer-ready [10] SEQUENCE {
///   buffer-property       [0] BACnetDeviceObjectPropertyReference,
///   previous-notification [1] Unsigned32,
///   current-notification  [2] Unsigned32 }
/// </code></remarks>
public sealed record BufferReadyNotification(DeviceObjectPropertyReference Buffer, uint Previous, uint Current) : NotificationParameters((byte)EventType.BufferReady)
{
    /// <summary><c>trendLog:1 logBuffer from record 100 to 200</c></summary>
    public override string ToString() => $"{Buffer} from record {Previous} to {Current}";

    internal static new BufferReadyNotification Read(ref TagReader reader) =>
        new(reader.ReadNested<DeviceObjectPropertyReference>(0), reader.ReadUnsigned(context: 1), reader.ReadUnsigned(context: 2));

    /// <inheritdoc/>
    protected override void WriteContent(ref TagWriter writer)
    {
        writer.WriteNested(Buffer, 0);
        writer.WriteUnsigned(Previous, context: 1);
        writer.WriteUnsigned(Current, context: 2);
    }
}
