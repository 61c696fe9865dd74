using Microsoft.Extensions.Time.Testing;
using Plenum.Bacnet.Protocol.Constructed;
using Plenum.Bacnet.Protocol.Services;
using Plenum.Bacnet.Protocol.Types;
using Plenum.Bacnet.Server;
using Plenum.Bacnet.Simulator.Buildings;

namespace Plenum.Bacnet.Simulator.Tests.Buildings;

/// <summary>What a simulated device has that others of its kind do not: a log, a schedule, a calendar, a file, alarms.</summary>
public sealed class ExtendedDeviceTests : IDisposable
{
    private static readonly ObjectId Point = ObjectId.Parse("analogInput:1"), Class = ObjectId.Parse("notificationClass:1"), Log = ObjectId.Parse("trendLog:1");
    private static readonly ObjectId Schedule = ObjectId.Parse("schedule:1"), Calendar = ObjectId.Parse("calendar:1"), File = ObjectId.Parse("file:1");

    private readonly FakeTimeProvider _time = new(new(2026, 11, 23, 6, 0, 0, TimeSpan.Zero));   // a Monday
    private readonly List<TestWire> _wires = [];
    private readonly Building _building;

    public ExtendedDeviceTests()
    {
        _building = new(new() { Devices = 1, PointsPerDevice = 30, Extended = true }, Attach, _time);
        _building.Start();
    }

    private SimulatedDevice Device => _building.Controllers[0].Device;

    private TestWire Wire => _wires[0];

    [Fact]
    public void It_lists_its_objects_and_claims_their_services()
    {
        var self = new ObjectId(ObjectType.Device, 1000);
        var listed = Read(self, PropertyId.ObjectList).Elements.Select(element => element.AsObjectId).ToList();

        Assert.Equal([self, .. Device.Points, ObjectId.Parse("networkPort:1"), Class, Calendar, Schedule, File, Log], listed);
        foreach (var id in listed) Assert.Equal(id, Device.Find(Read(id, PropertyId.ObjectName).AsCharacterString));
        var services = Read(self, PropertyId.ProtocolServicesSupported).AsBitString;
        foreach (var service in (ServicesSupported[])[ServicesSupported.ReadRange, ServicesSupported.AtomicWriteFile, ServicesSupported.GetEventInformation, ServicesSupported.AddListElement, ServicesSupported.ReinitializeDevice])
            Assert.True(services[(int)service], $"{service}");
    }

    [Fact]
    public void Every_property_that_an_object_has_can_be_read()
    {
        foreach (var id in (ObjectId[])[new(ObjectType.Device, 1000), ObjectId.Parse("networkPort:1"), Class, Calendar, Schedule, File, Log, Point])
            foreach (var property in Device.Properties(id)!)
                Assert.True(Device.Read(new(id, property)).HasValue || property == PropertyId.LogBuffer, $"{id} {property}: {Device.Read(new(id, property))}");
    }

    [Fact]
    public void The_log_has_a_record_every_ten_seconds_and_keeps_the_latest()
    {
        for (var second = 0; second < 61; second++) _time.Advance(TimeSpan.FromSeconds(1));

        Assert.Null(Items(Log, out var items));
        Assert.Equal((7, 1u), (items.Count, items.FirstNumber));
        Assert.Equal(TimeSpan.FromSeconds(10), items.TimeAt(1).ToDateTime() - items.TimeAt(0).ToDateTime());
        Assert.True(Typed.TryRead<LogRecord>(items.ItemAt(6), out var record));
        Assert.Equal(BacnetKind.Real, record.Datum.Value.Kind);
        Assert.Equal(Refusals.ReadAccessDenied, Device.Read(new(Log, PropertyId.LogBuffer)).Error);
    }

    [Fact] // clause 12.25.16: the records of a purged buffer keep counting
    public void A_log_is_purged_by_writing_its_count_and_says_so_in_it()
    {
        for (var second = 0; second < 31; second++) _time.Advance(TimeSpan.FromSeconds(1));

        Assert.Null(Device.Write(new(Log, PropertyId.RecordCount), BacnetValue.Unsigned(0), null));
        Items(Log, out var items);
        Assert.Equal((1, 5u), (items.Count, items.FirstNumber));
        Assert.True(Typed.TryRead<LogRecord>(items.ItemAt(0), out var record));
        Assert.Equal(LogDatumKind.LogStatus, record.Datum.Kind);
        Assert.Equal(Refusals.ValueOutOfRange, Device.Write(new(Log, PropertyId.RecordCount), BacnetValue.Unsigned(1), null));
    }

    [Theory]
    [InlineData("2026-11-23 06:59", 0)]   // a Monday
    [InlineData("2026-11-23 07:00", 1)]
    [InlineData("2026-11-23 18:00", 0)]
    [InlineData("2026-11-28 12:00", 0)]   // a Saturday
    [InlineData("2026-12-25 12:00", 0)]   // a Friday in the calendar
    [InlineData("2027-08-03 08:00", 1)]   // the exception has no value yet: the day's counts
    [InlineData("2027-08-03 14:00", 0)]   // in the week of summer until 13:00
    public void The_schedule_follows_the_week_and_its_exceptions(string moment, uint expected)
    {
        ((IClockDevice)Device).Synchronize(DateTime.Parse(moment, System.Globalization.CultureInfo.InvariantCulture), isUtc: true);

        Assert.Equal(expected, Read(Schedule, PropertyId.PresentValue).AsEnumerated);
    }

