using Microsoft.Extensions.Time.Testing;
using Plenum.Bacnet.Protocol.Types;
using Plenum.Bacnet.Server;
using Plenum.Bacnet.Simulator.Buildings;
using Plenum.Bacnet.Simulator.Faults;
using Plenum.Bacnet.Simulator.Signals;
using Plenum.Bacnet.Transport;

namespace Plenum.Bacnet.Simulator.Tests.Faults;

public sealed class FaultyTransportTests : IDisposable
{
    private static readonly PropertyReference Sensor = new(ObjectId.Parse("analogInput:1"), PropertyId.PresentValue);

    private readonly FakeTimeProvider _time = new();
    private readonly TestWire _wire = new();
    private readonly FaultyTransport _faulty;
    private readonly BacnetServer _server;

    public FaultyTransportTests()
    {
        _faulty = new(_wire, _time, seed: 1);
        var port = new BacnetPort(_faulty);
        _server = new(port, new SimulatedDevice(new() { Points = 9 }, new SignalClock(_time, TimeSpan.FromMilliseconds(100))));
        port.Start();
    }

    public void Dispose() => _faulty.Dispose();

    [Fact]
    public void A_healthy_device_answers_everything()
    {
        Ask(100);

        Assert.Equal(100, _wire.Sent.Count);
        Assert.Equal(new FaultCounters(100, 0, 0, 0, 0, 0, 0), _faulty.FaultCounters);
    }

    [Theory]
    [InlineData(10)]
    [InlineData(30)]
    [InlineData(65)]
    [InlineData(100)]
    public void As_many_exchanges_fail_as_was_asked_for_half_of_them_on_the_way_back(double percent)
    {
        const int asked = 4000;
        _faulty.Faults = new() { LossPercent = percent };

        Ask(asked);

        var counters = _faulty.FaultCounters;
        var expected = asked * percent / 200;
        Assert.InRange(counters.RequestsLost, expected * 0.85, expected * 1.15);
        Assert.InRange(counters.RepliesLost, expected * 0.85, expected * 1.15);
        Assert.Equal(asked - counters.RequestsLost - counters.RepliesLost, _wire.Sent.Count);
    }

    [Fact]
    public void The_same_seed_loses_the_same_requests()
    {
        Assert.Equal(Fates(seed: 5), Fates(seed: 5));
        Assert.NotEqual(Fates(seed: 5), Fates(seed: 6));

        static List<bool> Fates(ulong seed)
        {
            var dice = new FaultDice(seed);
            return [.. Enumerable.Range(0, 200).Select(_ => dice.Next(new() { LossPercent = 50 }).RequestLost)];
        }
    }

    [Fact]
    public void A_fault_that_is_added_leaves_the_draws_of_the_others_as_they_were()
    {
        var one = new FaultDice(3);
        var other = new FaultDice(3);
        for (var i = 0; i < 200; i++)
        {
            var plain = one.Next(new() { LossPercent = 40 });
            var slow = other.Next(new() { LossPercent = 40, Jitter = TimeSpan.FromSeconds(1), DuplicatePercent = 50 });
            Assert.Equal((plain.RequestLost, plain.ReplyLost), (slow.RequestLost, slow.ReplyLost));
        }
    }

    [Fact]
    public void A_write_whose_reply_is_lost_has_been_carried_out()
    {
        var counted = 0;
        var faulty = new FaultyTransport(_wire, _time, seed: 1) { Faults = new() { LossPercent = 100 } };
        faulty.Start(new Counting(() => counted++));
        for (var i = 0; i < 1000; i++) _wire.ReadProperty((byte)i, Sensor);

        Assert.Equal(1000 - faulty.FaultCounters.RequestsLost, counted);
        Assert.InRange(counted, 400, 600);
    }

    [Fact]
    public void Who_is_there_is_lost_too()
    {
        _faulty.Faults = new() { LossPercent = 50 };
        for (var i = 0; i < 1000; i++) _wire.WhoIs();

        Assert.InRange(_wire.Sent.Count, 400, 600);
    }

