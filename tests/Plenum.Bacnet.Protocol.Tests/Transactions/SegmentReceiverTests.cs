using Plenum.Bacnet.Protocol.Transactions;
using static Plenum.Bacnet.Protocol.Transactions.ReceiveStep;

namespace Plenum.Bacnet.Protocol.Tests.Transactions;

public sealed class SegmentReceiverTests
{
    private readonly SegmentReceiver _receiver = new(new() { Window = 4 });

    [Fact] // clause 5.4.4.4: NewSegmentReceived, LastSegmentOfGroupReceived, LastSegmentOfComplexACKReceived
    public void The_first_segment_each_window_and_the_end_are_acknowledged()
    {
        Assert.Equal([Acknowledge, Wait, Wait, Wait, Acknowledge, Wait, Wait, Wait, Acknowledge, Wait], Enumerable.Range(0, 10).Select(i => Segment(i)));
        Assert.Equal(Whole, Segment(10, more: false));
        Assert.Equal((10, true), (_receiver.Sequence, _receiver.IsWhole));
        Assert.Equal([0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10], _receiver.Octets.ToArray());
    }

    [Theory, InlineData(1), InlineData(2), InlineData(255)]
    public void A_message_does_not_begin_in_the_middle(int sequence)
    {
        Assert.Equal(Wait, Segment(sequence));
        Assert.Null(_receiver.Deadline);
        Assert.Equal(Acknowledge, Segment(0));
    }

    [Theory, InlineData(0), InlineData(128), InlineData(255)] // clause 5.4.5.1
    public void A_window_that_is_none_is_refused(byte window) =>
        Assert.Equal(WindowOutOfRange, _receiver.OnSegment(0, window, true, [0], TimeSpan.Zero));

    [Theory, InlineData(1, 1), InlineData(4, 4), InlineData(5, 4), InlineData(127, 4)]
    public void The_window_is_what_is_proposed_within_our_bound(byte proposed, byte granted)
    {
        _receiver.OnSegment(0, proposed, true, [0], TimeSpan.Zero);
        Assert.Equal(granted, _receiver.Window);
    }

    [Fact, Trait("Rule", "F16")] // clause 5.4.4.4, SegmentReceivedOutOfOrder
    public void A_gap_is_answered_once_however_many_segments_come_behind_it_and_again_when_the_sender_begins_anew()
    {
        Segment(0);
        Assert.Equal([Wait, AcknowledgeNegatively, Wait, Wait], ((int[])[1, 3, 4, 5]).Select(i => Segment(i)));
        Assert.Equal(1, _receiver.Sequence);
        Assert.Equal([AcknowledgeNegatively, Wait], ((int[])[3, 4]).Select(i => Segment(i)));
        Assert.Equal([Wait, Wait, Wait, Acknowledge], ((int[])[2, 3, 4, 5]).Select(i => Segment(i)));
    }

    [Fact] // clause 5.4.4.4, DuplicateSegmentReceived and TooManyDuplicateSegmentsReceived; Addendum 135-2020ch
    public void Duplicates_are_dropped_until_they_are_more_than_a_window_then_told_where_to_go_on()
    {
        for (var i = 0; i < 7; i++) Segment(i);

        Assert.Equal([Wait, Wait, Wait, Wait, AcknowledgeNegatively], ((int[])[5, 6, 2, 3, 5]).Select(i => Segment(i)));
        Assert.Equal(6, _receiver.Sequence);
    }

    [Fact]
    public void An_acknowledgement_that_was_lost_is_repeated_once_the_window_has_come_again()
    {
        for (var i = 0; i < 5; i++) Segment(i);

        Assert.Equal([Wait, Wait, Wait, Acknowledge], ((int[])[1, 2, 3, 4]).Select(i => Segment(i)));
    }

    [Fact]
    public void The_last_acknowledgement_is_repeated_for_the_last_segment_also_when_the_message_was_taken()
    {
        Segment(0);
        Segment(1, more: false);
        _receiver.Release();

        Assert.Equal((Wait, Acknowledge, Wait), (Segment(0), Segment(1, more: false), Segment(2)));
        Assert.Equal(1, _receiver.Sequence);
    }

    [Fact] // no wrong answer: two streams under one invoke id cannot be told apart but by what they say
    public void A_segment_that_comes_again_with_other_octets_ends_it_all()
    {
        Segment(0);
        Segment(1);
        Assert.Equal(Mixed, _receiver.OnSegment(1, 4, true, [99], TimeSpan.Zero));
        Assert.Equal(Wait, Segment(2, more: false));
        Assert.False(_receiver.IsWhole);
    }

    [Fact]
    public void It_waits_four_segment_timeouts_from_the_last_new_segment_and_duplicates_do_not_prolong_that()
    {
        _receiver.OnSegment(0, 4, true, [0], TimeSpan.FromSeconds(1));
        _receiver.OnSegment(1, 4, true, [1], TimeSpan.FromSeconds(2));
        _receiver.OnSegment(1, 4, true, [1], TimeSpan.FromSeconds(9));

        Assert.Equal(TimeSpan.FromSeconds(10), _receiver.Deadline);
        Assert.Equal(Wait, _receiver.OnTime(TimeSpan.FromSeconds(9.9)));
        Assert.Equal(GiveUp, _receiver.OnTime(TimeSpan.FromSeconds(10)));
        Assert.Equal(Wait, Segment(2));
    }

    private ReceiveStep Segment(int sequence, bool more = true) => _receiver.OnSegment((byte)sequence, 4, more, [(byte)sequence], TimeSpan.Zero);
}
