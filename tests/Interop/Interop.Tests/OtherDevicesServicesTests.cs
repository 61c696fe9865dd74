using System.Net;
using Microsoft.Extensions.Logging.Abstractions;
using Plenum.Bacnet.Client;
using Plenum.Bacnet.Client.Cov;
using Plenum.Bacnet.Protocol.Bvlc;
using Plenum.Bacnet.Protocol.Constructed;
using Plenum.Bacnet.Protocol.Links;
using Plenum.Bacnet.Protocol.Services;
using Plenum.Bacnet.Protocol.Types;
using Plenum.Bacnet.Transport;

namespace Interop.Tests;

/// <summary>What our client asks of other stacks beyond reading and writing: each says what it understood.</summary>
public sealed class OtherDevicesServicesTests : IAsyncDisposable
{
    private static readonly TimeSpan Bound = TimeSpan.FromSeconds(30);
    private static readonly ObjectId Input = new(ObjectType.AnalogInput, 2), File = new(ObjectType.File, 1), Class = new(ObjectType.NotificationClass, 1);
    private static readonly TimeStamp At = new(new BacnetDateTime(new(126, 11, 22, 7), new(8, 30, 15, 0)));

    private const string Two = """{ "type": 0, "instance": 2 }""";

    private const string TooWarm = """
        { "processId": 7, "initiatingObjectId": { "type": 8, "instance": 4711 }, "eventObjectId": { "type": 0, "instance": 2 }, "timeStamp": { "type": 1, "value": 16 }, "notificationClass": 4, "priority": 100, "eventType": 5, "messageText": "too warm", "notifyType": 0, "ackRequired": true, "fromState": 0, "toState": 3, "outOfRangeExceedingValue": 80.5, "outOfRangeStatusFlags": { "bitsUsed": 4, "value": [1] }, "outOfRangeDeadband": 1, "outOfRangeExceededLimit": 80 }
        """;

    private readonly BacnetPort _port = new(UdpTransport.Open(new() { Host = IPAddress.Parse("127.0.3.1"), Port = 0, BroadcastPort = 47_808 }, TimeProvider.System, NullLogger.Instance));
    private readonly BacnetClient _client;

    public OtherDevicesServicesTests()
    {
        _client = new(_port, new() { ReceivesEvents = true, Retry = new() { FirstTimeout = TimeSpan.FromSeconds(3) } }, TimeProvider.System);
        Assert.SkipWhen(NodeStack.Obstacle is not null, NodeStack.Obstacle ?? "");
        _port.Start();
    }

    public static TheoryData<string> Stacks => ["@bacnet-js/client", "node-bacnet"];

    [Theory, MemberData(nameof(Stacks))]
    public async Task What_is_acknowledged_without_content_is_understood(string stack)
    {
        await using var node = await DeviceAsync(stack);
        Device device = new(DeviceAddress.Parse(node.Address));

        await TakesAsync(node, _client.ControlCommunicationAsync(device, new(DeviceCommunication.Disable, 5, "sesame"), Cancel), "deviceCommunicationControl", "\"timeDuration\":5", "\"enableDisable\":1", "\"password\":\"sesame\"");
        await TakesAsync(node, _client.ReinitializeAsync(device, new(ReinitializedState.Warmstart, "sesame"), Cancel), "reinitializeDevice", "\"state\":1", "\"password\":\"sesame\"");
        await TakesAsync(node, _client.DeleteObjectAsync(device, Input, Cancel), "deleteObject", "\"objectType\":0", "\"instance\":2");
        await TakesAsync(node, _client.LifeSafetyOperationAsync(device, new(7, "plenum", LifeSafetyOperation.Silence, Input), Cancel), "lifeSafetyOperation", "\"processId\":7", "\"requestingSource\":\"plenum\"", "\"operation\":1");
        await TakesAsync(node, _client.AcknowledgeAlarmAsync(device, new(7, Input, EventState.HighLimit, At, "plenum", At), Cancel), "alarmAcknowledge", "\"acknowledgedProcessId\":7", "\"eventStateAcknowledged\":3", "\"acknowledgeSource\":\"plenum\"");
        await TakesAsync(node, _client.AddListElementAsync(device, new(new(Class, PropertyId.RecipientList), BacnetValue.List([BacnetValue.Unsigned(5)])), Cancel), "addListElement", "\"type\":15", "\"id\":102", "\"value\":5");
        await TakesAsync(node, _client.RemoveListElementAsync(device, new(new(Class, PropertyId.RecipientList), BacnetValue.List([BacnetValue.Unsigned(5)])), Cancel), "removeListElement");
    }

