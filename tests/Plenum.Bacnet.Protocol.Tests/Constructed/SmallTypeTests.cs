using CsCheck;
using Plenum.Bacnet.Protocol.Constructed;
using Plenum.Bacnet.Protocol.Tags;
using Plenum.Bacnet.Protocol.Types;

namespace Plenum.Bacnet.Protocol.Tests.Constructed;

/// <summary>The smaller types of the network port, of meters, of commands and of subscriptions.</summary>
public sealed class SmallTypeTests
{
    private static readonly Gen<HostAddress> AnyHost = Gen.OneOf(
        Gen.Const(default(HostAddress)), AnyConstructed.Mac.Select(ip => new HostAddress(ip)), Any.Text.Select(name => new HostAddress(null, name)));

    private static readonly Gen<HostNPort> AnyHostNPort = Gen.Select(AnyHost, Gen.UShort, (host, port) => new HostNPort(host, port));

    private static readonly Gen<ActionCommand> AnyCommand = Gen.Select(
        Gen.Select(Any.Reference, Any.ObjectId.Nullable(), Any.PropertyValue, Gen.Byte[1, 16].Nullable()),
        Gen.Select(Gen.UInt.Nullable(), Gen.Bool, Gen.Bool),
        (what, how) => new ActionCommand(what.Item1, what.Item2, what.Item3, what.Item4, how.Item1, how.Item2, how.Item3));

    [Fact]
    public void A_destination_says_whom_when_and_of_what() => Judge.BothWays("82 01FE B4 00000000 B4 173B3B63 0C 02000007 21 03 11 82 05A0",
        new Destination((DaysOfWeek)0x7F, new(0), new(0x173B3B63), new(new(ObjectType.Device, 7)), 3, true, EventTransitions.ToOffnormal | EventTransitions.ToNormal),
        "device:7 process 3, every day 00:00 to 23:59:59.99, confirmed, to-offnormal to-normal");

    [Fact]
    public void A_subscription_says_who_what_and_for_how_long() => Judge.BothWays("0E 0E 0C 02000007 0F 19 03 0F 1E 0C 00000001 19 55 1F 29 01 3A 012C 4C 3F800000",
        new CovSubscription(new(new(new(ObjectType.Device, 7)), 3), new(new(ObjectType.AnalogInput, 1), PropertyId.PresentValue), true, 300, 1),
        "device:7 process 3: analogInput:1 presentValue, confirmed, 300 s left");

    [Theory]
    [InlineData("0E 1C C0A80102 0F 1A BAC0", "192.168.1.2:47808")]
    [InlineData("0E 2D 05 00 62626D64 0F 1A BAC0", "bbmd:47808")]
    [InlineData("0E 08 0F 19 00", "none:0")]
    public void A_host_is_an_address_a_name_or_none(string hex, string text)
    {
        Assert.True(Judge.TryRead<HostNPort>(Octets.Of(hex), out var host, out var error), error.ToString());
        Assert.Equal(text, host.ToString());
        Octets.AreEqual(hex, Octets.Written(host.Write));
    }

    [Fact]
    public void Tables_of_a_bbmd_and_of_a_router()
    {
        Judge.BothWays("0E 0E 1C C0A80102 0F 1A BAC0 0F 1C FFFFFFFF", new BdtEntry(new(new([192, 168, 1, 2]), 47808), [255, 255, 255, 255]), "192.168.1.2:47808 mask 255.255.255.255");
        Judge.BothWays("0D 06 C0A80102BAC0 1A 012C 29 78", new FdtEntry([192, 168, 1, 2, 0xBA, 0xC0], 300, 120), "192.168.1.2:47808 for 300 s, 120 s left");
        Judge.BothWays("09 05 1D 06 C0A80102BAC0 29 01", new RouterEntry(5, [192, 168, 1, 2, 0xBA, 0xC0], RouterStatus.Busy, null), "network 5 by 192.168.1.2:47808, busy");
        Judge.BothWays("0B 00000A 1D 06 C0A80102BAC0", new VmacEntry([0, 0, 10], [192, 168, 1, 2, 0xBA, 0xC0]), "00000a is 192.168.1.2:47808");
    }

    [Fact]
    public void Types_of_meters_and_of_load_control()
    {
        Judge.BothWays("0C 3F000000", new Scale(BacnetValue.Real(0.5f)), "0.5");
        Judge.BothWays("19 FF", new Scale(BacnetValue.Signed(-1)), "10^-1");
        Judge.BothWays("09 01 19 0A", new Prescale(1, 10), "1/10");
        Judge.BothWays("09 50", new ShedLevel(ShedLevelChoice.Percent, BacnetValue.Unsigned(80)), "80 %");
        Judge.BothWays("2C 41480000", new ShedLevel(ShedLevelChoice.Amount, BacnetValue.Real(12.5f)), "12.5 kW");
        Judge.BothWays("0E A4 7E0B1607 B4 08000000 0F 1A 04B0 29 0F 39 00", new AccumulatorRecord(new(new(0x7E0B1607), new(8, 0, 0, 0)), 1200, 15, AccumulatorStatus.Normal), "2026-11-22T08:00:00.00 1200 (+15, normal)");
    }

