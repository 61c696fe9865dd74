using Plenum.Bacnet.Protocol.Tags;
using Plenum.Bacnet.Protocol.Types;

namespace Plenum.Bacnet.Protocol.Constructed;

/// <summary>access-event: somebody came, or was kept from coming, through an access point.</summary>
/// <param name="Event">What happened.</param>
/// <param name="Status">The object's status flags.</param>
/// <param name="Tag">The number of the transaction that it belongs to.</param>
/// <param name="Time">When.</param>
/// <param name="Credential">With which credential.</param>
/// <param name="Factor">What was shown or entered, if the device tells.</param>
/// <remarks><code>
/// access-event [13] SEQUENCE {
///   access-event          [0] BACnetAccessEvent,
///   status-flags          [1] BACnetStatusFlags,
///   access-event-tag      [2] Unsigned,
///   access-event-time     [3] BACnetTimeStamp,
///   access-credential     [4] BACnetDeviceObjectReference,
///   authentication-factor [5] BACnetAuthenticationFactor OPTIONAL }
/// </code></remarks>
public sealed record AccessEventNotification(
    AccessEvent Event, StatusFlags Status, uint Tag, TimeStamp Time, DeviceObjectReference Credential, AuthenticationFactor? Factor)
    : NotificationParameters((byte)EventType.AccessEvent)
{
    /// <summary><c>granted at 08:30:00.00 to accessCredential:7 (tag 3), status in-alarm</c></summary>
    public override string ToString() => $"{EnumNames<AccessEvent>.Kebab(Event)} at {Time} to {Credential} (tag {Tag}){StatusText.After(Status)}";

    internal static new AccessEventNotification Read(ref TagReader reader) => new(
        (AccessEvent)reader.ReadEnumerated16(context: 0), reader.ReadStatusFlags(context: 1), reader.ReadUnsigned(context: 2),
        reader.ReadNested<TimeStamp>(3), reader.ReadNested<DeviceObjectReference>(4), reader.ReadOptionalNested<AuthenticationFactor>(5));

    /// <inheritdoc/>
    protected override void WriteContent(ref TagWriter writer)
    {
        writer.WriteEnumerated((uint)Event, context: 0);
        writer.WriteStatusFlags(Status, context: 1);
        writer.WriteUnsigned(Tag, context: 2);
        writer.WriteNested(Time, 3);
        writer.WriteNested(Credential, 4);
        writer.WriteOptionalNested(Factor, 5);
    }
}