    [Theory, MemberData(nameof(Stacks))]
    public async Task Several_writes_at_once_are_understood(string stack)
    {
        await using var node = await DeviceAsync(stack);
        WriteAccessSpecification[] writes = [new(Input, [new(PropertyId.PresentValue, null, BacnetValue.Real(35.25f), 8), new(PropertyId.OutOfService, BacnetValue.Boolean(true))])];

        Assert.Null(await _client.WriteManyAsync(new(DeviceAddress.Parse(node.Address)), writes, Cancel));

        AssertTook(await node.ReadLineAsync(), "writePropertyMultiple", "\"value\":35.25", "\"priority\":8", "\"value\":true");
    }

    [Theory, MemberData(nameof(Stacks))]
    public async Task What_would_be_acknowledged_with_content_is_understood_and_the_refusal_believed(string stack)
    {
        await using var node = await DeviceAsync(stack);
        Device device = new(DeviceAddress.Parse(node.Address));

        await RefusesAsync(node, _client.ReadRangeAsync(device, new(new(new(ObjectType.TrendLog, 1), PropertyId.LogBuffer), ItemRange.ByPosition(3, 10)), Cancel), "readRange", "\"type\":20", "\"id\":131", "\"position\":3", "\"count\":10");
        await RefusesAsync(node, _client.ReadFileAsync(device, new(File, FileAccessMethod.StreamAccess, 3, 100), Cancel), "atomicReadFile", "\"position\":3", "\"count\":100");
        await RefusesAsync(node, _client.WriteFileAsync(device, new(File, FileContent.OfStream(3, [1, 2])), Cancel), "atomicWriteFile", "\"position\":3");
        await RefusesAsync(node, _client.CreateObjectAsync(device, new(Input.Type, Input.Instance, InitialValues: [new(PropertyId.PresentValue, BacnetValue.Real(1.5f))]), Cancel), "createObject", "\"value\":1.5");
        await RefusesAsync(node, _client.GetEventInformationAsync(device, new(Input), Cancel), "getEventInformation", "\"instance\":2");
        await RefusesAsync(node, _client.GetAlarmSummaryAsync(device, Cancel), "getAlarmSummary");
        await RefusesAsync(node, _client.GetEnrollmentSummaryAsync(device, new(AcknowledgmentFilter.NotAcked), Cancel), "getEnrollmentSummary");
        await RefusesAsync(node, _client.TransferPrivatelyAsync(device, new(260, 8, BacnetValue.Unsigned(5)), Cancel), "privateTransfer", "\"vendorId\":260", "\"serviceNumber\":8");
    }

    [Theory, MemberData(nameof(Stacks))]
    public async Task What_is_told_without_an_answer_is_understood(string stack)
    {
        await using var node = await DeviceAsync(stack);
        var to = DeviceAddress.Parse(node.Address);

        var understood = stack == "node-bacnet" ? "2026-12-22T08:30:15" : "2026-11-22T08:30:15";   // node-bacnet counts months from 0 when it writes a time, and forgets that when it reads one
        Assert.True(_client.SynchronizeTime(new(2026, 11, 22, 8, 30, 15), to));
        AssertTook(await node.ReadLineAsync(), "timeSync", understood);
        Assert.True(_client.SynchronizeUtcTime(new(2026, 11, 22, 8, 30, 15), to));
        AssertTook(await node.ReadLineAsync(), "timeSyncUTC", understood);
        Assert.True(_client.WhoHas(new(new(1, 4), null, "supply air"), to));
        AssertTook(await node.ReadLineAsync(), "whoHas", "\"lowLimit\":1", "\"highLimit\":4", "supply air");
        Assert.True(_client.TellPrivately(new(260, 8, BacnetValue.Unsigned(5)), to));
        AssertTook(await node.ReadLineAsync(), "privateTransfer", "\"vendorId\":260", "\"serviceNumber\":8");
    }

