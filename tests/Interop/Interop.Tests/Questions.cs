using Plenum.Bacnet.Client;
using Plenum.Bacnet.Protocol.Constructed;
using Plenum.Bacnet.Protocol.Links;
using Plenum.Bacnet.Protocol.Services;
using Plenum.Bacnet.Protocol.Types;

namespace Interop.Tests;

/// <summary>Every service that the client has, asked with content that other stacks and dissectors know.</summary>
internal static class Questions
{
    public static readonly ObjectId Log = new(ObjectType.TrendLog, 1), File = new(ObjectType.File, 2), Alarming = new(ObjectType.AnalogInput, 2), Group = new(ObjectType.Group, 3);
    public static readonly TimeStamp At = new(new BacnetDateTime(new(126, 11, 22, 7), new(8, 30, 0, 0)));
    public static readonly ListElementRequest Members = new(new(Group, PropertyId.ListOfGroupMembers),
        BacnetValue.List([BacnetValue.ContextPrimitive(0, [0, 0, 0, 15]), BacnetValue.Constructed(1, [BacnetValue.ContextPrimitive(0, [0x55])])]));

    /// <summary>Asks for every confirmed service, one after another.</summary>
    public static async Task AskAsync(BacnetClient client, Device device)
    {
        await client.AcknowledgeAlarmAsync(device, new(1, Alarming, EventState.HighLimit, At, "plenum", At));
        await client.GetAlarmSummaryAsync(device);
        await client.GetEnrollmentSummaryAsync(device, new(AcknowledgmentFilter.NotAcked));
        await client.GetEventsAsync(device);
        await client.LifeSafetyOperationAsync(device, new(1, "plenum", LifeSafetyOperation.Silence, new ObjectId(ObjectType.LifeSafetyPoint, 1)));
        await client.ReadFileAsync(device, new(File, FileAccessMethod.StreamAccess, 0, 100));
        await client.ReadFileAsync(device, new(File, FileAccessMethod.RecordAccess, 1, 3));
        await client.WriteFileAsync(device, new(File, FileContent.OfStream(3, [1, 2])));
        await client.AddListElementAsync(device, Members);
        await client.RemoveListElementAsync(device, Members);
        await client.CreateObjectAsync(device, new(ObjectType.File, InitialValues: [new(PropertyId.ObjectName, BacnetValue.CharacterString("Trend 1"))]));
        await client.DeleteObjectAsync(device, Group);
        await client.ReadAsync(device, new PropertyReference(Alarming, PropertyId.PresentValue));
        await client.WriteAsync(device, new(new(Alarming, PropertyId.PresentValue), BacnetValue.Real(1), 8));
        await client.WriteManyAsync(device, [new(Alarming, [new(PropertyId.PresentValue, null, BacnetValue.Real(5), 8), new(PropertyId.OutOfService, BacnetValue.Boolean(true))])]);
        await client.ControlCommunicationAsync(device, new(DeviceCommunication.DisableInitiation, 5, "open sesame"));
        await client.ReinitializeAsync(device, new(ReinitializedState.Warmstart, "open sesame"));
        await client.TransferPrivatelyAsync(device, new(260, 8, BacnetValue.Real(72.4f)));
        await client.SendTextAsync(device, new(new(ObjectType.Device, 5), MessagePriority.Urgent, "the pump is dry"));
        foreach (var range in (ItemRange[])[ItemRange.BySequenceNumber(79, 1), ItemRange.ByPosition(1, -10), ItemRange.ByTime(new(new(126, 11, 22, 7), new(8, 30, 0, 0)), 10)])
            await client.ReadRangeAsync(device, new(new(Log, PropertyId.LogBuffer), range));
    }

    /// <summary>Tells whatever can be told without an answer.</summary>
    public static void Tell(BacnetClient client, DeviceAddress to)
    {
        var local = new DateTime(2026, 11, 22, 8, 30, 15, DateTimeKind.Local);
        client.SynchronizeTime(local, to);
        client.SynchronizeUtcTime(local.ToUniversalTime());
        client.TellText(new(new(ObjectType.Device, 5), MessagePriority.Normal, "lunch"), to);
        client.TellPrivately(new(260, 8, BacnetValue.Real(72.4f)), to);
        client.WriteGroup(new(23, 8, [new GroupChannelValue(268, BacnetValue.Real(1))]), to);
        client.WhoHas(new(default, null, "OATemp"));
        client.WhoIs(new(5, 9));
    }
}
