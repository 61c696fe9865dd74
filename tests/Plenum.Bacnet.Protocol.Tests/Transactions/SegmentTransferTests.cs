using CsCheck;
using Plenum.Bacnet.Protocol.Transactions;

namespace Plenum.Bacnet.Protocol.Tests.Transactions;

/// <summary>Sender and receiver of a message in segments, over a network that loses, doubles, delays and reorders.</summary>
[Trait("Rule", "135.1 13.1")]
public sealed class SegmentTransferTests
{
    private const int Each = 10, Count = 20;
    private static readonly byte[] Message = SegmentLink.Message(Each * Count);

    public static TheoryData<int> Windows => new(1, 2, 3, 5, 16, 64);

    [Theory, MemberData(nameof(Windows))]
    public void Without_a_fault_every_segment_goes_once_and_every_window_is_acknowledged_once(int window)
    {
        var link = Link(window).Run();

        Assert.Equal((Count, 1 + ((Count - 2) / window) + 1, 0), (link.SegmentsSent, link.AcksSent, link.NegativeAcks));
        AssertExact(link);
        Assert.Equal(0, link.Seconds);
    }

    [Theory, MemberData(nameof(Windows)), Trait("Rule", "F16")]
    public void Each_segment_lost_once_the_message_is_exact(int window)
    {
        for (var lost = 0; lost < Count; lost++)
        {
            var link = Link(window);
            link.OnSegment = (_, number) => number == lost ? [] : [0];
            AssertExact(link.Run());
            Assert.InRange(link.SegmentsSent, Count + 1, Count + window);
            Assert.InRange(link.NegativeAcks, 0, 1);
        }
    }

    [Theory, MemberData(nameof(Windows))]
    public void Each_segment_lost_at_its_first_two_transmissions_the_message_is_exact(int window)
    {
        for (var lost = 0; lost < Count; lost++)
        {
            var (link, times) = (Link(window), 0);
            link.OnSegment = (segment, _) => segment.Index == lost && times++ < 2 ? [] : [0];
            AssertExact(link.Run());
        }
    }

    [Theory, MemberData(nameof(Windows))]
    public void Each_acknowledgement_lost_once_the_message_is_exact_and_is_waited_for_once(int window)
    {
        var acks = Link(window).Run().AcksSent;
        for (var lost = 0; lost < acks; lost++)
        {
            var link = Link(window);
            link.OnAck = (_, number) => number == lost ? [] : [0];
            AssertExact(link.Run());
            Assert.Equal((2.0, 0), (link.Seconds, link.NegativeAcks));
        }
    }

    [Theory, MemberData(nameof(Windows)), Trait("Rule", "F16")]
    public void Everything_doubled_the_message_is_exact_and_nothing_is_sent_again(int window)
    {
        var link = Link(window);
        link.OnSegment = link.OnAck = (_, _) => [0, 0];
        AssertExact(link.Run());
        Assert.Equal(Count, link.SegmentsSent);
    }

    [Theory, MemberData(nameof(Windows)), Trait("Rule", "F16")]
    public void Each_segment_overtaken_by_the_next_the_message_is_exact_without_a_storm(int window)
    {
        for (var late = 0; late < Count; late++)
        {
            var link = Link(window);
            link.OnSegment = (_, number) => number == late ? [0.010] : [0];
            AssertExact(link.Run());
            Assert.InRange(link.SegmentsSent, Count, Count + (2 * window));
        }
    }

    [Fact]
    public void A_message_of_more_than_256_segments_is_exact()
    {
        var message = SegmentLink.Message(100_000);
        var link = new SegmentLink(new(), new(), message, 201).Run();

        Assert.Equal(498, link.Segments);
        Assert.Equal(message, link.Received);
        Assert.True(link.SenderDone);
    }

    [Fact]
    public void A_segment_lost_behind_the_256th_is_asked_for_and_comes()
    {
        var message = SegmentLink.Message(600);
        for (var lost = 250; lost < 270; lost++)
        {
            SegmentLink link = new(new(), new(), message, 2);
            link.OnSegment = (_, number) => number == lost ? [] : [0];
            Assert.Equal(message, link.Run().Received);
        }
    }

    [Fact]
    public void A_window_larger_than_ours_is_not_granted()
    {
        var link = new SegmentLink(new() { Window = 64 }, new() { Window = 4 }, Message, Each).Run();

        Assert.Equal(4, link.Window);
        AssertExact(link);
    }

    [Fact]
    public void A_silent_receiver_is_given_up_after_the_retries()
    {
        var link = Link(4);
        link.OnSegment = (_, _) => [];
        link.Run();

        Assert.Equal((4, 8.0, false), (link.SegmentsSent, link.Seconds, link.SenderDone));
    }

    [Fact]
    public void A_sender_that_falls_silent_is_given_up_and_nothing_of_the_message_believed()
    {
        var link = Link(4);
        link.OnSegment = (segment, _) => segment.Index >= 7 ? [] : [0];
        link.Run();

        Assert.Equal((null, ReceiveStep.GiveUp), (link.Received, link.ReceiverFailed));
    }

    [Fact]
    public void A_message_longer_than_allowed_in_octets_or_in_segments_is_refused()
    {
        Assert.Equal(ReceiveStep.TooLong, new SegmentLink(new(), new() { MostOctets = Message.Length - 1 }, Message, Each).Run().ReceiverFailed);
        Assert.Equal(ReceiveStep.TooLong, new SegmentLink(new(), new() { MostSegments = Count - 1 }, Message, Each).Run().ReceiverFailed);
        AssertExact(new SegmentLink(new(), new() { MostOctets = Message.Length, MostSegments = Count }, Message, Each).Run());
    }

    [Fact] // as long as nothing is under way for longer than 256 segments take: by then numbers return, and the standard has no other mark
    public void Any_schedule_of_loss_doubling_and_reordering_ends_in_the_exact_message_or_in_none() =>
        Gen.Select(Gen.Int[0, int.MaxValue], Gen.Int[1, 3000], Gen.Int[1, 64], Gen.Int[1, 64], Gen.Int[0, 40], Gen.Int[0, 40]).Sample((seed, octets, proposed, granted, loss, doubling) =>
        {
            var random = new Random(seed);
            var message = SegmentLink.Message(octets);
            SegmentLink link = new(new() { Window = proposed }, new() { Window = granted }, message, 5);
            link.OnSegment = link.OnAck = (_, _) => Fate(random, loss, doubling);

            link.Run();

            Assert.True(link.Received is null || link.Received.AsSpan().SequenceEqual(message), "a message that was not sent");
            if (link.SenderDone) Assert.NotNull(link.Received);
        }, iter: Effort.Runs(1000));

    private static IEnumerable<double> Fate(Random random, int loss, int doubling)
    {
        for (var copies = random.Next(100) < doubling ? 2 : 1; copies > 0; copies--)
            if (random.Next(100) >= loss) yield return 0.005 + (random.Next(4) == 0 ? random.NextDouble() * 0.030 : 0);
    }

    private static SegmentLink Link(int window) => new(new() { Window = window }, new() { Window = 64 }, Message, Each);

    private static void AssertExact(SegmentLink link)
    {
        Assert.Equal(Message, link.Received);
        Assert.True(link.SenderDone);
    }
}
