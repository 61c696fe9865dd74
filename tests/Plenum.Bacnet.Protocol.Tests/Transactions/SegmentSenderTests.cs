using Plenum.Bacnet.Protocol.Transactions;

namespace Plenum.Bacnet.Protocol.Tests.Transactions;

public sealed class SegmentSenderTests
{
    private static readonly SegmentPolicy Policy = new() { Window = 4 };

    private readonly SegmentSender _sender = new(Policy, octets: 95, perSegment: 10);

    public SegmentSenderTests() => Assert.Equal(SegmentStep.Send, _sender.Start(TimeSpan.Zero));

    [Theory, InlineData(0, 1), InlineData(1, 1), InlineData(10, 1), InlineData(11, 2), InlineData(95, 10), InlineData(100, 10)]
    public void A_message_takes_as_many_segments_as_its_octets_need(int octets, int segments) => Assert.Equal(segments, SegmentSender.Count(octets, 10));

    [Fact] // clause 5.2.2: the window is not known before the first acknowledgement
    public void The_first_segment_goes_alone_and_then_a_window_at_a_time()
    {
        Assert.Equal([0], Take());
        Assert.Equal(SegmentStep.Send, _sender.OnAck(0, 3, At(0)));
        Assert.Equal([1, 2, 3], Take());
        Assert.Equal(SegmentStep.Send, _sender.OnAck(3, 2, At(0)));
        Assert.Equal([4, 5], Take());
    }

    [Fact]
    public void Only_the_last_segment_says_that_no_more_follows_and_it_carries_the_rest()
    {
        Segment last = default;
        for (var step = SegmentStep.Send; step == SegmentStep.Send; step = _sender.OnAck(last.Sequence, 4, At(0)))
            while (_sender.TryTake(out var segment)) Assert.Equal(last.Length is 0 or 10, (last = segment).Index < 10);

        Assert.Equal(new Segment(9, 90, 5, MoreFollows: false, 4), last);
        Assert.Null(_sender.Deadline);
    }

    [Fact] // clause 5.4.4.2, NewACK_Received: negative or not, what follows the named segment is sent
    public void An_acknowledgement_in_the_middle_of_a_window_is_gone_on_from()
    {
        Begin(4);
        Assert.Equal(SegmentStep.Send, _sender.OnAck(2, 4, At(0)));
        Assert.Equal([3, 4, 5, 6], Take());
    }

    [Theory, InlineData(0), InlineData(255), InlineData(5), InlineData(200)] // clause 5.4.4.2, DuplicateACK_Received
    public void An_acknowledgement_of_nothing_under_way_changes_nothing(byte sequence)
    {
        Begin(4);
        Assert.Equal(SegmentStep.Wait, _sender.OnAck(sequence, 4, At(1.9)));
        Assert.Empty(Take());
        Assert.Equal(At(2), _sender.Deadline);   // and holds nothing up
    }

    [Theory, InlineData(0, 1), InlineData(5, 4), InlineData(127, 4), InlineData(255, 4)]
    public void A_window_that_may_not_be_is_taken_for_the_nearest_one_that_may(byte granted, int taken)
    {
        Assert.Equal([0], Take());
        _sender.OnAck(0, granted, At(0));
        Assert.Equal(taken, Take().Count);
    }

    [Fact] // clause 5.4.4.2, Timeout and FinalTimeout
    public void A_window_without_an_acknowledgement_is_sent_three_times_more_then_given_up()
    {
        Begin(2);
        foreach (var second in (int[])[2, 4, 6])
        {
            Assert.Equal(At(second), _sender.Deadline);
            Assert.Equal(SegmentStep.Wait, _sender.OnTime(At(second - 0.001)));
            Assert.Equal(SegmentStep.Send, _sender.OnTime(At(second)));
            Assert.Equal([1, 2], Take());
        }
        Assert.Equal(SegmentStep.GiveUp, _sender.OnTime(At(8)));
        Assert.Null(_sender.Deadline);
        Assert.Empty(Take());
    }

    [Fact]
    public void Progress_gives_the_retries_back()
    {
        Begin(1);
        for (byte sequence = 1; sequence < 9; sequence++)
        {
            var due = _sender.Deadline!.Value;
            Assert.Equal(SegmentStep.Send, _sender.OnTime(due));
            Assert.Equal(SegmentStep.Send, _sender.OnTime(due + TimeSpan.FromSeconds(2)));
            Take();
            Assert.Equal(SegmentStep.Send, _sender.OnAck(sequence, 1, due + TimeSpan.FromSeconds(2)));
            Take();
        }
    }

    [Fact]
    public void Once_ended_it_sends_nothing_whatever_comes()
    {
        Begin(4);
        _sender.End();
        Assert.Equal((SegmentStep.Wait, SegmentStep.Wait), (_sender.OnAck(1, 4, At(0)), _sender.OnTime(At(100))));
        Assert.Empty(Take());
    }

    private static TimeSpan At(double seconds) => TimeSpan.FromSeconds(seconds);

    private void Begin(byte window)
    {
        Take();
        _sender.OnAck(0, window, At(0));
        Take();
    }

    private List<int> Take()
    {
        List<int> taken = [];
        while (_sender.TryTake(out var segment)) taken.Add(segment.Index);
        return taken;
    }
}