    [Theory]
    [InlineData("2027-01-01", true)]
    [InlineData("2026-12-24", true)]
    [InlineData("2026-12-26", true)]
    [InlineData("2026-12-27", false)]
    [InlineData("2027-05-31", true)]      // the last Monday of May
    [InlineData("2027-05-24", false)]
    public void The_calendar_knows_its_days(string day, bool expected)
    {
        ((IClockDevice)Device).Synchronize(DateTime.Parse(day, System.Globalization.CultureInfo.InvariantCulture), isUtc: true);

        Assert.Equal(expected, Read(Calendar, PropertyId.PresentValue).AsBoolean);
    }

    [Fact]
    public void A_point_past_its_limit_is_in_alarm_is_told_and_is_acknowledged()
    {
        var source = (IAlarmSource)Device;
        var recipient = new Destination((DaysOfWeek)0x7F, new(0, 0, 0, 0), new(23, 59, 59, 99), new Recipient(null, new(0, [10, 0, 0, 9, 0xBA, 0xC0])), 7, Confirmed: false, (EventTransitions)7);
        Assert.Null(((IListStore)Device).AddElements(new(Class, PropertyId.RecipientList), Typed.ToValue(recipient)));
        Hold(1000);

        Pass(5);

        Assert.Equal((uint)EventState.HighLimit, Read(Point, PropertyId.EventState).AsEnumerated);
        Assert.Equal("1001", Read(Point, PropertyId.StatusFlags).AsBitString.ToString());   // in alarm, out of service
        Assert.Equal("011", Read(Point, PropertyId.AckedTransitions).AsBitString.ToString());
        var told = Assert.Single(Wire.Sent, datagram => datagram.AsSpan(6).StartsWith((byte[])[0x10, 0x03]));
        Assert.True(EventNotificationRequest.TryDecode(told.AsSpan(8), out var request, out _));
        Assert.Equal((7u, Point, EventState.HighLimit, true), (request.Notification.ProcessId, request.Notification.Object, request.Notification.ToState, request.Notification.AckRequired));

        AcknowledgeAlarmRequest acknowledgment = new(7, Point, EventState.HighLimit, request.Notification.Time, "test", new TimeStamp(1));
        Assert.Equal(ErrorCode.InvalidTimestamp, source.Acknowledge(acknowledgment with { EventTime = new(99) })?.Code);
        Assert.Equal(ErrorCode.NoAlarmConfigured, source.Acknowledge(acknowledgment with { Object = ObjectId.Parse("analogInput:5") })?.Code);
        Assert.Null(source.Acknowledge(acknowledgment));
        Assert.Equal("111", Read(Point, PropertyId.AckedTransitions).AsBitString.ToString());
    }

    [Fact]
    public void A_point_that_comes_back_by_more_than_the_deadband_is_normal_again()
    {
        Hold(1000);
        Pass(5);
        var high = Read(Point, PropertyId.HighLimit).AsReal;

        Hold(high);
        Pass(5);
        Assert.Equal((uint)EventState.HighLimit, Read(Point, PropertyId.EventState).AsEnumerated);

        Hold(high - (2 * Read(Point, PropertyId.Deadband).AsReal));
        Pass(5);
        Assert.Equal((uint)EventState.Normal, Read(Point, PropertyId.EventState).AsEnumerated);
    }

    [Fact]
    public void A_warm_start_is_acknowledged_then_the_device_is_silent_and_then_says_that_it_is_there_and_why()
    {
        var self = new ObjectId(ObjectType.Device, 1000);
        Wire.Receive(Convert.FromHexString("810A000C0104" + "000501140901"));
        Assert.EndsWith("200114", Convert.ToHexString(Wire.Sent[^1]), StringComparison.Ordinal);
        var (sent, announced) = (Wire.Sent.Count, Wire.Broadcasts);

        _time.Advance(TimeSpan.FromSeconds(1));
        Wire.ReadProperty(2, new(self, PropertyId.ObjectName));
        Assert.Equal((sent, announced), (Wire.Sent.Count, Wire.Broadcasts));

        _time.Advance(TimeSpan.FromSeconds(3));
        Assert.Equal(announced + 1, Wire.Broadcasts);
        Assert.Equal((uint)RestartReason.Warmstart, Read(self, PropertyId.LastRestartReason).AsEnumerated);
    }

    [Fact]
    public void A_backup_and_a_wrong_password_are_refused()
    {
        var device = new SimulatedDevice(new() { Password = "open" }, _building.Clock);

        Assert.Equal(Refusals.PasswordFailure, device.Authorize(null));
        Assert.Null(device.Authorize("open"));
        Assert.Equal(Refusals.OptionalFunctionalityNotSupported, device.Reinitialize(ReinitializedState.StartBackup));
    }

    private void Hold(float value)
    {
        Assert.Null(Device.Write(new(Point, PropertyId.OutOfService), BacnetValue.Boolean(true), null));
        Assert.Null(Device.Write(new(Point, PropertyId.PresentValue), BacnetValue.Real(value), null));
    }

    private void Pass(int seconds)
    {
        for (; seconds > 0; seconds--) _time.Advance(TimeSpan.FromSeconds(1));
    }

    private BacnetError? Items(ObjectId log, out ItemList items) => Device.TryGetItems(new(log, PropertyId.LogBuffer), out items);

    private BacnetValue Read(ObjectId id, PropertyId property) => Device.Read(new(id, property)).Value;

    private TestWire Attach(int index)
    {
        _wires.Add(new());
        return _wires[index];
    }

    public void Dispose() => _building.Dispose();
}
