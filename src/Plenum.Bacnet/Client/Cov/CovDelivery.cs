using Plenum.Bacnet.Protocol.Constructed;
using Plenum.Bacnet.Protocol.Services;
using Plenum.Bacnet.Protocol.Types;

namespace Plenum.Bacnet.Client.Cov;

/// <summary>What a notification says, be it of one object or of several.</summary>
internal readonly record struct CovDelivery(uint ProcessId, ObjectId Device, TimeSpan TimeRemaining, IReadOnlyList<(ObjectId Object, IReadOnlyList<BacnetPropertyValue> Values)> Objects)
{
    public static CovDelivery Of(CovNotificationRequest notification) => new(
        notification.ProcessId, notification.Device, TimeSpan.FromSeconds(notification.TimeRemaining), [(notification.Monitored, notification.Values)]);

    public static CovDelivery Of(CovNotificationMultipleRequest notification) => new(
        notification.ProcessId, notification.Device, TimeSpan.FromSeconds(notification.TimeRemaining),
        [.. notification.Changes.GroupBy(change => change.Monitored.Object, ToValue).Select(changes => (changes.Key, (IReadOnlyList<BacnetPropertyValue>)[.. changes]))]);

    /// <summary>Whether it is what a device tells everyone after a restart (clause 19.3): of its Device object, to nobody's subscription.</summary>
    public bool IsRestart => ProcessId == 0 && Device.Type == ObjectType.Device && Objects.Any(IsRestartOf(Device));

    private static Func<(ObjectId Object, IReadOnlyList<BacnetPropertyValue> Values), bool> IsRestartOf(ObjectId device) => told =>
        told.Object == device && told.Values.Any(value => value.Property is PropertyId.TimeOfDeviceRestart or PropertyId.LastRestartReason);

    private static BacnetPropertyValue ToValue(CovChange change) => new(change.Monitored.Property, change.Monitored.ArrayIndex, change.Value);
}
