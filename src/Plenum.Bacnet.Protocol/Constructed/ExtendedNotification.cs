using Plenum.Bacnet.Protocol.Tags;
using Plenum.Bacnet.Protocol.Types;

namespace Plenum.Bacnet.Protocol.Constructed;

/// <summary>extended: a vendor's own algorithm, with parameters that only the vendor explains.</summary>
/// <param name="VendorId">The vendor.</param>
/// <param name="ExtendedEventType">The vendor's number for the algorithm.</param>
/// <param name="Parameters">Primitives, and property values as trees of context tag 0.</param>
/// <remarks><code>
/// extended [9] SEQUENCE {
///   vendor-id           [0] Unsigned16,
///   extended-event-type [1] Unsigned,
///   parameters          [2] SEQUENCE OF CHOICE { -- any primitive, or
///     property-value [0] BACnetDeviceObjectPropertyValue } }
/// </code></remarks>
public sealed record ExtendedNotification(ushort VendorId, uint ExtendedEventType, Sequence<BacnetValue> Parameters) : NotificationParameters((byte)EventType.Extended)
{
    /// <summary><c>vendor 99 event 3: 1, 21.5</c></summary>
    public override string ToString() => $"vendor {VendorId} event {ExtendedEventType}: {Parameters}";

    internal static new ExtendedNotification Read(ref TagReader reader) =>
        new(reader.ReadUnsigned16(context: 0), reader.ReadUnsigned(context: 1), reader.ReadValues(2));

    /// <inheritdoc/>
    protected override void WriteContent(ref TagWriter writer)
    {
        writer.WriteUnsigned(VendorId, context: 0);
        writer.WriteUnsigned(ExtendedEventType, context: 1);
        writer.WriteValues(Parameters, 2);
    }
}
