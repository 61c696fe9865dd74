using Plenum.Bacnet.Client;
using Plenum.Bacnet.Client.Cov;
using Plenum.Bacnet.Protocol.Apdu;
using Plenum.Bacnet.Protocol.Constructed;
using Plenum.Bacnet.Protocol.Links;
using Plenum.Bacnet.Protocol.Services;
using Plenum.Bacnet.Protocol.Tags;
using Plenum.Bacnet.Protocol.Types;
using Plenum.TestKit;

namespace Plenum.Bacnet.Tests.Client;

/// <summary>Services beyond reading and writing one property: what is asked arrives as it was meant, and what is answered is believed only if it answers that.</summary>
public sealed class ServiceTests : IAsyncDisposable
{
    private static readonly ObjectId Log = new(ObjectType.TrendLog, 1), File = new(ObjectType.File, 7), Alarming = new(ObjectType.AnalogInput, 2);
    private static readonly TimeStamp At = new(new BacnetDateTime(new(126, 11, 22, 7), new(8, 30, 0, 0)));

    private readonly ClientBench _bench = new();
    private readonly ScriptedDevice _device;
    private readonly Device _peer;

    public ServiceTests()
    {
        _device = _bench.Scripted("10.0.0.2");
        _peer = new(_device.Address);
    }

    private delegate bool TryDecode<T>(ReadOnlySpan<byte> service, out T message, out DecodeError error);

    [Fact]
    public async Task What_is_acknowledged_without_content_arrives_as_it_was_meant()
    {
        var recipients = new ListElementRequest(new(new(ObjectType.NotificationClass, 1), PropertyId.RecipientList), BacnetValue.List([BacnetValue.Unsigned(1), BacnetValue.Unsigned(2)]));
        await PlainAsync(ConfirmedService.AcknowledgeAlarm, new AcknowledgeAlarmRequest(1, Alarming, EventState.HighLimit, At, "plenum", At), AcknowledgeAlarmRequest.TryDecode, _bench.Client.AcknowledgeAlarmAsync);
        await PlainAsync(ConfirmedService.LifeSafetyOperation, new LifeSafetyOperationRequest(1, "plenum", LifeSafetyOperation.Silence, Alarming), LifeSafetyOperationRequest.TryDecode, _bench.Client.LifeSafetyOperationAsync);
        await PlainAsync(ConfirmedService.AddListElement, recipients, ListElementRequest.TryDecode, _bench.Client.AddListElementAsync);
        await PlainAsync(ConfirmedService.RemoveListElement, recipients, ListElementRequest.TryDecode, _bench.Client.RemoveListElementAsync);
        await PlainAsync(ConfirmedService.DeleteObject, Log, ObjectMessage.TryDecode, _bench.Client.DeleteObjectAsync);
        await PlainAsync(ConfirmedService.DeviceCommunicationControl, new DeviceCommunicationControlRequest(DeviceCommunication.DisableInitiation, 5, "open sesame"), DeviceCommunicationControlRequest.TryDecode, _bench.Client.ControlCommunicationAsync);
        await PlainAsync(ConfirmedService.ReinitializeDevice, new ReinitializeDeviceRequest(ReinitializedState.Warmstart, "open sesame"), ReinitializeDeviceRequest.TryDecode, _bench.Client.ReinitializeAsync);
        await PlainAsync(ConfirmedService.ConfirmedTextMessage, new TextMessageRequest(new(ObjectType.Device, 5), MessagePriority.Urgent, "the pump is dry"), TextMessageRequest.TryDecode, _bench.Client.SendTextAsync);
    }

