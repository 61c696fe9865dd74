using Plenum.Bacnet.Client;
using Plenum.Bacnet.Client.Cov;
using Plenum.Bacnet.Protocol.Links;
using Plenum.Bacnet.Protocol.Services;
using Plenum.Bacnet.Protocol.Transactions;
using Plenum.Bacnet.Protocol.Types;
using Plenum.Bacnet.Server;
using Plenum.TestKit;
using static Plenum.Bacnet.Tests.Client.Cov.CovBench;

namespace Plenum.Bacnet.Tests.Client.Cov;

/// <summary>Subscriptions that go on, whatever the device does.</summary>
public sealed class HealingTests : IAsyncDisposable
{
    private readonly CovBench _bench = new();

    [Fact]
    [Trait("Rule", "135.1 8.10.1")]
    public async Task A_subscribed_object_tells_its_value_at_once_and_then_its_changes()
    {
        _bench.Serve().Want(new CovTarget(Input(1)));
        await _bench.PassAsync(2);
        Assert.True(_bench.Subscriptions.IsLive(Value(1)));

        _bench.Table[Value(1)] = BacnetValue.Real(21);
        await _bench.PassAsync(2);

        Assert.Equal([20, 21], _bench.ToldNumbers());
        Assert.Equal(BacnetValue.Real(21), _bench.Subscriptions.Last(Value(1))?.Value);
    }

    [Fact]
    [Trait("Rule", "135.1 8.10.2")]
    public async Task Notifications_can_be_asked_for_without_acknowledgement()
    {
        _bench.Serve().Want(Options with { Confirmed = false }, new CovTarget(Input(1)));
        await _bench.PassAsync(2);

        Assert.Equal([20], _bench.ToldNumbers());
        Assert.Equal((1, 0), (_bench.Client.CovCounters.Taken, _bench.Client.CovCounters.Unknown));
    }

    [Fact]
    [Trait("Rule", "135.1 8.10.3")]
    public async Task A_cancelled_subscription_is_gone_from_the_device()
    {
        _bench.Serve(inputs: 2).Want(new CovTarget(Input(1)), new CovTarget(Input(2), PropertyId.PresentValue));
        await _bench.PassAsync(2);
        Assert.Equal(2, _bench.Source.Count);

        await _bench.Bench.RunAsync(_bench.Subscriptions.CancelAsync(_bench.Device, TestContext.Current.CancellationToken));

        Assert.Equal(0, _bench.Source.Count);
        Assert.False(_bench.Subscriptions.IsLive(Value(1)));
    }

    [Fact]
    [Trait("Rule", "BTL 8.6")]
    [Trait("Rule", "BTL 8.26")]
    [Trait("Rule", "135.1 8.10.4")]
    public async Task It_is_renewed_before_its_lifetime_ends_and_never_lapses()
    {
        _bench.Serve(inputs: 2).Want(new CovTarget(Input(1)), new CovTarget(Input(2), PropertyId.PresentValue));
        await _bench.PassAsync(2);
        for (var minute = 0; minute < 40; minute++)
        {
            await _bench.PassAsync(60);
            Assert.Equal((2, 2), (_bench.Live(), _bench.Source.Count));
        }
    }

    [Fact]
    [Trait("Rule", "F18")]
    public async Task A_device_that_restarts_and_says_so_is_subscribed_to_again()
    {
        _bench.Serve(inputs: 3).Want(new CovTarget(Input(1)), new CovTarget(Input(2)), new CovTarget(Input(3)));
        await _bench.PassAsync(2);
        var lives = _bench.Live();

        _bench.Source.Forget();
        _bench.Subscriptions.OnRestarted("it said I-Am");
        var inBetween = _bench.Live();
        await _bench.PassAsync(2);

        Assert.Equal((3, 0, 3, 3), (lives, inBetween, _bench.Live(), _bench.Source.Count));
    }

