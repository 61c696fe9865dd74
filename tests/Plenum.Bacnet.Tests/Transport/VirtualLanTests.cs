using Microsoft.Extensions.Time.Testing;
using Plenum.Bacnet.Protocol.Links;
using Plenum.Bacnet.Transport;
using Plenum.TestKit;

namespace Plenum.Bacnet.Tests.Transport;

public sealed class VirtualLanTests
{
    private static readonly DeviceAddress Left = DeviceAddress.Parse("10.0.0.1"), Right = DeviceAddress.Parse("10.0.0.2");

    private readonly FakeTimeProvider _time = new();

    [Fact]
    public void Without_delay_a_datagram_has_arrived_when_the_call_returns()
    {
        var (_, left, arrived) = Pair(LinkFaults.None);

        left.TrySend([7], Right);

        Assert.Equal([7], arrived);
    }

    [Fact]
    public void A_delayed_datagram_arrives_when_it_is_due_and_not_before()
    {
        var (lan, left, arrived) = Pair(new() { Delay = TimeSpan.FromMilliseconds(50) });

        left.TrySend([7], Right);
        _time.Advance(TimeSpan.FromMilliseconds(49));
        Assert.Equal((0, 1), (arrived.Count, lan.InFlight));
        _time.Advance(TimeSpan.FromMilliseconds(1));
        Assert.Equal((1, 0), (arrived.Count, lan.InFlight));
    }

    [Fact]
    public void Equal_delays_keep_the_order()
    {
        var (_, left, arrived) = Pair(new() { Delay = TimeSpan.FromMilliseconds(5) });

        for (byte number = 0; number < 100; number++) left.TrySend([number], Right);
        _time.Run(TimeSpan.FromMilliseconds(5));

        Assert.Equal(Enumerable.Range(0, 100), arrived);
    }

    [Fact]
    public void Jitter_lets_datagrams_overtake_one_another_and_loses_none()
    {
        var (_, left, arrived) = Pair(new() { Jitter = TimeSpan.FromMilliseconds(20) });

        for (byte number = 0; number < 100; number++) left.TrySend([number], Right);
        _time.Run(TimeSpan.FromMilliseconds(21));

        Assert.NotEqual(Enumerable.Range(0, 100), arrived);
        Assert.Equal(Enumerable.Range(0, 100), arrived.Order());
    }

    [Fact]
    public void Loss_and_duplicates_come_at_their_rates_and_the_same_for_one_seed()
    {
        List<int> Run(int seed)
        {
            var (_, left, arrived) = Pair(new() { LossPercent = 30, DuplicatePercent = 10 }, seed);
            for (var number = 0; number < 10_000; number++) left.TrySend([(byte)number], Right);
            return arrived;
        }

        Assert.InRange(Run(seed: 1).Count, 7500, 7900); // 7,000 survive, and 700 of them arrive twice
        Assert.Equal(Run(seed: 1), Run(seed: 1));
        Assert.NotEqual(Run(seed: 1), Run(seed: 2));
    }

    [Fact]
    public void A_datagram_longer_than_the_link_carries_is_lost_and_counted()
    {
        var (lan, left, arrived) = Pair(new() { Mtu = 576 });

        left.TrySend(new byte[548], Right);
        left.TrySend(new byte[549], Right);

        Assert.Equal((1, 1), (arrived.Count, lan.TooLong));
    }

    [Fact]
    public void A_link_of_its_own_loses_one_way_only()
    {
        VirtualLan lan = new(_time, seed: 1);
        lan.SetFaults(Left, Right, new() { LossPercent = 100 });
        VirtualTransport left = lan.Attach(Left), right = lan.Attach(Right);
        Recorder atLeft = new(), atRight = new();
        left.Start(atLeft);
        right.Start(atRight);

        left.TrySend([1], Right);
        right.TrySend([2], Left);

        Assert.Equal([2], atLeft.Arrived);
        Assert.Empty(atRight.Arrived);
    }

    [Fact]
    public void Answers_within_a_delivery_follow_one_another_without_nesting()
    {
        VirtualLan lan = new(_time, seed: 1);
        VirtualTransport left = lan.Attach(Left), right = lan.Attach(Right);
        Echo echo = new(left, rounds: 100_000);
        left.Start(echo);
        right.Start(new Echo(right, rounds: int.MaxValue));

        left.TrySend([1], Right);

        Assert.Equal((0, null, null), (echo.RoundsLeft, left.LastFault, right.LastFault));
    }

    [Fact]
    public void A_datagram_for_nobody_is_lost_without_an_error()
    {
        var (lan, left, _) = Pair(LinkFaults.None);

        Assert.True(left.TrySend([1], DeviceAddress.Parse("10.0.0.99")));
        Assert.Equal((0, 0), (lan.InFlight, left.Counters.SendErrors));
    }

    [Fact]
    public void An_endpoint_without_a_route_is_refused_and_counted()
    {
        var (_, left, arrived) = Pair(LinkFaults.None);
        left.Unreachable = true;

        Assert.False(left.TrySend([1], Right));
        Assert.False(left.TryBroadcast([1]));
        Assert.Equal((2, 0), (left.Counters.SendErrors, arrived.Count));
    }

    [Fact]
    public void An_address_is_given_once() =>
        Assert.Throws<InvalidOperationException>(() => Pair(LinkFaults.None).Lan.Attach(Left));

    private (VirtualLan Lan, VirtualTransport Left, List<int> Arrived) Pair(LinkFaults faults, int seed = 1)
    {
        VirtualLan lan = new(_time, seed) { Faults = faults };
        Recorder recorder = new();
        lan.Attach(Right).Start(recorder);
        return (lan, lan.Attach(Left), recorder.Arrived);
    }

    private sealed class Recorder : IDatagramReceiver
    {
        public List<int> Arrived { get; } = [];

        public void OnDatagram(ReadOnlySpan<byte> datagram, DeviceAddress from, bool broadcast) => Arrived.Add(datagram[0]);
    }

    private sealed class Echo(VirtualTransport transport, int rounds) : IDatagramReceiver
    {
        public int RoundsLeft { get; private set; } = rounds;

        public void OnDatagram(ReadOnlySpan<byte> datagram, DeviceAddress from, bool broadcast)
        {
            if (--RoundsLeft > 0) transport.TrySend(datagram, from);
        }
    }
}
