using Microsoft.Extensions.Time.Testing;
using Plenum.Bacnet.Protocol.Constructed;
using Plenum.Bacnet.Protocol.Services;
using Plenum.Bacnet.Protocol.Tags;
using Plenum.Bacnet.Protocol.Types;
using Plenum.Bacnet.Server;

namespace Plenum.Bacnet.Tests.Server;

/// <summary>What a device of ours says of its alarms when it is asked, and how it tells them unasked.</summary>
public sealed class AlarmExecutionTests : IDisposable
{
    private static readonly EventTransitions Every = EventTransitions.ToOffnormal | EventTransitions.ToFault | EventTransitions.ToNormal;

    private readonly FakeTimeProvider _time = new();
    private readonly WholeDevice _device;
    private readonly ServerBench _bench;

    public AlarmExecutionTests() => _bench = new(_device = new(_time) { MaxApdu = 480 }, _time);

    [Fact, Trait("Rule", "135.1 9.6")]
    public void What_is_in_alarm_is_summarized()
    {
        _device.Events.AddRange([Status(1, EventState.Normal, Every), Status(2, EventState.HighLimit, EventTransitions.ToNormal), Status(3, EventState.LowLimit, Every, NotifyType.Event)]);

        Assert.Equal("300103" + "C400000002" + "9103" + "820520", _bench.Ask("00050103"));
    }

    [Fact, Trait("Rule", "135.1 9.8")]
    public void Events_are_told_as_many_as_fit_and_the_rest_when_asked_for()
    {
        for (uint i = 0; i < 40; i++) _device.Events.Add(Status(i, i % 2 == 0 ? EventState.HighLimit : EventState.Normal, i == 5 ? EventTransitions.ToNormal : Every));
        List<uint> told = [];
        for (var (more, last) = (true, ""); more;)
        {
            var answer = Convert.FromHexString(_bench.Ask($"0005011D {last}"));
            Assert.InRange(answer.Length, 1, 480);
            Assert.True(GetEventInformationAck.TryDecode(answer.AsSpan(3), out var ack, out _));
            told.AddRange(ack.Events.Select(one => one.Object.Instance));
            (more, last) = (ack.MoreEvents, $"0C{ack.Events[^1].Object.Packed:X8}");
        }

        Assert.Equal([.. Enumerable.Range(0, 40).Where(i => i % 2 == 0 || i == 5).Select(i => (uint)i)], told);
    }

    [Theory, Trait("Rule", "135.1 9.7")]
    [InlineData("0900", "1,2,3")]
    [InlineData("0901", "1")]               // acknowledged
    [InlineData("0902", "2,3")]
    [InlineData("0900 2902", "1")]          // normal
    [InlineData("0900 2904", "2,3")]        // active
    [InlineData("0900 2901", "3")]          // fault
    [InlineData("0900 3905", "1,2,3")]      // out-of-range
    [InlineData("0900 3900", "")]
    [InlineData("0900 4E 0900 1940 4F", "2")]   // priorities 0 to 64
    [InlineData("0900 5907", "1,2,3")]
    [InlineData("0900 5908", "")]
    [InlineData("0900 1E 0E0C020000090F 1903 1F", "1,2,3")]   // whoever tells process 3 of device 9
    [InlineData("0900 1E 0E0C020000090F 1904 1F", "")]
    public void Enrollments_pass_filters(string filter, string passing)
    {
        _device.Events.AddRange([Status(1, EventState.Normal, Every), Status(2, EventState.HighLimit, EventTransitions.ToNormal), Status(3, EventState.Fault, EventTransitions.ToNormal)]);

        var answer = Convert.FromHexString(_bench.Ask($"00050104 {filter}"));

        Assert.True(GetEnrollmentSummaryAck.TryDecode(answer.AsSpan(3), out var ack, out _));
        Assert.Equal(passing, string.Join(',', ack.Enrollments.Select(one => one.Object.Instance)));
    }

