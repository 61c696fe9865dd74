using Microsoft.Extensions.Time.Testing;
using Plenum.Bacnet.Protocol.Links;
using Plenum.Bacnet.Protocol.Types;
using Plenum.Bacnet.Server;
using Plenum.Bacnet.Transport;
using Plenum.TestKit;

namespace Plenum.Bacnet.Tests.Server;

/// <summary>What a device of ours tells its subscribers, octet by octet where that matters.</summary>
public sealed class CovSourceTests : IDisposable
{
    private const int Headers = 12;   // BVLC and NPDU, in hexadecimal digits
    private const string Ack = "200105", PropertyAck = "20011C";

    private static readonly DeviceAddress Here = DeviceAddress.Parse("10.0.0.2"), Asker = DeviceAddress.Parse("10.0.0.1");
    private static readonly PropertyReference Value = new(new(ObjectType.AnalogInput, 1), PropertyId.PresentValue);
    private static readonly PropertyReference Flags = Value with { Property = PropertyId.StatusFlags };

    private readonly FakeTimeProvider _time = new();
    private readonly TableDevice _device = new(4);
    private readonly BacnetPort _port;
    private readonly VirtualTransport _asker;
    private readonly CovSource _source;
    private readonly Inbox _inbox = new();

    public CovSourceTests()
    {
        VirtualLan lan = new(_time, seed: 1);
        _port = new(lan.Attach(Here));
        _source = new(_port, _device, new() { Room = 2 }, _time);
        _ = new BacnetServer(_port, _device) { Cov = _source };
        _port.Start();
        _asker = lan.Attach(Asker);
        _asker.Start(_inbox);
        _device[Value] = BacnetValue.Real(65);
        _device[Flags] = BacnetValue.BitString(new(0, 4));
        _device[Value with { Property = PropertyId.CovIncrement }] = BacnetValue.Real(1);
    }

    [Fact]
    public void A_subscription_is_acknowledged_first_and_then_told_the_value_and_the_time_that_remains()
    {
        Ask("00050105 0912 1C00000001 2900 393C");
        Assert.Equal([Ack], Taken());

        Pass(0.5);

        Assert.Equal([Bare("1002 0912 1C02000004 2C00000001 393C 4E 0955 2E44428200002F 096F 2E8204002F 4F")], Taken());
    }

    [Fact] // table 13-1
    public void A_number_is_told_again_when_it_has_gone_as_far_as_the_increment_and_flags_at_any_change()
    {
        Subscribe("2900 393C");

        Become(BacnetValue.Real(65.9f), 0);
        Assert.Empty(Taken());
        Become(BacnetValue.Real(66), 0);
        Assert.Single(Taken());
        Become(BacnetValue.Real(66), (ulong)StatusFlags.Fault);
        Assert.Single(Taken());
        Become(BacnetValue.Real(float.NaN), (ulong)StatusFlags.Fault);
        Assert.Single(Taken());
    }

    [Fact]
    public void A_property_can_be_told_with_an_increment_of_the_subscribers_own()
    {
        Ask("0005011C 0912 1C00000001 2900 393C 4E09554F 5C41200000");
        Assert.Equal([PropertyAck], Taken());
        Pass(1);
        Assert.Single(Taken());

        Become(BacnetValue.Real(74), 0);
        Assert.Empty(Taken());
        Become(BacnetValue.Real(75), 0);
        Assert.Single(Taken());
    }

    [Fact]
    [Trait("Rule", "F30")]
    public void A_confirmed_notification_is_repeated_until_it_is_acknowledged_and_then_no_more()
    {
        Subscribe("2901 3A0258", acknowledge: false);
        Pass(3.5);
        var told = Taken();
        Assert.Single(told);
        Assert.StartsWith("00050001", told[0], StringComparison.Ordinal);   // the same number as before

        Send("200001");
        Pass(30);

        Assert.Empty(Taken());
    }

    [Fact]
    public void A_confirmed_notification_that_nobody_acknowledges_is_given_up_and_the_next_change_is_told_all_the_same()
    {
        Subscribe("2901 3A0258", acknowledge: false);
        Pass(30);
        Assert.Equal(3, Taken().Count);

        Become(BacnetValue.Real(80), 0);

        Assert.Single(Taken());
    }

    [Fact]
    public void A_subscriber_that_does_not_want_it_any_more_is_told_nothing_more()
    {
        Subscribe("2901 3A0258", acknowledge: false);

        Send("500001 9105 914F");   // services, unknown-subscription

        Assert.Equal(0, _source.Count);
    }

