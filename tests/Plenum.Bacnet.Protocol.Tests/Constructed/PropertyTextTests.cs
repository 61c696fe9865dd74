using CsCheck;
using Plenum.Bacnet.Protocol.Constructed;
using Plenum.Bacnet.Protocol.Tags;
using Plenum.Bacnet.Protocol.Types;

namespace Plenum.Bacnet.Protocol.Tests.Constructed;

/// <summary>Properties in words: what a person sees of a value that is a tree of tags on the wire.</summary>
public sealed class PropertyTextTests
{
    private const string Workday = "0E B4 08000000 44 41AC0000 B4 11000000 44 41900000 0F", Holiday = "0E 0F";

    [Theory]
    [InlineData("schedule", PropertyId.WeeklySchedule, Workday + Workday + Workday + Workday + Workday + Holiday + Holiday, "Mon-Fri 08:00 = 21.5, 17:00 = 18; Sat-Sun nothing")]
    [InlineData("schedule", PropertyId.WeeklySchedule, Workday, "08:00 = 21.5, 17:00 = 18")]
    [InlineData("schedule", PropertyId.ExceptionSchedule, "0E 0C 7E0C18FF 0F 2E 2F 39 03 1C 01800001 2E 2F 39 10", "[2026-12-24: nothing (priority 3); calendar:1: nothing (priority 16)]")]
    [InlineData("schedule", PropertyId.EffectivePeriod, "A4 FFFFFFFF A4 FFFFFFFF", "any day to any day")]
    [InlineData("schedule", PropertyId.ListOfObjectPropertyReferences, "0C 00400001 19 55", "analogOutput:1 presentValue")]
    [InlineData("calendar", PropertyId.DateList, "0C 7E0C18FF 2B FF06FF", "[2026-12-24; last every day of every month]")]
    [InlineData("analog-output", PropertyId.PriorityArray, "00 00 00 00 00 00 00 44 41AC0000 00 00 00 00 00 00 00 00", "8: 21.5")]
    [InlineData("binary-output", PropertyId.PriorityArray, "00 00 00 00 00 00 00 91 01 00 00 00 00 00 00 00 00", "8: active")]
    [InlineData("binary-output", PropertyId.PriorityArray, "00 00 00 00 00 00 00 00 00 00 00 00 00 00 00 00", "nobody commands")]
    [InlineData("analog-input", PropertyId.EventTimeStamps, "2E A4 7E0B1607 B4 08000000 2F 0C FFFFFFFF 19 10", "[2026-11-22T08:00:00.00; *:*:*.*; #16]")]
    [InlineData("analog-input", PropertyId.StatusFlags, "82 04C0", "in-alarm fault")]
    [InlineData("analog-input", PropertyId.StatusFlags, "82 0400", "normal")]
    [InlineData("analog-input", PropertyId.EventEnable, "82 05A0", "to-offnormal to-normal")]
    [InlineData("analog-input", PropertyId.LimitEnable, "82 06C0", "low-limit high-limit")]
    [InlineData("analog-input", PropertyId.Units, "91 3E", "degrees-celsius")]
    [InlineData("notification-class", PropertyId.RecipientList, "82 01FE B4 00000000 B4 173B3B63 0C 02000007 21 03 11 82 05E0", "device:7 process 3, every day 00:00 to 23:59:59.99, confirmed, to-offnormal to-fault to-normal")]
    [InlineData("event-enrollment", PropertyId.EventParameters, "5E 09 3C 1C 41200000 2C 41F00000 3C 3F800000 5F", "out-of-range: low-limit 10, high-limit 30, deadband 1, for 60 s")]
    [InlineData("event-enrollment", PropertyId.ObjectPropertyReference, "0C 00000001 19 55 3C 02000007", "analogInput:1 presentValue of device:7")]
    [InlineData("trend-log", PropertyId.LogBuffer, "0E A4 62031701 B4 13361B00 0F 1E 2C 41900000 1F 2A 0400", "1998-03-23T19:54:27.00 18")]
    [InlineData("trend-log-multiple", PropertyId.LogBuffer, "0E A4 62031701 B4 13361B00 0F 1E 1E 1C 41900000 1F 1F", "1998-03-23T19:54:27.00 18")]
    [InlineData("trend-log", PropertyId.StartTime, "A4 62031701 B4 13361B00", "1998-03-23T19:54:27.00")]
    [InlineData("loop", PropertyId.ControlledVariableReference, "0C 00000001 19 55", "analogInput:1 presentValue")]
    [InlineData("loop", PropertyId.Action, "91 00", "direct")]
    [InlineData("command", PropertyId.Action, "0E 0F 0E 0F", "[nothing; nothing]")]
    [InlineData("device", PropertyId.ActiveCovSubscriptions, "0E 0E 0C 02000007 0F 19 03 0F 1E 0C 00000001 19 55 1F 29 00 39 00", "device:7 process 3: analogInput:1 presentValue, unconfirmed, for ever")]
    [InlineData("device", PropertyId.DeviceAddressBinding, "C4 02000007 21 00 61 0C", "device:7 at 0:12")]
    [InlineData("device", PropertyId.TimeSynchronizationRecipients, "0C 02000007 1E 22 FFFF 60 1F", "[device:7; 65535:*]")]
    [InlineData("device", PropertyId.ProtocolObjectTypesSupported, "82 07 80", "analog-input")]
    [InlineData("device", PropertyId.ProtocolServicesSupported, "83 03 0008", "read-property")]
    [InlineData("datetime-value", PropertyId.PresentValue, "A4 62031701 B4 13361B00", "1998-03-23T19:54:27.00")]
    [InlineData("accumulator", PropertyId.Scale, "19 FF", "10^-1")]
    [InlineData("structured-view", PropertyId.SubordinateList, "1C 00000001 0C 02000007 1C 00000002", "[analogInput:1; analogInput:2 of device:7]")]
    [InlineData("network-port", PropertyId.IpAddress, "64 C0A80102", "192.168.1.2")]
    [InlineData("network-port", PropertyId.IpDnsServer, "64 C0A80102 64 00000000", "[192.168.1.2, 0.0.0.0]")]
    [InlineData("network-port", PropertyId.MacAddress, "65 06 C0A80102BAC0", "192.168.1.2:47808")]
    [InlineData("network-port", PropertyId.BbmdForeignDeviceTable, "0D 06 C0A80102BAC0 1A 012C 29 78", "192.168.1.2:47808 for 300 s, 120 s left")]
    [InlineData("life-safety-point", PropertyId.AcceptedModes, "91 00 91 01", "[off, on]")]
    public void A_value_is_said_in_words(string type, PropertyId property, string hex, string text)
    {
        Assert.True(EnumNames<ObjectType>.TryParse(type, out var parsed));
        Assert.Equal(text, PropertyText.Describe(parsed, property, Value(hex)));
    }

