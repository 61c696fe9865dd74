using Plenum.Bacnet.Client;
using Plenum.Bacnet.Client.Cov;
using Plenum.Bacnet.Protocol.Apdu;
using Plenum.Bacnet.Protocol.Services;
using Plenum.Bacnet.Protocol.Types;
using Plenum.Bacnet.Server;
using Plenum.TestKit;
using static Plenum.Bacnet.Tests.Client.Cov.CovBench;

namespace Plenum.Bacnet.Tests.Client.Cov;

/// <summary>Which notifications are believed, and what the others are answered.</summary>
public sealed class BelievingNotificationsTests : IAsyncDisposable
{
    private const byte SimpleAck = 0x20, Error = 0x50, Reject = 0x60, Abort = 0x70;

    private readonly CovBench _bench = new();
    private readonly ScriptedDevice _device;

    public BelievingNotificationsTests()
    {
        _device = _bench.Bench.Scripted(Place.ToString());
        _device.OnRequest = asked =>
        {
            if (asked.Apdu.Type == PduType.ConfirmedRequest) _device.Answer(asked, Apdus.SimpleAck(asked.InvokeId, (ConfirmedService)asked.Apdu.Service));
        };
    }

    [Fact]
    [Trait("Rule", "135.1 9.2.1")]
    public async Task A_confirmed_notification_of_ours_is_acknowledged()
    {
        await SubscribeAsync();

        Tell(7, Of(21));

        Assert.Equal([21], _bench.ToldNumbers());
        Assert.Equal((SimpleAck, 7), Answer());
    }

    [Fact] // the acknowledgement got lost on its way
    [Trait("Rule", "F30")]
    [Trait("Rule", "135.1 9.2.1")]
    public async Task A_confirmed_notification_that_comes_again_is_acknowledged_again_and_taken_once()
    {
        await SubscribeAsync();

        for (var i = 0; i < 3; i++)
        {
            Tell(7, Of(21));
            Assert.Equal((SimpleAck, 7), Answer());
        }

        Assert.Equal([21], _bench.ToldNumbers());
        Assert.Equal((1, 2), (_bench.Client.CovCounters.Taken, _bench.Client.CovCounters.Repeated));
    }

    [Fact]
    public async Task The_same_value_under_another_number_or_long_after_is_a_notification_of_its_own()
    {
        await SubscribeAsync();

        Tell(7, Of(21));
        Tell(8, Of(21));
        _bench.Bench.Pass(seconds: 31);
        Tell(7, Of(21));

        Assert.Equal([21, 21, 21], _bench.ToldNumbers());
    }

    [Theory] // "unknown-subscription", by which the device learns to stop; silence would make it go on
    [InlineData(2u, 1234u, 1u)]    // another process
    [InlineData(0u, 1234u, 1u)]    // nobody's
    [InlineData(1u, 1234u, 9u)]    // an object that is not subscribed to
    [InlineData(1u, 77u, 1u)]      // another device behind the same address
    [Trait("Rule", "135.1 9.2.2")]
    public async Task A_confirmed_notification_that_is_not_ours_is_answered_with_an_error(uint process, uint device, uint input)
    {
        await SubscribeAsync();

        Tell(7, CovApdus.PresentValue(device, Input(input), BacnetValue.Real(66), process));

        Assert.Equal((Error, 7), Answer());
        Assert.True(ErrorReply.TryDecode(_device.Requests[^1].Service, out var refusal, out _));
        Assert.Equal(new(ErrorClass.Services, ErrorCode.UnknownSubscription), refusal);
        Assert.Empty(_bench.Told());
        Assert.Equal(1, _bench.Client.CovCounters.Unknown);
    }

