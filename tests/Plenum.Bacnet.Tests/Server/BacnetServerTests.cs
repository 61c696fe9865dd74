using Microsoft.Extensions.Time.Testing;
using Plenum.Bacnet.Protocol.Apdu;
using Plenum.Bacnet.Protocol.Bvlc;
using Plenum.Bacnet.Protocol.Links;
using Plenum.Bacnet.Protocol.Npdu;
using Plenum.Bacnet.Protocol.Services;
using Plenum.Bacnet.Protocol.Types;
using Plenum.Bacnet.Server;
using Plenum.Bacnet.Transport;
using Plenum.TestKit;

namespace Plenum.Bacnet.Tests.Server;

/// <summary>What a device of ours answers, octet by octet where that matters.</summary>
public sealed class BacnetServerTests : IDisposable
{
    private static readonly DeviceAddress Here = DeviceAddress.Parse("10.0.0.2"), Asker = DeviceAddress.Parse("10.0.0.1");
    private static readonly PropertyReference Value = new(new(ObjectType.AnalogInput, 1), PropertyId.PresentValue);

    private readonly TableDevice _device = new(1234) { MaxApdu = 480 };
    private readonly BacnetPort _port;
    private readonly VirtualTransport _asker, _there;
    private readonly Inbox _inbox = new();

    public BacnetServerTests()
    {
        VirtualLan lan = new(new FakeTimeProvider(), seed: 1);
        _there = lan.Attach(Here);
        _port = new(_there);
        Server = new(_port, _device);
        _port.Start();
        _asker = lan.Attach(Asker);
        _asker.Start(_inbox);
        _device[Value] = BacnetValue.Real(21.5f);
        _device[Value with { Property = PropertyId.ObjectName }] = BacnetValue.CharacterString("supply air");
    }

    private BacnetServer Server { get; }

    [Theory]
    [InlineData("1008", true)]                       // everyone
    [InlineData("1008 0A04D2 1A04D2", true)]         // 1234 to 1234
    [InlineData("1008 0900 1B3FFFFF", true)]         // 0 to 4194303
    [InlineData("1008 0A04D3 1B3FFFFF", false)]      // 1235 and up
    [InlineData("1008 0900 1A04D1", false)]          // up to 1233
    [Trait("Rule", "135.1 9.33")]
    public void Who_is_is_answered_within_the_range(string apdu, bool answered)
    {
        Broadcast(apdu);

        if (answered) Assert.Equal("810A0015" + "0100" + "1000" + "C4020004D2" + "2201E0" + "9103" + "220104", Take());
        else Assert.Equal(0, _inbox.Count);
    }

    [Fact] // 135.1 10.1: what comes from behind a router is answered to there
    [Trait("Rule", "135.1 10.1")]
    public void A_request_from_another_network_is_answered_to_its_sender_there()
    {
        SendDatagram(BvlcFunction.OriginalUnicastNpdu, new NpduHeader(default, new(2001, 7, 1), ExpectsReply: true), "0005010C 0C00000001 1955");

        Assert.Equal("810A001C" + "0120" + "07D10107FF" + "30010C" + "0C00000001" + "1955" + "3E4441AC00003F", Take());
    }

    [Fact]
    public void A_who_is_from_another_network_is_answered_to_there()
    {
        SendDatagram(BvlcFunction.ForwardedNpdu, new NpduHeader(NetworkAddress.GlobalBroadcast, new(2001, 7, 1), ExpectsReply: false), "1008", origin: "0A000001BAC0");

        Assert.StartsWith("810A001A" + "0120" + "07D10107FF" + "1000", Take(), StringComparison.Ordinal);
    }

    [Fact] // clause 6.5.2.1
    public void A_message_for_another_network_is_not_ours()
    {
        SendDatagram(BvlcFunction.OriginalBroadcastNpdu, new NpduHeader(new(2001, 0, 0), default, ExpectsReply: false), "1008");
        SendDatagram(BvlcFunction.OriginalUnicastNpdu, new NpduHeader(new(2001, 7, 1), default, ExpectsReply: true), "0005010C 0C00000001 1955");

        Assert.Equal(0, _inbox.Count);
    }