    [Fact]
    public void An_announcement_is_lost_too()
    {
        _faulty.Faults = new() { LossPercent = 50 };
        for (var i = 0; i < 1000; i++) _server.AnnounceIAm();

        Assert.InRange(_wire.Broadcasts, 400, 600);
        Assert.Equal(1000 - _wire.Broadcasts, _faulty.FaultCounters.RepliesLost);
    }

    [Fact]
    public void A_delay_lies_before_the_answer_which_is_fresh()
    {
        _faulty.Faults = new() { Delay = TimeSpan.FromMilliseconds(250) };
        Ask(1);

        _time.Advance(TimeSpan.FromMilliseconds(249));
        Assert.Empty(_wire.Sent);
        _time.Advance(TimeSpan.FromMilliseconds(1));
        Assert.Single(_wire.Sent);
        Assert.Equal(1, _faulty.FaultCounters.Delayed);
    }

    [Fact]
    public void Jitter_spreads_the_answers_over_its_whole_length()
    {
        _faulty.Faults = new() { Delay = TimeSpan.FromMilliseconds(100), Jitter = TimeSpan.FromMilliseconds(100) };
        Ask(200);

        _time.Advance(TimeSpan.FromMilliseconds(99));
        Assert.Empty(_wire.Sent);
        _time.Advance(TimeSpan.FromMilliseconds(51));
        Assert.InRange(_wire.Sent.Count, 70, 130);
        _time.Advance(TimeSpan.FromMilliseconds(51));
        Assert.Equal(200, _wire.Sent.Count);
    }

    [Fact]
    public void A_silent_device_says_nothing_until_it_is_healthy_again()
    {
        _faulty.Faults = new() { Silent = true };
        Ask(10);
        _wire.WhoIs();
        _server.AnnounceIAm();
        Assert.Empty(_wire.Sent);
        Assert.Equal(0, _wire.Broadcasts);
        Assert.Equal(11, _faulty.FaultCounters.Ignored);

        _faulty.Faults = FaultProfile.Healthy;
        Ask(10);
        Assert.Equal(10, _wire.Sent.Count);
    }

    [Fact]
    public void A_restart_is_silent_for_a_while_and_ends_with_an_announcement()
    {
        _faulty.Restarted += _server.AnnounceIAm;
        _faulty.Faults = new() { Delay = TimeSpan.FromMilliseconds(500) };
        Ask(3);

        _faulty.Restart(TimeSpan.FromSeconds(5));
        Ask(3);
        _time.Advance(TimeSpan.FromSeconds(4.9));
        Assert.True(_faulty.IsSilent);
        Assert.Equal(0, _wire.Broadcasts);

        _time.Advance(TimeSpan.FromSeconds(0.1));
        Assert.False(_faulty.IsSilent);
        Assert.Equal(1, _wire.Broadcasts);
        Assert.Empty(_wire.Sent);   // what lay in the queue was forgotten
        Ask(1);
        _time.Advance(TimeSpan.FromSeconds(0.5));
        Assert.Single(_wire.Sent);
        Assert.Equal(1, _faulty.FaultCounters.Restarts);
    }

    [Fact]
    public void A_doubled_reply_is_the_same_twice()
    {
        _faulty.Faults = new() { DuplicatePercent = 100 };
        Ask(5);

        Assert.Equal(10, _wire.Sent.Count);
        Assert.Equal(_wire.Sent[0], _wire.Sent[1]);
        Assert.Equal(5, _faulty.FaultCounters.Doubled);
    }

    [Fact]
    public void After_disposal_nothing_is_delivered()
    {
        _faulty.Faults = new() { Delay = TimeSpan.FromSeconds(1) };
        Ask(1);
        _faulty.Dispose();
        _time.Advance(TimeSpan.FromSeconds(2));
        Ask(1);

        Assert.Empty(_wire.Sent);
    }

    private void Ask(int times)
    {
        for (var i = 0; i < times; i++) _wire.ReadProperty((byte)i, Sensor);
    }

    private sealed class Counting(Action count) : IDatagramReceiver
    {
        public void OnDatagram(ReadOnlySpan<byte> datagram, Plenum.Bacnet.Protocol.Links.DeviceAddress from, bool broadcast) => count();
    }
}
