using Plenum.Bacnet.Client;
using Plenum.Bacnet.Client.Cov;
using Plenum.Bacnet.Protocol.Services;
using Plenum.Bacnet.Protocol.Transactions;
using Plenum.Bacnet.Protocol.Types;
using Plenum.TestKit;
using static Plenum.Bacnet.Tests.Client.Cov.CovBench;

namespace Plenum.Bacnet.Tests.Client.Cov;

/// <summary>Devices that do not tell their changes, or not all of them: what is learned, and how rarely it is asked again.</summary>
public sealed class RefusedSubscriptionsTests : IAsyncDisposable
{
    private readonly CovBench _bench = new();

    [Fact]
    [Trait("Rule", "BTL 8.7")]
    public async Task A_device_without_the_service_is_asked_once_and_an_hour_later_again()
    {
        _bench.Serve(inputs: 30, knowsCov: false).Want(Targets(30));
        var before = _bench.Client.Counters.Requests;

        await _bench.PassAsync(10);
        Assert.Equal(1, _bench.Client.Counters.Requests - before);
        Assert.All(_bench.Subscriptions.States(), state => Assert.Equal((CovLeaseState.Refused, "SubscribeCOV was answered communication: reject-unrecognized-service"), (state.State, state.Why)));

        await LaterAsync(TimeSpan.FromMinutes(70));
        Assert.Equal(2, _bench.Client.Counters.Requests - before);
    }

    [Fact]
    [Trait("Rule", "BTL 8.7")]
    public async Task A_device_with_few_places_keeps_those_that_fit_and_is_not_asked_for_more()
    {
        _bench.Serve(inputs: 30, new() { Room = 10 }).Want(Targets(30));
        var before = _bench.Client.Counters.Refused;

        await _bench.PassAsync(10);

        Assert.Equal((10, 10, 1), (_bench.Live(), _bench.Source.Count, _bench.Client.Counters.Refused - before));
        Assert.Equal(20, _bench.Subscriptions.States().Count(state => state.State == CovLeaseState.Refused));
        Assert.Contains(_bench.Subscriptions.States(), state => state.Why == "there is room for 10 subscriptions");
        Assert.Contains(_bench.Subscriptions.States(), state => state.Why == "SubscribeCOV was answered resources: no-space-to-add-list-element");
    }

    [Fact]
    public async Task No_more_are_asked_for_than_the_options_allow()
    {
        _bench.Serve(inputs: 30).Want(Options with { MostPerDevice = 12 }, Targets(30));

        await _bench.PassAsync(10);

        Assert.Equal((12, 12), (_bench.Live(), _bench.Source.Count));
    }

    [Fact]
    [Trait("Rule", "BTL 8.7")]
    public async Task An_object_that_cannot_tell_does_not_stand_in_the_way_of_the_others()
    {
        _bench.Serve(inputs: 3);
        _bench.Want([.. Targets(3), new(new(ObjectType.AnalogInput, 99)), new(new(ObjectType.Device, 1234))]);

        await _bench.PassAsync(3);

        Assert.Equal(3, _bench.Live());
        Assert.Equal(["SubscribeCOV was answered object: unknown-object", "SubscribeCOV was answered object: optional-functionality-not-supported"],
            _bench.Subscriptions.States().Skip(3).Select(state => state.Why));
    }

    [Fact]
    [Trait("Rule", "BTL 8.7")]
    [Trait("Rule", "F18")]
    public async Task A_device_that_accepts_and_never_notifies_is_found_out_and_tried_again_later()
    {
        _bench.Serve();
        _bench.Source.IsMute = true;
        _bench.Want(Targets(1));
        await _bench.PassAsync(29);
        Assert.False(_bench.Subscriptions.IsLive(Value(1)));

        await _bench.PassAsync(3);
        Assert.Equal((CovLeaseState.Refused, "accepted, but no notification came within 30 s"), (_bench.State().State, _bench.State().Why));

        _bench.Source.IsMute = false;
        await LaterAsync(TimeSpan.FromMinutes(70));
        await _bench.PassAsync(2);
        Assert.True(_bench.Subscriptions.IsLive(Value(1)));
    }

    [Fact]
    [Trait("Rule", "F18")]
    public async Task A_subscription_that_missed_a_change_is_not_relied_on_any_more()
    {
        _bench.Serve(inputs: 2).Want(Targets(2));
        await _bench.PassAsync(2);

        _bench.Subscriptions.Distrust(Value(2), "read 7, told 5");
        await _bench.PassAsync(60);

        Assert.True(_bench.Subscriptions.IsLive(Value(1)));
        Assert.Equal((CovLeaseState.Refused, "read 7, told 5"), (_bench.State(1).State, _bench.State(1).Why));
    }