    [Fact] // clause 5.4.5.1, ConfirmedBroadcastReceived
    public void A_confirmed_request_to_everyone_is_dropped()
    {
        SendDatagram(BvlcFunction.OriginalBroadcastNpdu, new NpduHeader(default, default, ExpectsReply: true), "0005010C 0C00000001 1955");
        SendDatagram(BvlcFunction.OriginalUnicastNpdu, new NpduHeader(NetworkAddress.GlobalBroadcast, default, ExpectsReply: true), "0005010C 0C00000001 1955");

        Assert.Equal(0, _inbox.Count);
    }

    [Fact]
    [Trait("Rule", "135.1 9.32")]
    public void Who_has_is_answered_by_identifier_and_by_name()
    {
        const string iHave = "1001" + "C4020004D2" + "C400000001" + "750B00737570706C7920616972";
        Broadcast("1007 2C00000001");
        Assert.EndsWith(iHave, Take(), StringComparison.Ordinal);
        Broadcast("1007 3D0B00737570706C7920616972");
        Assert.EndsWith(iHave, Take(), StringComparison.Ordinal);

        Broadcast("1007 2C00000002");                                       // no such object
        Broadcast("1007 3D0700706C656E756D");                               // no such name
        Broadcast("1007 0900 1A04D1 2C00000001");                           // another device's
        Assert.Equal(0, _inbox.Count);
    }

    [Theory]
    [InlineData("0005010C 0C00000001 1955", "30010C 0C00000001 1955 3E4441AC00003F")]            // what it is
    [InlineData("0005010C 0C023FFFFF 194B", "30010C 0C020004D2 194B 3EC4020004D23F")]            // whichever device you are
    [InlineData("0005010C 0C00000001 191C", "50010C 9102 9120")]                                 // property, unknown-property
    [InlineData("0005010C 0C00000009 1955", "50010C 9101 911F")]                                 // object, unknown-object
    [InlineData("0005010C 0C00000001", "600105")]                                                // missing-required-parameter
    [InlineData("0005010C 0C00000001 1955 00", "600107")]                                        // too-many-arguments
    [InlineData("0005010C 1C00000001 1955", "600104")]                                           // invalid-tag
    [InlineData("0005010E", "600105")]                                                           // ReadPropertyMultiple of nothing
    [InlineData("00050105 0901 1C00000001 2900 390A", "600109")]                                 // SubscribeCOV: unrecognized-service
    [InlineData("00050163", "600109")]                                                           // no service at all
    [InlineData("0C05010004 0C 0C00000001", "710104")]                                           // a segment: segmentation-not-supported
    [Trait("Rule", "135.1 9.18")]
    public void A_request_is_answered_by_the_book(string request, string answer)
    {
        Send(request);

        Assert.Equal(Npdu(answer), Take());
    }

    [Fact] // clause 15.7.3.1.2
    [Trait("Rule", "135.1 9.20.1.7")]
    public void All_properties_are_what_the_object_has_but_for_its_list_of_them()
    {
        _device[Value with { Property = PropertyId.PropertyList }] = BacnetValue.List([]);
        Send("0005010E 0C00000001 1E09081F");

        Assert.Equal(Npdu("30010E 0C00000001 1E 294D 4E750B00737570706C79206169724F 2955 4E4441AC00004F 1F"), Take());
    }

    [Fact]
    [Trait("Rule", "135.1 9.20")]
    public void In_a_batch_each_property_has_its_own_result()
    {
        Send("0005010E 0C00000001 1E 0955 091C 1F 0C00000009 1E 0955 1F");

        Assert.Equal(Npdu("30010E 0C00000001 1E 2955 4E4441AC00004F 291C 5E910291205F 1F 0C00000009 1E 2955 5E9101911F5F 1F"), Take());
    }

    [Theory]
    [InlineData("0005010F 0C00000001 1955 3E44420C00003F 4908", (byte)8)]
    [InlineData("0005010F 0C00000001 1955 3E44420C00003F", null)]
    public void A_write_is_taken_with_its_priority(string request, byte? priority)
    {
        Send(request);

        Assert.Equal(Npdu("20010F"), Take());
        Assert.Equal([(Value, BacnetValue.Real(35), priority)], _device.Writes);
    }

    [Fact]
    public void Null_relinquishes()
    {
        Send("0005010F 0C00000001 1955 3E003F 4908");

        Assert.Equal(Npdu("20010F"), Take());
        Assert.Equal([(Value, BacnetValue.Null, (byte?)8)], _device.Writes);
    }