    [Fact, Trait("Rule", "135.1 9.1")]
    public void An_acknowledgement_reaches_the_device()
    {
        Assert.Equal("200100", _bench.Ask("00050100 0901 1C00000002 2903 3E19103F 4B004A43 5E19115F"));

        var taken = Assert.Single(_device.Acknowledgments);
        Assert.Equal((EventState.HighLimit, new TimeStamp(16), "JC"), (taken.State, taken.EventTime, taken.Source));
    }

    [Fact, Trait("Rule", "135.1 8.4")]
    public void A_confirmed_notification_is_repeated_until_it_is_acknowledged()
    {
        _bench.Sender.Send(Notification, To(new Recipient(null, new(0, [10, 0, 0, 1, 0xBA, 0xC0])), confirmed: true));

        var first = _bench.Take();
        Assert.StartsWith("00", first, StringComparison.Ordinal);
        Assert.Equal("02", first[6..8]);
        _time.Advance(TimeSpan.FromSeconds(3.1));
        Assert.Equal(first, _bench.Take());
        _bench.Send($"20{first[4..6]}02");
        _time.Advance(TimeSpan.FromMinutes(1));
        Assert.True(_bench.IsQuiet);
        Assert.Equal(0, _bench.Sender.Lost);
    }

    [Fact]
    public void A_notification_that_nobody_acknowledges_is_given_up_and_counted()
    {
        _bench.Sender.Send(Notification, To(new Recipient(null, new(0, [10, 0, 0, 1, 0xBA, 0xC0])), confirmed: true));
        for (var i = 0; i < 10; i++) _time.Advance(TimeSpan.FromSeconds(3.1));

        var sent = 0;
        for (; !_bench.IsQuiet; sent++) _bench.Take();
        Assert.Equal((4, 1L), (sent, _bench.Sender.Lost));
    }

    [Fact, Trait("Rule", "135.1 8.5")]
    public void A_recipient_that_is_named_by_its_instance_is_looked_for_first()
    {
        _bench.Sender.Send(Notification, To(new Recipient(new ObjectId(ObjectType.Device, 9)), confirmed: false));

        Assert.Equal("100809091909", _bench.Take());
        _bench.Send("1000 C402000009 2205C4 9103 21FF");
        var told = _bench.Take();
        Assert.StartsWith("1003" + "0903" + "1C020004D2", told, StringComparison.Ordinal);

        _bench.Sender.Send(Notification, To(new Recipient(new ObjectId(ObjectType.Device, 9)), confirmed: false));
        Assert.Equal(told, _bench.Take());   // now it is known
    }

    [Fact]
    public void Everyone_is_told_without_confirmation()
    {
        _bench.Sender.Send(Notification, To(new Recipient(null, new(0, [])), confirmed: true));

        Assert.StartsWith("1003", _bench.Take(), StringComparison.Ordinal);
    }

    [Fact]
    public void A_device_that_may_not_begin_tells_nothing()
    {
        _device.Communication.Set(DeviceCommunication.DisableInitiation);
        _bench.Sender.Send(Notification, To(new Recipient(null, new(0, [])), confirmed: false));

        Assert.True(_bench.IsQuiet);
    }

    private static EventNotification Notification => new(0, WholeDevice.Self, new(ObjectType.AnalogInput, 2), new TimeStamp(16), 7, 100, EventType.OutOfRange, null,
        NotifyType.Alarm, true, EventState.Normal, EventState.HighLimit, new OutOfRangeNotification(5, BacnetValue.Real(80.1f), StatusFlags.InAlarm, BacnetValue.Real(1), BacnetValue.Real(80)));

    private static Destination To(Recipient recipient, bool confirmed) =>
        new((DaysOfWeek)0x7F, new BacnetTime(0, 0, 0, 0), new BacnetTime(23, 59, 59, 99), recipient, 3, confirmed, Every);

    private static EventStatus Status(uint instance, EventState state, EventTransitions acknowledged, NotifyType type = NotifyType.Alarm) => new(
        new(new(ObjectType.AnalogInput, instance), state, acknowledged, [new TimeStamp(1), new TimeStamp(2), new TimeStamp(3)], type, Every, [64, 96, 200]),
        EventType.OutOfRange, 7, [To(new Recipient(new ObjectId(ObjectType.Device, 9)), confirmed: false)]);

    public void Dispose() => _bench.Dispose();
}
