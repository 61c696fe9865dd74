using Plenum.Bacnet.Client;
using Plenum.Bacnet.Protocol.Links;
using Plenum.Bacnet.Protocol.Npdu;
using Plenum.Bacnet.Protocol.Transactions;
using Plenum.Bacnet.Protocol.Types;
using Plenum.Bacnet.Tests.Client;
using Plenum.TestKit;
using static Plenum.Bacnet.Tests.Client.ClientBench;
using static Plenum.Bacnet.Tests.Networks.RoutedBench;

namespace Plenum.Bacnet.Tests.Networks;

/// <summary>Which router a request goes to, and what becomes of it when the router says no.</summary>
public sealed class RoutesTests : IAsyncDisposable
{
    private readonly RoutedBench _bench = new();
    private readonly List<(double At, NetworkMessageType Type)> _said = [];

    public RoutesTests() => _bench.Bench.Lan.Tap = (from, _, datagram) =>
    {
        if (from == ClientAddress && (datagram[5] & 0x80) != 0) _said.Add((_bench.Bench.Client.Now.TotalSeconds, (NetworkMessageType)datagram[6]));
    };

    [Fact]
    public async Task Without_a_known_router_it_is_asked_for_once_and_the_request_goes_on()
    {
        _bench.Serve(7, new TableDevice(7).With(2));

        Assert.Equal(BacnetValue.Real(1), (await _bench.ReadAsync(At(7, routerKnown: false))).Value);
        Assert.Equal(BacnetValue.Real(1), (await _bench.ReadAsync(At(7, routerKnown: false))).Value);

        Assert.Equal([NetworkMessageType.WhoIsRouterToNetwork], _said.Select(one => one.Type));
    }

    [Fact]
    public async Task A_router_that_announced_itself_need_not_be_asked_for()
    {
        _bench.Serve(7, new TableDevice(7).With(2));
        _bench.Router.Announce();

        Assert.Equal(BacnetValue.Real(1), (await _bench.ReadAsync(At(7, routerKnown: false))).Value);
        Assert.Empty(_said);
    }

    [Fact]
    public async Task A_network_that_nobody_leads_to_is_asked_for_with_growing_pauses_and_given_up_with_the_reason()
    {
        _bench.Router.IsSilent = true;

        var failure = await Assert.ThrowsAsync<BacnetTimeoutException>(() => _bench.ReadAsync(At(7, routerKnown: false)));

        Assert.Contains("no router to network 2001 answers", failure.Message, StringComparison.Ordinal);
        Assert.Equal([0, 1, 3], _said.Select(one => (int)one.At));
        Assert.Equal(0, _bench.Bench.Counters.Tries);
    }

    [Fact]
    public async Task A_router_that_comes_late_is_in_time_for_a_request_with_time()
    {
        _bench.Serve(7, new TableDevice(7).With(2));
        _bench.Router.IsSilent = true;
        var list = new ReadList([Value(1)]);
        var reading = _bench.Bench.Client.ReadAsync(new(At(7, routerKnown: false)), list, TimeSpan.FromSeconds(60), TestContext.Current.CancellationToken);
        _bench.Bench.Pass(seconds: 20);
        _bench.Router.IsSilent = false;

        await _bench.Bench.RunAsync(reading);
        Assert.Equal(BacnetValue.Real(1), list.Results[0].Value);
    }

    [Theory]
    [Trait("Rule", "F27")]
    [InlineData(NetworkRejectReason.NoRoute, ErrorCode.NotRouterToDnet)]
    [InlineData(NetworkRejectReason.TooLong, ErrorCode.MessageTooLong)]
    [InlineData(NetworkRejectReason.Addressing, ErrorCode.AddressingError)]
    [InlineData(NetworkRejectReason.Other, ErrorCode.Other)]
    public async Task A_request_that_the_router_refuses_ends_at_once_with_the_reason(NetworkRejectReason reason, ErrorCode code)
    {
        _bench.Router.Refusal = reason;
        var exchange = new ReadPropertyExchange { Target = Value(1) };

        var reply = await _bench.Bench.RunAsync(_bench.Bench.Client.SendAsync(exchange, At(7), TimeSpan.FromSeconds(60), TestContext.Current.CancellationToken));

        Assert.Equal((ReplyKind.Unreachable, new BacnetError(ErrorClass.Communication, code), 1), (reply.Kind, reply.Error, reply.Tries));
        Assert.True(_bench.Bench.Client.Now < TimeSpan.FromSeconds(1));
    }

