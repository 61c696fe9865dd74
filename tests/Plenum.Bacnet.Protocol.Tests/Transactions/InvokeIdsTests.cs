using CsCheck;
using Plenum.Bacnet.Protocol.Transactions;

namespace Plenum.Bacnet.Protocol.Tests.Transactions;

/// <summary>Clause 5.4: an id in use or at rest is never given out.</summary>
public sealed class InvokeIdsTests
{
    private readonly InvokeIds _ids = new();

    [Fact]
    public void There_are_256_and_then_none()
    {
        Assert.Equal(Enumerable.Range(0, 256).Select(id => (byte)id), TakeAll(now: 0));

        Assert.False(_ids.TryTake(Second(1000), out var id));
        Assert.Equal(0, id);
        Assert.Equal(TimeSpan.MaxValue, _ids.NextFree());
    }

    [Fact]
    public void An_id_rests_before_it_is_given_out_again()
    {
        TakeAll(now: 0);
        _ids.Release(77, freeFrom: Second(30));

        Assert.Equal(Second(30), _ids.NextFree());
        Assert.False(_ids.TryTake(Second(29.999), out _));
        Assert.True(_ids.TryTake(Second(30), out var id));
        Assert.Equal(77, id);
        Assert.False(_ids.TryTake(Second(1000), out _));
    }

    [Fact]
    public void Ids_are_given_out_in_turn_so_that_each_rests_long()
    {
        for (var round = 0; round < 600; round++)
        {
            Assert.True(_ids.TryTake(Second(round), out var id));
            Assert.Equal((byte)round, id);
            _ids.Release(id, freeFrom: Second(round));
        }
    }

    [Fact]
    public void The_turn_passes_over_those_in_use_and_at_rest()
    {
        TakeAll(now: 0);
        foreach (var (id, rest) in new[] { (200, 5), (10, 9), (20, 5), (30, 5) }) _ids.Release((byte)id, Second(rest));

        Assert.Equal([20, 30, 200], TakeAll(now: 5));
        Assert.Equal(Second(9), _ids.NextFree());
        Assert.Equal([10], TakeAll(now: 9));
    }

    [Fact]
    public void None_is_ever_given_out_twice_or_before_its_rest_is_over() =>
        Gen.Select(Gen.Int[0, 2], Gen.Byte, Gen.Int[0, 50]).Array[1, 1200].Sample(steps =>
        {
            InvokeIds ids = new();
            var now = 0;
            Dictionary<byte, int> busy = [];   // id -> free from; int.MaxValue while in use
            foreach (var (step, pick, time) in steps)
            {
                if (step == 0)
                {
                    now += time;
                }
                else if (step == 1)
                {
                    var free = 256 - busy.Count(entry => entry.Value > now);
                    Assert.Equal(free > 0, ids.TryTake(Second(now), out var id));
                    if (free > 0) Assert.True(busy.GetValueOrDefault(id, 0) <= now, $"{id} was not free");
                    if (free > 0) busy[id] = int.MaxValue;
                }
                else if (busy.Where(entry => entry.Value == int.MaxValue).Select(entry => entry.Key).ToArray() is { Length: > 0 } inUse)
                {
                    var id = inUse[pick % inUse.Length];
                    ids.Release(id, Second(busy[id] = now + time));
                }
            }
        }, iter: Effort.Runs(100));

    private List<byte> TakeAll(double now)
    {
        List<byte> taken = [];
        while (_ids.TryTake(Second(now), out var id)) taken.Add(id);
        return taken;
    }

    private static TimeSpan Second(double seconds) => TimeSpan.FromSeconds(seconds);
}