    [Fact]
    public async Task What_is_acknowledged_with_content_is_handed_over()
    {
        var range = new ReadRangeAck(new(Log, PropertyId.LogBuffer), ResultFlags.FirstItem, 1, [0x21, 0x05], 79);
        await AckedAsync(ConfirmedService.ReadRange, new ReadRangeRequest(range.Target, ItemRange.BySequenceNumber(79, 10)), range, range.Encode, ReadRangeRequest.TryDecode, _bench.Client.ReadRangeAsync);
        var part = new AtomicReadFileAck(true, FileContent.OfStream(3, [1, 2]));
        await AckedAsync(ConfirmedService.AtomicReadFile, new AtomicReadFileRequest(File, FileAccessMethod.StreamAccess, 3, 100), part, part.Encode, AtomicReadFileRequest.TryDecode, _bench.Client.ReadFileAsync);
        var written = new AtomicWriteFileAck(FileAccessMethod.StreamAccess, 3);
        await AckedAsync(ConfirmedService.AtomicWriteFile, new AtomicWriteFileRequest(File, FileContent.OfStream(3, [1, 2])), written, written.Encode, AtomicWriteFileRequest.TryDecode, _bench.Client.WriteFileAsync);
        await AckedAsync(ConfirmedService.CreateObject, new CreateObjectRequest(Log.Type), Log, (ref writer) => ObjectMessage.Encode(ref writer, Log), CreateObjectRequest.TryDecode, _bench.Client.CreateObjectAsync);
        var enrolled = new GetEnrollmentSummaryAck([new EnrollmentSummary(Alarming, EventType.OutOfRange, EventState.HighLimit, 100, 4)]);
        await AckedAsync(ConfirmedService.GetEnrollmentSummary, new GetEnrollmentSummaryRequest(AcknowledgmentFilter.NotAcked), enrolled, enrolled.Encode, GetEnrollmentSummaryRequest.TryDecode, _bench.Client.GetEnrollmentSummaryAsync);
        var transfer = new PrivateTransfer(260, 8, BacnetValue.Real(1));
        await AckedAsync(ConfirmedService.ConfirmedPrivateTransfer, transfer, transfer, transfer.Encode, PrivateTransfer.TryDecode, _bench.Client.TransferPrivatelyAsync);
    }

    [Fact]
    public async Task An_acknowledgement_about_something_else_is_not_believed()
    {
        var (other, right) = (new ReadRangeAck(new(new(ObjectType.TrendLog, 2), PropertyId.LogBuffer), ResultFlags.None, 0, []), new ReadRangeAck(new(Log, PropertyId.LogBuffer), ResultFlags.None, 0, []));
        _device.OnRequest = asked =>
        {
            _device.Answer(asked, Apdus.Ack(asked.InvokeId, ConfirmedService.ReadRange, other.Encode));
            _device.Answer(asked, Apdus.Ack(asked.InvokeId, ConfirmedService.ReadRange, right.Encode));
        };

        var answer = await _bench.RunAsync(_bench.Client.ReadRangeAsync(_peer, new(right.Target), TestContext.Current.CancellationToken));

        Assert.Equal((right, 1), (answer.Ack, _bench.Counters.WrongTarget));
    }