    [Fact]
    public async Task A_refusal_from_elsewhere_ends_nothing()
    {
        _bench.Serve(7, new TableDevice(7).With(2));
        _bench.TrunkLan.Faults = new() { Delay = TimeSpan.FromMilliseconds(200) };
        var other = _bench.Bench.Scripted("10.0.0.66");
        var reading = _bench.Begin(At(7));
        other.SendRaw(Convert.FromHexString("810A000A01800301" + "07D1"), ClientAddress);

        Assert.Equal(BacnetValue.Real(1), (await _bench.Bench.RunAsync(reading)).Value);
    }

    [Fact]
    [Trait("Rule", "F27")]
    public async Task A_request_without_an_end_does_not_wait_for_ever_for_a_router_that_is_busy_again_and_again()
    {
        _bench.Router.BecomeBusy(Trunk);
        var exchange = new ReadPropertyExchange { Target = Value(1) };
        var waiting = _bench.Bench.Client.SendAsync(exchange, At(7), until: null, TestContext.Current.CancellationToken).AsTask();
        for (var again = 0; again < 6; again++)
        {
            _bench.Bench.Pass(seconds: 10);
            _bench.Router.BecomeBusy(Trunk);
        }

        Assert.True(waiting.IsCompleted);
        Assert.Equal((ReplyKind.Unreachable, ErrorCode.RouterBusy), ((await waiting).Kind, (await waiting).Error.Code));
    }

    [Fact]
    [Trait("Rule", "F27")]
    public async Task Everyone_who_waits_for_a_place_on_a_network_comes_to_an_end_when_its_router_stays_busy()
    {
        var waiting = Enumerable.Range(10, 12)
            .Select(mac => _bench.Bench.Client.SendAsync(new ReadPropertyExchange { Target = Value(1) }, At((byte)mac), until: null, TestContext.Current.CancellationToken).AsTask()).ToList();
        for (var again = 0; again < 10; again++)
        {
            _bench.Router.BecomeBusy(Trunk);
            _bench.Bench.Pass(seconds: 10);
        }

        Assert.All(waiting, task => Assert.True(task.IsCompleted));
        foreach (var task in waiting) Assert.Equal(ErrorCode.RouterBusy, (await task).Error.Code);
    }

    [Fact]
    [Trait("Rule", "F27")]
    public async Task A_busy_router_is_left_alone_until_it_is_available()
    {
        var device = _bench.Scripted(7);
        device.OnRequest = asked => device.Answer(asked, Apdus.ReadAck(asked.InvokeId, asked.Target, BacnetValue.Real(1)));
        _bench.Router.BecomeBusy(Trunk);
        var reading = _bench.Begin(At(7));
        _bench.Bench.Pass(seconds: 12);
        Assert.Equal(0, _bench.Bench.Counters.Tries);

        _bench.Router.BecomeAvailable(Trunk);
        Assert.Equal(BacnetValue.Real(1), (await _bench.Bench.RunAsync(reading)).Value);
        Assert.InRange(device.Requests[0].At.TotalSeconds, 12, 12.1);
    }

    [Fact] // clause 6.6.4
    [Trait("Rule", "F27")]
    public async Task A_router_that_does_not_say_that_it_is_available_again_is_tried_after_30_seconds()
    {
        _bench.Serve(7, new TableDevice(7).With(2));
        _bench.Router.Announce();
        _bench.Router.BecomeBusy();
        var reading = _bench.Begin(At(7));
        _bench.Bench.Pass(seconds: 29);
        Assert.Equal(0, _bench.Bench.Counters.Tries);
        _bench.Router.BecomeAvailable(9999);   // of another network: no news for this one
        Assert.Equal(0, _bench.Bench.Counters.Tries);
        _bench.Router.IsSilent = true;
        _bench.Bench.Pass(seconds: 2);
        Assert.Equal(1, _bench.Bench.Counters.Tries);
        _bench.Router.IsSilent = false;
        _bench.Router.BecomeAvailable();
        Assert.Equal(BacnetValue.Real(1), (await _bench.Bench.RunAsync(reading)).Value);
    }