    [Theory]
    [InlineData("schedule", PropertyId.WeeklySchedule, Workday + Workday)] // not seven days
    [InlineData("schedule", PropertyId.WeeklySchedule, "44 41AC0000")]
    [InlineData("schedule", PropertyId.ExceptionSchedule, "0E 0C 7E0C18FF 0F 2E 2F")] // no priority
    [InlineData("analog-output", PropertyId.PriorityArray, "00 00 00")]
    [InlineData("notification-class", PropertyId.RecipientList, "82 01FE B4 00000000")]
    [InlineData("analog-input", PropertyId.PresentValue, "44 41AC0000")] // a number says all by itself
    [InlineData("analog-input", PropertyId.Description, "73 00 6F6B")]
    [InlineData("analog-input", PropertyId.Units, "92 EA60")] // a vendor's unit has no name
    [InlineData("analog-input", (PropertyId)512, "0E 21 01 0F")]
    [InlineData("network-port", PropertyId.IpAddress, "21 01")]
    public void A_value_that_is_not_what_the_property_should_hold_is_left_as_it_is(string type, PropertyId property, string hex)
    {
        Assert.True(EnumNames<ObjectType>.TryParse(type, out var parsed));
        Assert.Null(PropertyText.Describe(parsed, property, Value(hex)));
    }

    [Fact]
    [Trait("Rule", "F22")]
    public void No_value_of_any_property_throws() => Gen.Select(OneOf(Enum.GetValues<ObjectType>()), OneOf(Enum.GetValues<PropertyId>()), Any.PropertyValue)
        .Sample((type, property, value) => { PropertyText.Describe(type, property, value); }, iter: Effort.Runs(5000));

    private static Gen<T> OneOf<T>(T[] all) => Gen.Int[0, all.Length - 1].Select(place => all[place]);

    private static BacnetValue Value(string hex)
    {
        TagReader reader = new(Octets.Of("3E" + hex + "3F"));
        var value = reader.ReadPropertyValue(3);
        Assert.True(reader.Finish(out var error), error.ToString());
        return value;
    }
}