    [Theory]
    [InlineData("0005010F 0C00000009 1955 3E44420C00003F", "50010F 9101 911F")]
    [InlineData("0005010F 0C00000001 1955 3E44420C00003F 4911", "600106")]   // priority 17: parameter-out-of-range
    public void A_write_that_cannot_be_taken_is_refused(string request, string answer)
    {
        Send(request);

        Assert.Equal(Npdu(answer), Take());
        Assert.Empty(_device.Writes);
    }

    [Theory]
    [InlineData("0000010C 0C00000001 1955")]   // the asker takes 50 octets
    [InlineData("0003010C 0C00000001 1955")]   // it takes 480, and the device sends no more than 480
    public void An_answer_that_is_too_large_for_either_side_is_aborted(string request)
    {
        _device[Value] = BacnetValue.OctetString(new byte[request[3] == '0' ? 40 : 470]);
        Send(request);
        Assert.Equal(Npdu("710104"), Take());

        _device[Value] = BacnetValue.OctetString(new byte[request[3] == '0' ? 30 : 460]);
        Send(request);
        Assert.NotEqual(Npdu("710104"), Take());
    }

    [Fact]
    [Trait("Rule", "135.1 13.4")]
    public void Every_truncation_of_a_request_is_rejected_or_dropped_and_never_answered_with_a_value()
    {
        var whole = Convert.FromHexString("0005010E0C000000011E0955091C1F0C000000091E09551F");
        for (var length = 0; length < whole.Length; length++) SendDatagram(BvlcFunction.OriginalUnicastNpdu, new NpduHeader(default, default, ExpectsReply: true), Convert.ToHexString(whole[..length]));

        while (_inbox.Count > 0)
        {
            var answer = Take();
            Assert.True(answer.StartsWith("810A0009010060", StringComparison.Ordinal) || answer == Npdu("30010E 0C00000001 1E 2955 4E4441AC00004F 291C 5E910291205F 1F"), answer);
        }
    }

    [Fact]
    public void Random_requests_harm_nothing()
    {
        var random = new Random(20_261_122);
        var whole = Convert.FromHexString("0005010E0C000000011E0955091C1F0C000000091E09551F");
        for (var i = 0; i < 20_000; i++)
        {
            var request = whole.ToArray();
            for (var flip = random.Next(1, 5); flip > 0; flip--) request[random.Next(request.Length)] ^= (byte)(1 << random.Next(8));
            SendDatagram(BvlcFunction.OriginalUnicastNpdu, new NpduHeader(default, default, ExpectsReply: true), Convert.ToHexString(request));
        }
        Assert.Null(_there.LastFault);
    }

    [Fact]
    public void It_says_that_it_is_there_to_everyone()
    {
        Server.AnnounceIAm();

        Assert.Equal(("810B0019" + "0120" + "FFFF00FF" + "1000" + "C4020004D2" + "2201E0" + "9103" + "220104", true), (_inbox.Take() is var iAm ? iAm.Bytes : "", iAm.Broadcast));
    }

    private static string Npdu(string apdu)
    {
        var octets = apdu.Replace(" ", "", StringComparison.Ordinal);
        return $"810A{6 + (octets.Length / 2):X4}0100{octets}";
    }

    private string Take() => _inbox.Count > 0 ? _inbox.Take().Bytes : throw new InvalidOperationException("nothing was answered");

    private void Send(string apdu) => SendDatagram(BvlcFunction.OriginalUnicastNpdu, new NpduHeader(default, default, ExpectsReply: true), apdu);

    private void Broadcast(string apdu) => SendDatagram(BvlcFunction.OriginalBroadcastNpdu, new NpduHeader(NetworkAddress.GlobalBroadcast, default, ExpectsReply: false), apdu);

    private void SendDatagram(BvlcFunction function, NpduHeader network, string apdu, string origin = "")
    {
        Span<byte> npdu = stackalloc byte[NpduHeader.MaxSize];
        var body = origin + Convert.ToHexString(npdu[..network.Encode(npdu)]) + apdu.Replace(" ", "", StringComparison.Ordinal);
        _asker.TrySend(Convert.FromHexString($"81{(byte)function:X2}{4 + (body.Length / 2):X4}{body}"), Here);
    }

    public void Dispose()
    {
        _port.Dispose();
        _inbox.Dispose();
        Assert.Null(_there.LastFault);
    }
}