    [Fact]
    public void A_tag_has_a_name_and_may_have_a_value()
    {
        Judge.BothWays("0D 06 00 666C6F6F72 21 03", new NameValue("floor", BacnetValue.Unsigned(3)), "floor = 3");
        Judge.BothWays("0D 06 00 666C6F6F72", new NameValue("floor"), "floor");
        Judge.BothWays("0D 06 00 6275696C74 A4 7E0B1607 B4 08000000",
            new NameValue("built", BacnetValue.List([BacnetValue.Date(new(0x7E0B1607)), BacnetValue.Time(new(8, 0, 0, 0))])), "built = [2026-11-22, 08:00:00.00]");
    }

    [Fact]
    public void An_action_is_a_list_of_writes() => Judge.BothWays("0E 1C 01000001 29 55 4E 91 01 4F 59 08 69 05 79 01 89 00 0F",
        new ActionList([new(new(new(ObjectType.BinaryOutput, 1), PropertyId.PresentValue), null, BacnetValue.Enumerated(1), 8, 5, true, false)]),
        "binaryOutput:1 presentValue = 1 at 8, then 5 s");

    [Fact]
    public void Who_wrote_last()
    {
        Judge.BothWays("08", new ValueSource(null), "nobody");
        Judge.BothWays("1E 1C 04400001 1F", new ValueSource(new DeviceObjectReference(new(ObjectType.Schedule, 1))), "schedule:1");
        Judge.BothWays("2E 21 00 61 07 2F", new ValueSource(null, new BacnetAddress(0, [7])), "0:7");
    }

    [Fact]
    public void A_setpoint_may_come_from_elsewhere()
    {
        Judge.BothWays("", new SetpointReference(null), "none");
        Judge.BothWays("0E 0C 00800001 19 55 0F", new SetpointReference(new(new(ObjectType.AnalogValue, 1), PropertyId.PresentValue)), "analogValue:1 presentValue");
    }

    [Fact]
    public void Every_entry_of_a_network_port_reads_back()
    {
        Judge.Holds(AnyHostNPort);
        Judge.Holds(Gen.Select(AnyHostNPort, AnyConstructed.Mac.Nullable(), (bbmd, mask) => new BdtEntry(bbmd, mask)));
        Judge.Holds(Gen.Select(AnyConstructed.Mac, Gen.UShort, Gen.UShort, (address, time, left) => new FdtEntry(address, time, left)));
        Judge.Holds(Gen.Select(Gen.UShort, AnyConstructed.Mac, Gen.UShort, Gen.Byte.Nullable(), (network, mac, status, index) => new RouterEntry(network, mac, (RouterStatus)status, index)));
        Judge.Holds(Gen.Select(AnyConstructed.Mac, AnyConstructed.Mac, (left, right) => new VmacEntry(left, right)));
    }

    [Fact]
    public void Every_one_of_the_others_reads_back()
    {
        Judge.Holds(Gen.Select(Gen.Byte[0, 127], AnyConstructed.Time, AnyConstructed.Time, AnyConstructed.Process, Gen.Bool, AnyEvent.Transitions, (days, from, to, who, confirmed, transitions) =>
            new Destination((DaysOfWeek)days, from, to, who.Recipient, who.ProcessId, confirmed, transitions)));
        Judge.Holds(Gen.Select(AnyConstructed.Process, Any.Reference, Gen.Bool, Gen.UInt, Gen.Float.Nullable(), (who, what, confirmed, left, increment) => new CovSubscription(who, what, confirmed, left, increment)));
        Judge.Holds(Gen.OneOf(Gen.Float.Select(BacnetValue.Real), Gen.Long.Select(BacnetValue.Signed)).Select(value => new Scale(value)));
        Judge.Holds(Gen.Select(Gen.UInt, Gen.UInt, (multiplier, divisor) => new Prescale(multiplier, divisor)));
        Judge.Holds(Gen.OneOf(Gen.ULong.Select(level => new ShedLevel(ShedLevelChoice.Level, BacnetValue.Unsigned(level))), Gen.Float.Select(amount => new ShedLevel(ShedLevelChoice.Amount, BacnetValue.Real(amount)))));
        Judge.Holds(Gen.Select(AnyConstructed.Moment, Gen.ULong, Gen.ULong, Gen.UShort, (time, value, added, status) => new AccumulatorRecord(time, value, added, (AccumulatorStatus)status)));
        Judge.Holds(Gen.Select(Any.Text, Any.Primitive.Nullable(), (name, value) => new NameValue(name, value)));
        Judge.Holds(AnyConstructed.Several(AnyCommand).Select(commands => new ActionList(commands)));
        Judge.Holds(Gen.OneOf(AnyConstructed.Object.Select(source => new ValueSource(source)), AnyConstructed.Address.Select(address => new ValueSource(null, address))));
        Judge.Holds(Any.Reference.Nullable().Select(target => new SetpointReference(target)));
    }
}