    [Fact]
    [Trait("Rule", "135.1 8.23")]
    public async Task A_write_of_many_tells_the_first_that_failed()
    {
        var failed = new PropertyReference(Alarming, PropertyId.PresentValue);
        var denied = new BacnetError(ErrorClass.Property, ErrorCode.WriteAccessDenied);
        WriteAccessSpecification[] writes = [new(File, [new(PropertyId.Archive, BacnetValue.Boolean(true))]), new(Alarming, [new(PropertyId.PresentValue, null, BacnetValue.Real(5), 8)])];
        var answers = new Queue<Func<byte, byte[]>>(
        [
            id => Apdus.SimpleAck(id, ConfirmedService.WritePropertyMultiple),
            id => Apdus.Error(id, ConfirmedService.WritePropertyMultiple, new WritePropertyMultipleError(denied, failed).Encode),
            id => Apdus.Error(id, ConfirmedService.WritePropertyMultiple, denied.Class, denied.Code),
        ]);
        _device.OnRequest = asked => _device.Answer(asked, answers.Dequeue()(asked.InvokeId));

        Assert.Null(await WriteAsync());
        Assert.Equal(new WriteFailure(denied, failed), await WriteAsync());
        Assert.Equal(new WriteFailure(denied, null), await WriteAsync());
        Assert.True(WritePropertyMultipleRequest.TryDecode(_device.Requests[0].Service, out var request, out _));
        Assert.Equal(writes, request.Specifications);

        Task<WriteFailure?> WriteAsync() => _bench.RunAsync(_bench.Client.WriteManyAsync(_peer, writes, TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task Alarms_are_asked_for()
    {
        var alarms = new GetAlarmSummaryAck([new AlarmSummary(Alarming, EventState.HighLimit, EventTransitions.ToFault)]);
        Answer(_ => alarms.Encode);

        Assert.Equal(alarms, (await _bench.RunAsync(_bench.Client.GetAlarmSummaryAsync(_peer, TestContext.Current.CancellationToken))).Ack);
        Assert.Empty(Assert.Single(_device.Requests).Service);
    }

    [Fact]
    public async Task A_subscription_to_many_properties_tells_the_first_that_failed()
    {
        var failed = new PropertyReference(Alarming, PropertyId.PresentValue);
        var denied = new BacnetError(ErrorClass.Object, ErrorCode.OptionalFunctionalityNotSupported);
        var request = new SubscribeCovPropertyMultipleRequest(18, true, 60, 5, [new(failed, 1f, true)]);
        var answers = new Queue<Func<byte, byte[]>>(
        [
            id => Apdus.SimpleAck(id, ConfirmedService.SubscribeCovPropertyMultiple),
            id => Apdus.Error(id, ConfirmedService.SubscribeCovPropertyMultiple, new SubscribeCovPropertyMultipleError(denied, failed).Encode),
            id => Apdus.Error(id, ConfirmedService.SubscribeCovPropertyMultiple, new SubscribeCovPropertyMultipleError(denied, null).Encode),
            id => Apdus.Error(id, ConfirmedService.SubscribeCovPropertyMultiple, denied.Class, denied.Code),
            id => Apdus.Reject(id, RejectReason.UnrecognizedService),
        ]);
        _device.OnRequest = asked => _device.Answer(asked, answers.Dequeue()(asked.InvokeId));

        Assert.Null(await SubscribeAsync());
        Assert.Equal(new SubscriptionFailure(denied, failed), await SubscribeAsync());
        Assert.Equal(new SubscriptionFailure(denied, null), await SubscribeAsync());
        Assert.Equal(new SubscriptionFailure(denied, null), await SubscribeAsync());
        Assert.Equal(ErrorCode.RejectUnrecognizedService, (await SubscribeAsync())?.Error.Code);
        Assert.True(SubscribeCovPropertyMultipleRequest.TryDecode(_device.Requests[0].Service, out var arrived, out _));
        Assert.Equal((18u, 60u, 5u), (arrived.ProcessId, arrived.Lifetime, arrived.MaxNotificationDelay));
        Assert.Equal(request.References, arrived.References);
        await Assert.ThrowsAsync<ArgumentOutOfRangeException>(async () => await _bench.Client.SubscribeManyAsync(_peer, request with { Lifetime = 0 }, TestContext.Current.CancellationToken));

        Task<SubscriptionFailure?> SubscribeAsync() => _bench.RunAsync(_bench.Client.SubscribeManyAsync(_peer, request, TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task Events_are_asked_for_until_there_are_no_more()
    {
        Answer(asked =>
        {
            Assert.True(GetEventInformationRequest.TryDecode(asked.Service, out var request, out _));
            var instance = (request.LastReceived?.Instance ?? 0) + 1;
            return new GetEventInformationAck([InAlarm(instance)], MoreEvents: instance < 3).Encode;
        });

        var events = await _bench.RunAsync(_bench.Client.GetEventsAsync(_peer, TestContext.Current.CancellationToken));

        Assert.Equal([1u, 2, 3], events.Ack.Select(summary => summary.Object.Instance));
    }

    [Fact]
    public async Task A_device_that_always_has_more_of_the_same_events_is_asked_twice()
    {
        Answer(_ => new GetEventInformationAck([InAlarm(1)], MoreEvents: true).Encode);

        Assert.Single((await _bench.RunAsync(_bench.Client.GetEventsAsync(_peer, TestContext.Current.CancellationToken))).Ack);
        Assert.Equal(2, _device.Requests.Count);
    }

    [Fact]
    public async Task A_file_is_read_in_parts_to_its_end()
    {
        var file = new byte[5000];
        new Random(1).NextBytes(file);
        Answer(asked =>
        {
            Assert.True(AtomicReadFileRequest.TryDecode(asked.Service, out var request, out _));
            var end = Math.Min(request.Start + (int)request.Count, file.Length);
            return new AtomicReadFileAck(end == file.Length, FileContent.OfStream(request.Start, file.AsSpan(request.Start..end))).Encode;
        });

        Assert.Equal(file, (await _bench.RunAsync(_bench.Client.ReadWholeFileAsync(_peer, File, 5000, TestContext.Current.CancellationToken))).Ack);
        Assert.Equal(4, _device.Requests.Count);
        Assert.Equal(ErrorCode.OutOfMemory, (await _bench.RunAsync(_bench.Client.ReadWholeFileAsync(_peer, File, 4999, TestContext.Current.CancellationToken))).Error?.Code);
    }

    [Fact]
    public void What_is_not_answered_arrives_as_it_was_meant()
    {
        var (local, note) = (new DateTime(2026, 11, 22, 8, 30, 15, DateTimeKind.Local), new TextMessageRequest(new(ObjectType.Device, 5), MessagePriority.Normal, "lunch"));
        var group = new WriteGroupRequest(23, 8, [new GroupChannelValue(268, BacnetValue.Real(1))]);

        Assert.True(_bench.Client.SynchronizeTime(local, _device.Address));
        Assert.True(_bench.Client.SynchronizeUtcTime(local.ToUniversalTime()));   // to everyone
        Assert.True(_bench.Client.TellText(note));
        Assert.True(_bench.Client.TellPrivately(new(260, 8), _device.Address));
        Assert.True(_bench.Client.WriteGroup(group));

        Assert.Equal(
            [UnconfirmedService.TimeSynchronization, UnconfirmedService.UtcTimeSynchronization, UnconfirmedService.UnconfirmedTextMessage, UnconfirmedService.UnconfirmedPrivateTransfer, UnconfirmedService.WriteGroup],
            _device.Requests.Select(asked => (UnconfirmedService)asked.Apdu.Service));
        Assert.True(TimeSynchronizationRequest.TryDecode(_device.Requests[0].Service, out var time, out _));
        Assert.True(WriteGroupRequest.TryDecode(_device.Requests[4].Service, out var changes, out _));
        Assert.Equal((new BacnetDateTime(new(126, 11, 22, 7), new(8, 30, 15, 0)), group), (time.Time, changes));
    }

    [Fact]
    public void A_text_that_fits_no_datagram_is_not_sent() =>
        Assert.False(_bench.Client.TellText(new(new(ObjectType.Device, 5), MessagePriority.Normal, new string('x', 2000))));

    [Fact, Trait("Rule", "135.1 9.4")]
    public async Task A_confirmed_event_notification_is_handed_over_and_acknowledged_if_events_are_wanted()
    {
        var notification = new EventNotification(1, new(ObjectType.Device, 5), Alarming, At, 4, 100, EventType.OutOfRange, "too warm", NotifyType.Alarm, true, EventState.Normal, EventState.HighLimit, null);
        using var port = _bench.PortAt("10.0.0.9");
        await using var client = new BacnetClient(port, new() { ReceivesEvents = true }, _bench.Time);
        port.Start();
        List<(EventNotification, DeviceAddress)> received = [];
        client.EventNotificationReceived += (told, from) => received.Add((told, from));
        foreach (var address in new[] { "10.0.0.9", "10.0.0.1" })   // the second wants none
            _device.Send(Apdus.Confirmed(7, ConfirmedService.ConfirmedEventNotification, notification.Write), DeviceAddress.Parse(address));
        _device.Send(Apdus.Unconfirmed(UnconfirmedService.UnconfirmedEventNotification, notification.Write), DeviceAddress.Parse("10.0.0.9"));
        _device.Send(Apdus.Confirmed(8, ConfirmedService.ConfirmedEventNotification, (ref writer) => writer.WriteUnsigned(1, context: 0)), DeviceAddress.Parse("10.0.0.9"));

        Assert.Equal([(notification, _device.Address), (notification, _device.Address)], received);
        Assert.Equal([(PduType.SimpleAck, 7), (PduType.Reject, 8)], _device.Requests.Select(asked => (asked.Apdu.Type, (int)asked.InvokeId)));
    }

    private static EventSummary InAlarm(uint instance) => new(
        new(ObjectType.AnalogInput, instance), EventState.HighLimit, EventTransitions.ToFault, [At, At, At], NotifyType.Alarm, EventTransitions.ToOffnormal, [1u, 2u, 3u]);

    private void Answer(Func<Asked, Apdus.Body> body) =>
        _device.OnRequest = asked => _device.Answer(asked, Apdus.Ack(asked.InvokeId, (ConfirmedService)asked.Apdu.Service, body(asked)));

    private async Task PlainAsync<T>(ConfirmedService service, T request, TryDecode<T> decode, Func<Device, T, CancellationToken, ValueTask<BacnetError?>> ask)
    {
        _device.OnRequest = asked => _device.Answer(asked, Apdus.SimpleAck(asked.InvokeId, service));
        Assert.Null(await _bench.RunAsync(ask(_peer, request, TestContext.Current.CancellationToken)));
        ArrivedAs(service, request, decode);

        _device.OnRequest = asked => _device.Answer(asked, Apdus.Reject(asked.InvokeId, RejectReason.UnrecognizedService));
        Assert.Equal(ErrorCode.RejectUnrecognizedService, (await _bench.RunAsync(ask(_peer, request, TestContext.Current.CancellationToken)))?.Code);
    }

    private async Task AckedAsync<T, TAck>(
        ConfirmedService service, T request, TAck ack, Apdus.Body body, TryDecode<T> decode, Func<Device, T, CancellationToken, ValueTask<Answer<TAck>>> ask)
    {
        Answer(_ => body);
        Assert.Equal(new Answer<TAck>(ack), await _bench.RunAsync(ask(_peer, request, TestContext.Current.CancellationToken)));
        ArrivedAs(service, request, decode);

        _device.OnRequest = asked => _device.Answer(asked, Apdus.Error(asked.InvokeId, service, ErrorClass.Object, ErrorCode.UnknownObject));
        Assert.Equal(ErrorCode.UnknownObject, (await _bench.RunAsync(ask(_peer, request, TestContext.Current.CancellationToken))).Error?.Code);
    }

    private void ArrivedAs<T>(ConfirmedService service, T request, TryDecode<T> decode)
    {
        var asked = _device.Requests[^1];
        Assert.Equal((PduType.ConfirmedRequest, (byte)service), (asked.Apdu.Type, asked.Apdu.Service));
        Assert.True(decode(asked.Service, out var arrived, out _));
        Assert.Equal(request, arrived);
    }

    public ValueTask DisposeAsync() => _bench.DisposeAsync();
}
