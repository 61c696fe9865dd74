using Microsoft.Extensions.Time.Testing;
using Plenum.Bacnet.Protocol.Apdu;
using Plenum.Bacnet.Protocol.Frames;
using Plenum.Bacnet.Protocol.Types;
using Plenum.Gateway.Polling;
using Plenum.Gateway.Tests.Support;
using Plenum.TestKit;

namespace Plenum.Gateway.Tests.Polling;

/// <summary>The process stands still while an answer is on its way to it: what is in the answer is old when it is read.</summary>
public sealed class StandstillTests
{
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(75);

    [Fact]
    public async Task A_value_that_was_answered_before_a_standstill_is_not_stored_with_the_time_after_it()
    {
        await using var lan = new PollingLan();
        var device = lan.AddDevice(points: 1);
        var signal = device.Device.SignalOf(ObjectId.Parse("analogInput:1"));
        var began = lan.Time.Now;
        lan.Start(Plans.Device(device.Address, null, TimeSpan.FromSeconds(1), [Plans.Point("analogInput:1", "t")]));
        await lan.PassAsync(TimeSpan.FromSeconds(1.5));
        var before = lan.Outbox.All.Count;

        var stoodStill = false;
        lan.Tap = (from, to, datagram) =>
        {
            if (stoodStill || from != device.Address || !BipFrame.TryDecode(datagram, from, out var frame, out _) || frame is not { HasApdu: true, Apdu.Type: PduType.ComplexAck }) return;
            stoodStill = true;
            lan.Time.StandStill(Pause);
        };
        await lan.PassAsync(Pause + TimeSpan.FromSeconds(2.5));

        Assert.True(stoodStill);
        Assert.True(lan.Outbox.All.Count >= before + 2, "polls went on");
        foreach (var message in lan.Outbox.All)
        {
            var at = DateTimeOffset.FromUnixTimeMilliseconds(message.TimestampMs) - (lan.Time.GetUtcNow() - lan.Time.Now) - began;
            var tick = (long)(at / TimeSpan.FromMilliseconds(100));
            var served = signal.TickOf(float.Parse(StoredPolls.Values(message)["t"], System.Globalization.CultureInfo.InvariantCulture), tick);
            Assert.True(served > tick - 10 && served <= tick, $"the value of tick {served} was stored with the time of tick {tick}");
        }
    }

    [Fact]
    public void A_gap_between_two_looks_is_a_standstill_and_is_counted_once()
    {
        var time = new FakeTimeProvider();
        var standstills = new Standstills(time);
        using var watch = standstills.Watch();

        time.Run(10 * Pause, step: TimeSpan.FromSeconds(1));
        Assert.Equal(0, standstills.Count);
        time.Advance(Pause);
        Assert.Equal(1, standstills.Count);
        Assert.Equal(1, standstills.Count);
    }

    [Theory]
    [InlineData(-86400)]
    [InlineData(86400)]
    public void A_clock_that_is_set_counts_too(int seconds)
    {
        var time = new SettableTime();
        var standstills = new Standstills(time);

        time.Wall += TimeSpan.FromSeconds(seconds);

        Assert.Equal(1, standstills.Count);
    }

    /// <summary>A monotonic clock that stands still beside a wall clock that can be set: what a machine that slept shows.</summary>
    private sealed class SettableTime : TimeProvider
    {
        public DateTimeOffset Wall { get; set; } = new(2026, 1, 1, 0, 0, 0, TimeSpan.Zero);

        public override DateTimeOffset GetUtcNow() => Wall;

        public override long GetTimestamp() => 0;
    }
}