    [Fact] // clause 19.3: an unconfirmed notification of the Device object to process 0
    [Trait("Rule", "F18")]
    public async Task The_restart_notification_of_the_device_itself_is_heard()
    {
        _bench.Serve().Want(new CovTarget(Input(1)));
        await _bench.PassAsync(2);
        _bench.Source.Forget();
        ObjectId device = new(ObjectType.Device, 1234);
        CovNotificationRequest restarted = new(0, device, device, 0,
        [
            new(PropertyId.SystemStatus, null, BacnetValue.Enumerated(0)),
            new(PropertyId.TimeOfDeviceRestart, null, BacnetValue.ContextPrimitive(1, [7])),
            new(PropertyId.LastRestartReason, null, BacnetValue.Enumerated(1)),
        ]);

        var stranger = _bench.Bench.Scripted("10.0.0.9");
        stranger.Send(CovApdus.Unconfirmed(restarted), ClientBench.ClientAddress);
        Assert.Equal(1, _bench.Live());   // another one's restart is no concern of this device
        _bench.SendFromDevice(CovApdus.Unconfirmed(restarted));

        Assert.Equal(0, _bench.Live());
        await _bench.PassAsync(2);
        Assert.Equal((1, 1), (_bench.Live(), _bench.Source.Count));
    }

    [Fact]
    [Trait("Rule", "F18")]
    public async Task A_device_that_has_moved_is_subscribed_to_at_its_new_place()
    {
        _bench.Serve().Want(new CovTarget(Input(1)));
        await _bench.PassAsync(2);
        var moved = _bench.Bench.Scripted("10.0.0.7");

        moved.OnRequest = asked =>
        {
            moved.Answer(asked, Apdus.SimpleAck(asked.InvokeId, ConfirmedService.SubscribeCov));
            moved.Send(CovApdus.Unconfirmed(CovApdus.PresentValue(1234, Input(1), BacnetValue.Real(5))), asked.From);
        };
        await _bench.PassAsync(2, new Device(moved.Address));

        Assert.Equal((1, 5f), (_bench.Live(), _bench.ToldNumbers()[^1]));
        _bench.Table[Value(1)] = BacnetValue.Real(77);   // what is at the old place is not believed any more
        await _bench.PassAsync(3, new Device(moved.Address));
        Assert.Empty(_bench.ToldNumbers());
    }

    [Fact]
    [Trait("Rule", "BTL 8.6")]
    public async Task What_a_device_tells_after_the_lifetime_has_ended_is_not_relied_on()
    {
        _bench.Serve().Want(new CovTarget(Input(1)));
        await _bench.PassAsync(2);

        _bench.Bench.Lan.SetFaults(ClientBench.ClientAddress, Place, new() { LossPercent = 100 });
        _bench.Bench.Time.Run(TimeSpan.FromSeconds(601), TimeSpan.FromSeconds(1));   // nobody tends: the program hung, or the network was away

        Assert.False(_bench.Subscriptions.IsLive(Value(1)));
    }

    [Fact]
    [Trait("Rule", "F18")]
    public async Task A_network_that_was_away_for_hours_is_made_up_for_when_it_is_back()
    {
        _bench.Serve().Want(new CovTarget(Input(1)));
        await _bench.PassAsync(2);
        _bench.Bench.Lan.Faults = new() { LossPercent = 100 };
        for (var i = 0; i < 60; i++)
        {
            await _bench.TendAsync();
            _bench.Bench.Time.Run(TimeSpan.FromSeconds(60), TimeSpan.FromSeconds(1));
        }
        Assert.Equal(0, _bench.Live());

        _bench.Bench.Lan.Faults = LinkFaults.None;
        await _bench.PassAsync(400);

        Assert.Equal((1, 1), (_bench.Live(), _bench.Source.Count));
    }

    public ValueTask DisposeAsync() => _bench.DisposeAsync();
}