    [Fact]
    [Trait("Rule", "BTL 2.7")]
    public async Task A_start_floods_no_device()
    {
        _bench.Serve(inputs: 100).Want(Targets(100));
        var before = _bench.Client.Counters.Requests;

        await _bench.TendAsync();
        Assert.Equal(25, _bench.Client.Counters.Requests - before);

        await _bench.PassAsync(6);
        Assert.Equal(100, _bench.Live());
    }

    [Fact]
    [Trait("Rule", "BTL 8.6")]
    public async Task A_device_that_finds_the_lifetime_too_long_is_asked_for_a_shorter_one()
    {
        var device = _bench.Bench.Scripted(Place.ToString());
        List<uint?> lifetimes = [];
        device.OnRequest = asked =>
        {
            Assert.True(SubscribeCovRequest.TryDecode(asked.Service, out var request, out _));
            lifetimes.Add(request.Lifetime);
            device.Answer(asked, request.Lifetime <= 300
                ? Apdus.SimpleAck(asked.InvokeId, ConfirmedService.SubscribeCov)
                : Apdus.Error(asked.InvokeId, ConfirmedService.SubscribeCov, ErrorClass.Services, ErrorCode.ParameterOutOfRange));
        };
        _bench.Want(Options with { Lease = new() { Lifetime = TimeSpan.FromHours(8) } }, Targets(1));

        await _bench.TendAsync();

        Assert.Equal([28_800u, 7_200u, 1_800u, 450u, 112u], lifetimes);
        Assert.Equal(CovLeaseState.Accepted, _bench.State().State);
    }

    [Theory]
    [InlineData(0u)]
    [InlineData(null)]
    [InlineData(28_801u)]
    [Trait("Rule", "BTL 8.26")]
    [Trait("Rule", "F18")]
    public async Task No_subscription_without_end_ever_leaves_the_client(uint? lifetime)
    {
        await Assert.ThrowsAsync<ArgumentOutOfRangeException>(async () =>
            await _bench.Client.SubscribeAsync(_bench.Device, new SubscribeCovPropertyRequest(1, Value(1), true, lifetime), TestContext.Current.CancellationToken));
        await Assert.ThrowsAsync<ArgumentOutOfRangeException>(async () =>
            await _bench.Client.SubscribeAsync(_bench.Device, new SubscribeCovRequest(1, Input(1), true, lifetime), TestContext.Current.CancellationToken));
        Assert.Equal(0, _bench.Client.Counters.Requests);
    }

    [Fact]
    public async Task A_single_subscription_can_be_made_and_ended_by_hand()
    {
        _bench.Serve();

        Assert.Null(await _bench.Bench.RunAsync(_bench.Client.SubscribeAsync(_bench.Device, new SubscribeCovRequest(1, Input(1), false, 60), TestContext.Current.CancellationToken)));
        Assert.Null(await _bench.Bench.RunAsync(_bench.Client.SubscribeAsync(_bench.Device, new SubscribeCovPropertyRequest(1, Value(1), false, 60), TestContext.Current.CancellationToken)));
        Assert.Equal(2, _bench.Source.Count);
        Assert.Null(await _bench.Bench.RunAsync(_bench.Client.SubscribeAsync(_bench.Device, SubscribeCovRequest.Cancellation(1, Input(1)), TestContext.Current.CancellationToken)));
        Assert.Equal(new BacnetError(ErrorClass.Object, ErrorCode.UnknownObject),
            await _bench.Bench.RunAsync(_bench.Client.SubscribeAsync(_bench.Device, new SubscribeCovRequest(1, Input(9), false, 60), TestContext.Current.CancellationToken)));
        Assert.Equal(1, _bench.Source.Count);
    }

    private static CovTarget[] Targets(uint count) => [.. Enumerable.Range(1, (int)count).Select(i => new CovTarget(Input((uint)i)))];

    private async Task LaterAsync(TimeSpan time)
    {
        for (var end = _bench.Client.Now + time; _bench.Client.Now < end;)
        {
            await _bench.TendAsync();
            _bench.Bench.Time.Run(TimeSpan.FromSeconds(60), TimeSpan.FromSeconds(1));
        }
    }

    public ValueTask DisposeAsync() => _bench.DisposeAsync();
}