    [Fact]
    public void A_subscription_ends_with_its_lifetime_and_one_for_ever_does_not()
    {
        Subscribe("2900 393C");
        Subscribe("2900 3900", process: "0913");
        Pass(61);

        Assert.Equal(1, _source.Count);
        _ = Taken();
        Become(BacnetValue.Real(80), 0);
        Assert.Contains("09131C020000042C000000013900", Assert.Single(Taken()), StringComparison.Ordinal);
    }

    [Fact]
    public void A_renewal_is_the_same_subscription_and_tells_the_value_again()
    {
        Subscribe("2900 393C");
        Pass(50);
        Subscribe("2900 393C", invokeId: "06");
        Pass(50);

        Assert.Equal(1, _source.Count);
    }

    [Theory]
    [InlineData("00050105 0912 1C00000009 2900 393C", "500105 9101 911F")]                   // object: unknown-object
    [InlineData("00050105 0912 1C02000004 2900 393C", "500105 9101 912D")]                   // object: optional-functionality-not-supported
    [InlineData("00050105 0912 1C00000001 393C", "600105")]                                  // a lifetime without a confirmation
    [InlineData("0005011C 0912 1C00000001 2900 3900 4E09554F", "600106")]                    // a lifetime of zero
    [InlineData("0005011C 0912 1C00000001 2900 393C 4E09554F 5CBF800000", "600106")]         // an increment below zero
    [InlineData("0005011C 0912 1C00000001 2900 393C 4E091C4F", "50011C 9102 9120")]          // property: unknown-property
    [Trait("Rule", "F18")]
    public void What_cannot_be_subscribed_to_is_refused_with_the_reason(string request, string answer)
    {
        Ask(request);

        Assert.Equal([Bare(answer)], Taken());
        Assert.Equal(0, _source.Count);
    }

    [Fact]
    public void A_device_with_no_place_left_says_so_and_a_cancellation_makes_place()
    {
        Subscribe("2900 393C");
        Subscribe("2900 393C", process: "0913");
        Ask("00050105 0914 1C00000001 2900 393C");
        Assert.Equal("50010591039113", Taken()[^1]);   // resources: no-space-to-add-list-element

        Ask("00050105 0912 1C00000001");
        Ask("00050105 0914 1C00000001 2900 393C");

        Assert.Equal([Ack, Ack], Taken());
        Assert.Equal(2, _source.Count);
    }

    [Fact] // clause 12.11.39
    public void Its_subscriptions_can_be_read()
    {
        Subscribe("2900 393C");
        Pass(20);

        var active = _source.ActiveSubscriptions();

        var octets = new byte[200];
        Protocol.Tags.TagWriter writer = new(octets);
        writer.WriteValue(Assert.Single(active));
        Assert.Equal("0E0E1E210065060A000001BAC01F0F19120F" + "1E0C0000000119551F" + "2900" + "3927", Convert.ToHexString(writer.Written));
    }

    private void Subscribe(string parameters, string process = "0912", bool acknowledge = true, string invokeId = "01")
    {
        Ask($"0005{invokeId}05 {process} 1C00000001 {parameters}");
        Pass(1);
        Assert.True(Taken().Count >= 2 || !acknowledge);
    }

    private void Become(BacnetValue value, ulong flags)
    {
        (_device[Value], _device[Flags]) = (value, BacnetValue.BitString(new(flags, 4)));
        Pass(1.1);
    }

    private void Pass(double seconds) => _time.Run(TimeSpan.FromSeconds(seconds), TimeSpan.FromMilliseconds(100));

    private void Ask(string apdu) => Datagram("0104", apdu);

    private void Send(string apdu) => Datagram("0100", apdu);

    private void Datagram(string network, string apdu)
    {
        var content = Convert.FromHexString(network + Bare(apdu));
        _asker.TrySend([0x81, 0x0A, 0, (byte)(content.Length + 4), .. content], Here);
    }

    private static string Bare(string hex) => hex.Replace(" ", "", StringComparison.Ordinal);

    /// <summary>The APDUs that have come.</summary>
    private List<string> Taken()
    {
        List<string> taken = [];
        while (_inbox.Count > 0) taken.Add(_inbox.Take().Bytes[Headers..]);
        return taken;
    }

    public void Dispose()
    {
        _source.Dispose();
        _port.Dispose();
        _inbox.Dispose();
    }
}
