using Plenum.Bacnet.Protocol.Constructed;
using Plenum.Bacnet.Protocol.Tags;

namespace Plenum.Bacnet.Protocol.Services;

/// <summary>ConfirmedEventNotification-Request (clause 13.8) and UnconfirmedEventNotification-Request (clause 13.9), which carry the same.</summary>
/// <param name="Notification">What the device says; its production stands over <see cref="EventNotification"/>.</param>
public readonly record struct EventNotificationRequest(EventNotification Notification)
{
    /// <summary>Reads the service's octets.</summary>
    public static bool TryDecode(ReadOnlySpan<byte> service, out EventNotificationRequest request, out DecodeError error)
    {
        var reader = new TagReader(service);
        request = new(EventNotification.Read(ref reader));
        return reader.Finish(out error);
    }

    /// <summary>Writes the service's octets.</summary>
    public void Encode(ref TagWriter writer) => Notification.Write(ref writer);
}