    [Fact]
    [Trait("Rule", "F27")]
    public async Task A_request_that_a_busy_router_refuses_is_sent_again_later_and_keeps_its_end()
    {
        _bench.Serve(7, new TableDevice(7).With(2));
        _bench.Router.Refusal = NetworkRejectReason.Busy;
        var list = new ReadList([Value(1)]);
        var reading = _bench.Bench.Client.ReadAsync(new(At(7)), list, TimeSpan.FromSeconds(10), TestContext.Current.CancellationToken);

        await _bench.Bench.RunAsync(reading);

        Assert.InRange(_bench.Bench.Client.Now.TotalSeconds, 10, 10.1);
        Assert.Equal((1, BacnetError.Timeout), (_bench.Bench.Counters.Tries, list.Results[0].Error!.Value));
    }

    [Fact]
    [Trait("Rule", "F26")]
    public async Task A_router_that_is_replaced_is_found_again()
    {
        _bench.Serve(7, new TableDevice(7).With(2));
        Assert.True((await _bench.ReadAsync(At(7))).HasValue);
        _bench.Router.IsSilent = true;
        _bench.Bench.Pass(seconds: 60);
        VirtualRouter replacement = new();
        replacement.Join(_bench.Bench.Lan, "10.0.0.253", 1);
        replacement.Join(_bench.TrunkLan, "10.0.20.253", Trunk, MacKind.Trunk);

        await Assert.ThrowsAsync<BacnetTimeoutException>(() => _bench.ReadAsync(At(7)));   // its silence is what asks for another router
        Assert.Equal(BacnetValue.Real(1), (await _bench.ReadAsync(At(7))).Value);
        Assert.Equal(1, replacement.Passed[Trunk]);
    }

    [Fact]
    [Trait("Rule", "F20")]
    public void Two_routers_that_lead_to_one_network_number_are_told_once()
    {
        VirtualRouter twin = new();
        twin.Join(_bench.Bench.Lan, "10.0.0.253", 1);
        twin.Join(new(_bench.Bench.Time, seed: 5), "10.0.50.254", Trunk, MacKind.Trunk);

        for (var i = 0; i < 3; i++)
        {
            _bench.Router.Announce();
            twin.Announce();
        }

        var (_, id, text) = Assert.Single(_bench.Bench.Logger.Entries);
        Assert.Equal(1103, id);
        Assert.Contains("10.0.0.254:47808 and 10.0.0.253:47808", text, StringComparison.Ordinal);
    }

    [Theory]
    [Trait("Rule", "F20")]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Devices_with_one_address_behind_two_routers_are_never_taken_for_one_another(bool twinKnown)
    {
        VirtualRouter twin = new();
        var twinAt = twin.Join(_bench.Bench.Lan, "10.0.0.253", 1).Address;
        VirtualLan otherTrunk = new(_bench.Bench.Time, seed: 5);
        twin.Join(otherTrunk, "10.0.50.254", Trunk, MacKind.Trunk);
        _bench.Serve(7, new TableDevice(7) { [Value(1)] = BacnetValue.Real(1) });
        _bench.Bench.Serve("10.0.50.7", new TableDevice(8) { [Value(1)] = BacnetValue.Real(2) }, otherTrunk);
        if (twinKnown) { _bench.Router.Announce(); twin.Announce(); }

        for (var i = 0; i < 20; i++)
        {
            Assert.Equal(BacnetValue.Real(1), (await _bench.ReadAsync(At(7))).Value);
            Assert.Equal(BacnetValue.Real(2), (await _bench.ReadAsync(twinAt with { Remote = Station(7) })).Value);
        }
        Assert.Equal(0, _bench.Bench.Counters.Elsewhere);
    }

    public ValueTask DisposeAsync() => _bench.DisposeAsync();
}
