using Plenum.Gateway.Uplink;

namespace Plenum.Gateway.Tests.Uplink;

public sealed class BackOffTests
{
    [Fact]
    public void Waits_grow_from_one_second_to_a_minute_and_begin_anew_after_success()
    {
        var backOff = new BackOff(new Random(7));
        double[] spans = [1.5, 3, 6, 12, 24, 48, 60, 60, 60];
        foreach (var span in spans) Assert.InRange(backOff.Next().TotalSeconds, span * 2 / 3, span);
        backOff.Reset();
        Assert.InRange(backOff.Next().TotalSeconds, 1, 1.5);
    }

    [Fact]
    public void Two_gateways_do_not_come_back_in_step()
    {
        var (one, other) = (new BackOff(new Random(1)), new BackOff(new Random(2)));
        Assert.All(Enumerable.Range(0, 10), _ => Assert.NotEqual(one.Next(), other.Next()));
    }
}
