using CsCheck;
using Plenum.Bacnet.Protocol.Transactions;

namespace Plenum.Bacnet.Protocol.Tests.Transactions;

public sealed class DeadlineHeapTests
{
    [Fact]
    public void An_empty_heap_has_no_nearest()
    {
        DeadlineHeap<Thing> heap = new();

        Assert.Null(heap.Nearest);
        heap.Remove(new Thing(1));
        Assert.Equal(0, heap.Count);
    }

    [Fact]
    public void Things_come_out_in_the_order_of_their_deadlines()
    {
        DeadlineHeap<Thing> heap = new();
        var deadlines = Enumerable.Range(0, 1000).Select(place => place * 7919 % 1009).ToArray();
        foreach (var deadline in deadlines) heap.Set(new Thing(deadline));

        Assert.Equal(deadlines.Order(), Drain(heap));
    }

    [Fact]
    public void A_thing_that_moves_is_in_once()
    {
        DeadlineHeap<Thing> heap = new();
        Thing moving = new(5), other = new(3);
        heap.Set(moving);
        heap.Set(other);

        moving.Deadline = 1;
        heap.Set(moving);
        Assert.Same(moving, heap.Nearest);
        moving.Deadline = 9;
        heap.Set(moving);
        heap.Set(moving);

        Assert.Equal([3, 9], Drain(heap));
    }

    [Fact]
    public void A_thing_that_was_taken_out_can_be_put_in_again()
    {
        DeadlineHeap<Thing> heap = new();
        Thing thing = new(1);
        for (var round = 0; round < 3; round++)
        {
            heap.Set(thing);
            Assert.Equal((1, 0), (heap.Count, thing.HeapIndex));
            heap.Remove(thing);
            heap.Remove(thing);
            Assert.Equal((0, -1), (heap.Count, thing.HeapIndex));
        }
    }

    [Fact] // the model: a list that is searched for its least deadline
    public void Whatever_is_put_in_moved_and_taken_out_the_nearest_is_the_nearest() =>
        Gen.Select(Gen.Int[0, 2], Gen.Int[0, 199], Gen.Int[0, 50]).Array[1, 600].Sample(steps =>
        {
            DeadlineHeap<Thing> heap = new();
            var things = Enumerable.Range(0, 200).Select(_ => new Thing(0)).ToArray();
            HashSet<Thing> inside = [];
            foreach (var (step, pick, deadline) in steps)
            {
                var thing = things[pick];
                if (step == 0)
                {
                    heap.Remove(thing);
                    inside.Remove(thing);
                }
                else
                {
                    thing.Deadline = deadline;
                    heap.Set(thing);
                    inside.Add(thing);
                }
                Assert.Equal(inside.Count, heap.Count);
                Assert.Equal(inside.Count == 0 ? null : inside.Min(thing => thing.Deadline), heap.Nearest?.Deadline);
                Assert.Equal(inside.Contains(thing), thing.HeapIndex >= 0);
            }
            Assert.Equal(inside.Select(thing => thing.Deadline).Order().ToList(), Drain(heap));
        }, iter: Effort.Runs(100));

    private static List<int> Drain(DeadlineHeap<Thing> heap)
    {
        List<int> deadlines = [];
        while (heap.Nearest is { } nearest)
        {
            deadlines.Add(nearest.Deadline);
            heap.Remove(nearest);
            Assert.Equal(-1, nearest.HeapIndex);
        }
        return deadlines;
    }

    private sealed class Thing(int deadline) : IHasDeadline
    {
        public int Deadline { get; set; } = deadline;

        public TimeSpan HeapDeadline => TimeSpan.FromSeconds(Deadline);

        public int HeapIndex { get; set; } = -1;
    }
}