    [Fact]
    [Trait("Rule", "135.1 9.2.2")]
    public void A_client_without_a_subscription_answers_with_an_error_too()
    {
        Tell(7, Of(21));

        Assert.Equal((Error, 7), Answer());
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    [Trait("Rule", "F13")]
    [Trait("Rule", "135.1 9.3.2")]
    public async Task A_notification_of_another_peer_with_the_right_process_id_is_not_believed(bool confirmed)
    {
        await SubscribeAsync();
        var stranger = _bench.Bench.Scripted("10.0.0.66");

        stranger.Send(confirmed ? CovApdus.Confirmed(7, Of(66)) : CovApdus.Unconfirmed(Of(66)), ClientBench.ClientAddress);

        Assert.Empty(_bench.Told());
        Assert.Equal(1, _bench.Client.CovCounters.Unknown);
        Assert.Equal(confirmed ? 1 : 0, stranger.Requests.Count);   // the Error; an unconfirmed one is never answered
    }

    [Fact]
    [Trait("Rule", "135.1 9.3.1")]
    public async Task An_unconfirmed_notification_of_ours_is_taken_and_not_answered()
    {
        await SubscribeAsync();
        var before = _device.Requests.Count;

        _device.Send(CovApdus.Unconfirmed(Of(21)), ClientBench.ClientAddress);

        Assert.Equal([21], _bench.ToldNumbers());
        Assert.Equal(before, _device.Requests.Count);
    }

    [Fact]
    [Trait("Rule", "135.1 13.4")]
    public async Task A_notification_that_does_not_decode_is_rejected()
    {
        await SubscribeAsync();

        _device.Send([.. CovApdus.Confirmed(7, Of(21))[..^2]], ClientBench.ClientAddress);

        Assert.Equal((Reject, 7), Answer());
        Assert.Equal((byte)RejectReason.MissingRequiredParameter, _device.Requests[^1].Apdu.Service);
        Assert.Empty(_bench.Told());
    }

    [Fact]
    public async Task Of_a_property_that_alone_is_subscribed_to_the_status_flags_beside_it_are_not_taken_for_it()
    {
        _bench.Want(new CovTarget(Input(1), PropertyId.PresentValue));
        await _bench.TendAsync(Known());

        Tell(7, Of(21));

        Assert.Equal([(PropertyId.PresentValue, BacnetValue.Real(21))], _bench.Told().Select(told => (told.Property.Property, told.Value)));
    }

    [Fact]
    public async Task A_notification_of_several_objects_reaches_each_subscription()
    {
        _bench.Want(new CovTarget(Input(1)), new CovTarget(Input(2)));
        await _bench.TendAsync(Known());

        _device.Send(CovApdus.Multiple(7, new(1, new(ObjectType.Device, 1234), 60, null,
        [
            new(Value(1), BacnetValue.Real(1)), new(Value(2), BacnetValue.Real(2)),
        ])), ClientBench.ClientAddress);

        Assert.Equal([1, 2], _bench.ToldNumbers());
        Assert.Equal((SimpleAck, 7), Answer());
    }

    [Fact]
    public async Task When_nobody_takes_them_the_device_is_told_so_and_the_subscription_is_not_relied_on()
    {
        _bench.Want(Options with { MostWaiting = 3 }, new CovTarget(Input(1), PropertyId.PresentValue));
        await _bench.TendAsync(Known());
        for (byte i = 1; i <= 3; i++) Tell(i, Of(i));
        Assert.Equal(1, _bench.Live());

        Tell(4, Of(4));

        Assert.Equal((Abort, 4), ((byte)((byte)_device.Requests[^1].Apdu.Type << 4), _device.Requests[^1].InvokeId));
        Assert.Equal((0, 1), (_bench.Live(), _bench.Client.CovCounters.Dropped));
    }

    [Fact] // a server of ours on the same port would otherwise reject them as a service that it does not know
    public async Task A_server_on_the_same_port_leaves_notifications_to_the_client()
    {
        var place = Protocol.Links.DeviceAddress.Parse("10.0.0.5");
        using Bacnet.Transport.BacnetPort port = new(_bench.Bench.Lan.Attach(place));
        await using BacnetClient client = new(port, new(), _bench.Bench.Time);
        _ = new BacnetServer(port, new TableDevice(5));
        port.Start();

        _device.Send(CovApdus.Confirmed(7, Of(21)), place);

        Assert.Equal((Error, 7), Answer());
        Assert.Single(_device.Requests);
    }

    private static CovNotificationRequest Of(float value) => CovApdus.PresentValue(1234, Input(1), BacnetValue.Real(value));

    private static Device Known() => new(Place) { Instance = 1234 };

    private Task SubscribeAsync()
    {
        _bench.Want(new CovTarget(Input(1)));
        return _bench.TendAsync(Known());
    }

    private void Tell(byte invokeId, CovNotificationRequest notification) => _device.Send(CovApdus.Confirmed(invokeId, notification), ClientBench.ClientAddress);

    private (byte Type, byte InvokeId) Answer() => ((byte)((byte)_device.Requests[^1].Apdu.Type << 4), _device.Requests[^1].InvokeId);

    public ValueTask DisposeAsync() => _bench.DisposeAsync();
}
