using Microsoft.Extensions.Time.Testing;
using Plenum.Bacnet.Simulator.Signals;

namespace Plenum.Bacnet.Simulator.Tests.Signals;

public sealed class SignalClockTests
{
    [Fact]
    public void A_tick_is_one_resolution_long()
    {
        var time = new FakeTimeProvider();
        var clock = new SignalClock(time, TimeSpan.FromMilliseconds(100));

        time.Advance(TimeSpan.FromMilliseconds(99));
        Assert.Equal(0, clock.Tick);
        time.Advance(TimeSpan.FromMilliseconds(1));
        Assert.Equal(1, clock.Tick);
        time.Advance(TimeSpan.FromHours(1));
        Assert.Equal(36_001, clock.Tick);
    }
}