    [Theory, MemberData(nameof(Stacks))]
    public async Task Changes_that_another_stack_tells_reach_the_subscription_confirmed_or_not(string stack)
    {
        await using var node = await DeviceAsync(stack);
        Device device = new(DeviceAddress.Parse(node.Address));
        var subscriptions = _client.Subscriptions([new CovTarget(Input)], new());
        await subscriptions.TendAsync(device, _client.Now + Bound, Cancel);
        var took = await node.ReadLineAsync();
        AssertTook(took, "subscribeCov", "\"instance\":2", "\"issueConfirmedNotifications\":true");
        var process = uint.Parse(System.Text.RegularExpressions.Regex.Match(took, "\"subscriberProcessId\":(\\d+)").Groups[1].Value, System.Globalization.CultureInfo.InvariantCulture);

        Assert.Equal("told done", await node.TellAsync("confirmedCOVNotification", Here, $"[{Two}, {process}, 4711, 600, {Values("20.5")}]"));
        Assert.Equal(BacnetValue.Real(20.5f), subscriptions.Last(new(Input, PropertyId.PresentValue))?.Value);
        Assert.Equal("told done", await node.TellAsync("unconfirmedCOVNotification", Here, $"[{process}, 4711, {Two}, 600, {Values("21.5")}]"));
        await UntilAsync(() => subscriptions.Last(new(Input, PropertyId.PresentValue))?.Value == BacnetValue.Real(21.5f));
        Assert.StartsWith("refused", await node.TellAsync("confirmedCOVNotification", Here, $"[{Two}, {process + 1}, 4711, 600, {Values("1")}]"), StringComparison.Ordinal);   // of no subscription of ours
    }

    [Theory, MemberData(nameof(Stacks))]
    public async Task Events_that_another_stack_tells_are_taken_and_acknowledged(string stack)
    {
        await using var node = await DeviceAsync(stack);
        List<EventNotification> received = [];
        _client.EventNotificationReceived += (notification, _) => { lock (received) received.Add(notification); };
        Assert.Equal("told done", await node.TellAsync("confirmedEventNotification", Here, $"[{TooWarm}]"));
        Assert.Equal("told done", await node.TellAsync("unconfirmedEventNotification", Here, $"[{TooWarm}]"));

        await UntilAsync(() => { lock (received) return received.Count == 2; });
        Assert.All(received, notification => Assert.Equal(
            (7u, Input, new TimeStamp(16), "too warm", EventState.HighLimit, BacnetValue.Real(80.5f)),
            (notification.ProcessId, notification.Object, notification.Time, notification.MessageText, notification.ToState, ((OutOfRangeNotification)notification.Values!).Value)));
    }

    [Theory, MemberData(nameof(Stacks))]
    public async Task A_registration_as_a_foreign_device_is_understood(string stack)
    {
        await using var node = await DeviceAsync(stack);
        await using BacnetClient foreign = new(new()
        {
            Host = IPAddress.Parse("127.0.3.5"),
            Port = 0,
            ForeignDevice = new() { Bbmd = DeviceAddress.Parse(node.Address), TimeToLive = TimeSpan.FromSeconds(60) },
        });

        AssertTook(await node.ReadLineAsync(), "registerForeignDevice", "\"ttl\":60");
        await UntilAsync(() => foreign.ForeignDevice!.IsRegistered);
        Assert.Equal(BvlcResult.Success, foreign.ForeignDevice!.LastResult);
    }

    private static string Values(string value) =>
        $$"""[{ "property": { "id": 85 }, "value": [{ "type": 4, "value": {{value}} }] }, { "property": { "id": 111 }, "value": [{ "type": 8, "value": { "bitsUsed": 4, "value": [0] } }] }]""";

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    private string Here => $"{_port.LocalAddress}";

    private static async Task TakesAsync(NodeStack node, ValueTask<BacnetError?> asking, string what, params string[] parts)
    {
        Assert.Null(await asking);
        AssertTook(await node.ReadLineAsync(), what, parts);
    }

    private static async Task RefusesAsync<TAck>(NodeStack node, ValueTask<Answer<TAck>> asking, string what, params string[] parts)
    {
        Assert.Equal(new BacnetError(ErrorClass.Object, ErrorCode.UnknownObject), (await asking).Error);
        AssertTook(await node.ReadLineAsync(), what, parts);
    }

    private static void AssertTook(string line, string what, params string[] parts)
    {
        Assert.StartsWith($"took {what} ", line, StringComparison.Ordinal);
        Assert.All(parts, part => Assert.Contains(part, line, StringComparison.Ordinal));
    }

    private static async Task UntilAsync(Func<bool> isSo)
    {
        var end = DateTime.UtcNow + Bound;
        while (!isSo() && DateTime.UtcNow < end) await Task.Delay(10, Cancel);
        Assert.True(isSo(), $"not so in {Bound.TotalSeconds} s");
    }

    private static Task<NodeStack> DeviceAsync(string stack) => NodeStack.DeviceAsync(stack, "127.0.3.2", 4711, "{}");

    public async ValueTask DisposeAsync()
    {
        await _client.DisposeAsync();
        _port.Dispose();
    }
}
