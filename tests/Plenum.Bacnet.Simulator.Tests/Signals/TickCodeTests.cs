using Plenum.Bacnet.Simulator.Signals;

namespace Plenum.Bacnet.Simulator.Tests.Signals;

public sealed class TickCodeTests
{
    [Theory]
    [InlineData(0)]
    [InlineData(ulong.MaxValue)]
    [InlineData(0x0123_4567_89AB_CDEF)]
    public void Every_tick_of_the_cycle_has_a_code_of_its_own_that_tells_it(ulong key)
    {
        var seen = new bool[1 << TickCode.Bits];
        for (var tick = 0u; tick < seen.Length; tick++)
        {
            var code = TickCode.Encode(tick, key);
            Assert.False(seen[code]);
            seen[code] = true;
            Assert.Equal(tick, TickCode.Decode(code, key));
        }
    }

    [Fact]
    public void The_tick_after_the_cycle_has_the_code_of_the_first() =>
        Assert.Equal(TickCode.Encode(5, 77), TickCode.Encode(5 + (1L << TickCode.Bits), 77));
}
