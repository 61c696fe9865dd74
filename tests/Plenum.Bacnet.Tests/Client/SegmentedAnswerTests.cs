using Plenum.Bacnet.Protocol.Apdu;
using Plenum.Bacnet.Protocol.Links;
using Plenum.Bacnet.Protocol.Types;
using static Plenum.Bacnet.Tests.Client.SegmentBench;

namespace Plenum.Bacnet.Tests.Client;

/// <summary>Answers that are longer than an APDU, from a device of ours to our client, over a network that does not do as it should.</summary>
[Trait("Rule", "135.1 13.1")]
public sealed class SegmentedAnswerTests
{
    private const int Octets = 4000, Segments = 20;

    [Fact, Trait("Rule", "BTL 6.3"), Trait("Rule", "BTL 6.4")]
    public async Task Every_request_says_that_segments_are_taken_and_how_many()
    {
        await using SegmentBench bench = new(10, with: options => options with { Segments = new() { MostSegments = 32 } });
        await bench.ReadAsync();

        Assert.Equal((true, (byte)5), (bench.Sent[0].Apdu.SegmentedResponseAccepted, bench.Sent[0].Apdu.MaxSegmentsCode));
    }

    [Fact]
    public async Task A_long_property_comes_whole()
    {
        await using SegmentBench bench = new(Octets);
        Assert.Equal(bench.Value, (await bench.ReadAsync()).Value);
        Assert.Equal((Segments, 1L, 1L), (bench.Segments(fromDevice: true).Count(), bench.Counters.Assembled, bench.Counters.Tries));
    }

    [Fact, Trait("Rule", "F17")]
    public async Task A_property_of_100_000_octets_comes_whole_in_498_segments()
    {
        await using SegmentBench bench = new(100_000);
        Assert.Equal(bench.Value, (await bench.ReadAsync()).Value);
        Assert.Equal(498, bench.Segments(fromDevice: true).Count());
    }

    [Fact, Trait("Rule", "F16")]
    public async Task Each_segment_lost_once_and_each_doubled_the_answer_is_exact()
    {
        foreach (var copies in (int[])[0, 2])
            for (var hit = 0; hit < Segments; hit++)
            {
                await using SegmentBench bench = new(Octets);
                var number = 0;
                bench.Fate = (fromDevice, apdu) => fromDevice && apdu.Segmented && number++ == hit ? copies : 1;
                Assert.Equal(bench.Value, (await bench.ReadAsync()).Value);
            }
    }

    [Fact]
    public async Task Each_acknowledgement_lost_once_the_answer_is_exact()
    {
        for (var hit = 0; hit < 4; hit++)
        {
            await using SegmentBench bench = new(Octets);
            var number = 0;
            bench.Fate = (_, apdu) => apdu.Type == PduType.SegmentAck && number++ == hit ? 0 : 1;
            Assert.Equal(bench.Value, (await bench.ReadAsync()).Value);
            bench.Bench.Pass(30);
            Assert.InRange(bench.Sent.Count, 1, 60);   // and nobody goes on about it
        }
    }

    [Theory, InlineData(1), InlineData(3), InlineData(64)]
    public async Task Any_window_of_ours_is_kept_to(int window)
    {
        await using SegmentBench bench = new(Octets, with: options => options with { Segments = new() { Window = window } });
        Assert.Equal(bench.Value, (await bench.ReadAsync()).Value);
        Assert.All(bench.Sent.Where(sent => sent.Apdu.Type == PduType.SegmentAck), ack => Assert.InRange(ack.Apdu.WindowSize, 1, Math.Min(window, 16)));
    }

    [Fact, Trait("Rule", "F15")]
    public async Task Acknowledgements_to_a_device_behind_a_router_carry_its_network_and_address()
    {
        NetworkAddress behind = new(2001, 7, 1);
        await using SegmentBench bench = new(Octets, behind: behind);
        Assert.Equal(bench.Value, (await bench.ReadAsync()).Value);
        Assert.All(bench.Sent.Where(sent => !sent.FromDevice), sent => Assert.Equal(behind, sent.Destination));
    }

    [Theory, InlineData(206, 206, 20), InlineData(480, 480, 9), InlineData(900, 1024, 4), Trait("Rule", "BTL 2.5"), Trait("Rule", "F10")]
    public async Task A_device_behind_a_narrow_way_is_told_how_narrow_and_cuts_its_answer_to_that(int path, int stated, int segments)
    {
        await using SegmentBench bench = new(Octets, maxApdu: 1476);
        bench.Device.Capabilities.Recall(bench.Device.Capabilities.Facts with { PathApdu = new(path, default, "learned before") });
        Assert.Equal(bench.Value, (await bench.ReadAsync()).Value);
        Assert.Equal(ApduSizes.Encode(stated), bench.Sent[0].Apdu.MaxApduCode);
        Assert.Equal(segments, bench.Segments(fromDevice: true).Count());
    }

    [Fact, Trait("Rule", "F10")]
    public async Task Whether_segments_came_is_remembered_whatever_the_device_says()
    {
        await using SegmentBench bench = new(Octets);
        bench.Device.Capabilities.OnSegmentation(Segmentation.NoSegmentation, default);
        Assert.Null(bench.Device.Capabilities.Facts.Segments);
        await bench.ReadAsync();
        Assert.Equal(true, bench.Device.Capabilities.Facts.Segments?.Value);
    }

    [Fact, Trait("Rule", "F10")]
    public async Task That_no_segments_came_is_remembered_whatever_the_device_says()
    {
        await using SegmentBench bench = new(Octets, segmentation: Segmentation.NoSegmentation);
        bench.Device.Capabilities.OnSegmentation(Segmentation.SegmentedBoth, default);
        await bench.ReadAsync();
        Assert.Equal(false, bench.Device.Capabilities.Facts.Segments?.Value);
    }

    [Fact, Trait("Rule", "F10")]
    public async Task A_device_that_says_it_does_not_segment_and_does_is_read()
    {
        await using SegmentBench bench = new(Octets);
        bench.Device.Capabilities.OnSegmentation(Segmentation.NoSegmentation, default);
        Assert.Equal(bench.Value, (await bench.ReadAsync()).Value);
    }

    [Fact]
    public async Task A_device_that_does_not_segment_says_so()
    {
        await using SegmentBench bench = new(Octets, segmentation: Segmentation.NoSegmentation);
        Assert.Equal(BacnetError.From(AbortReason.SegmentationNotSupported), (await bench.ReadAsync()).Error);
    }

    [Fact] // clause 5.4.5.3, CannotSendSegmentedComplexACK
    public async Task More_segments_than_the_asker_takes_are_not_begun()
    {
        await using SegmentBench bench = new(Octets, with: options => options with { Segments = new() { MostSegments = 16 } });
        Assert.Equal(BacnetError.From(AbortReason.BufferOverflow), (await bench.ReadAsync()).Error);
        Assert.Empty(bench.Segments(fromDevice: true));
    }

    [Fact]
    public async Task An_answer_longer_than_we_take_is_aborted_and_the_device_stops()
    {
        await using SegmentBench bench = new(Octets, with: options => options with { Segments = new() { MostOctets = 1000 } });
        Assert.Equal(BacnetError.From(AbortReason.BufferOverflow), (await bench.ReadAsync()).Error);
        Assert.Contains(bench.Sent, sent => sent is { FromDevice: false, Apdu: { Type: PduType.Abort, FromServer: false } });
        var sent = bench.Sent.Count;
        bench.Bench.Pass(30);
        Assert.Equal(sent, bench.Sent.Count);
    }

    [Fact]
    public async Task A_device_that_falls_silent_in_the_middle_gives_an_error_after_a_while()
    {
        await using SegmentBench bench = new(Octets);
        bench.Fate = (fromDevice, apdu) => fromDevice && apdu.SequenceNumber > 7 ? 0 : 1;
        Assert.Equal(BacnetError.From(AbortReason.TsmTimeout), (await bench.ReadAsync()).Error);
        Assert.Equal((byte)AbortReason.TsmTimeout, bench.Sent.Last(sent => !sent.FromDevice && sent.Apdu.Type == PduType.Abort).Apdu.Service);
    }

    [Fact]
    public async Task A_reading_given_up_in_the_middle_is_aborted_at_the_device()
    {
        await using SegmentBench bench = new(Octets);
        using CancellationTokenSource stop = new();
        bench.Fate = (fromDevice, apdu) => fromDevice && apdu.SequenceNumber > 7 ? 0 : 1;
        var reading = bench.Bench.Client.ReadAsync(bench.Device, Long, stop.Token).AsTask();
        bench.Bench.Pass(0.1);
        await stop.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => reading);
        Assert.Equal((PduType.Abort, false), (bench.Sent[^1].Apdu.Type, bench.Sent[^1].Apdu.FromServer));
        var sent = bench.Sent.Count;
        bench.Bench.Pass(30);
        Assert.Equal(sent, bench.Sent.Count);
    }

    [Fact]
    public async Task Segments_that_overtake_one_another_make_the_exact_answer()
    {
        await using SegmentBench bench = new(Octets);
        bench.Bench.Lan.Faults = new() { Delay = TimeSpan.FromMilliseconds(5), Jitter = TimeSpan.FromMilliseconds(40) };
        for (var reads = 0; reads < 20; reads++) Assert.Equal(bench.Value, (await bench.ReadAsync()).Value);
        Assert.True(bench.Counters.Gaps > 0, "nothing was overtaken");
    }

    [Fact]
    public async Task Any_schedule_of_loss_and_doubling_ends_in_the_exact_answer_or_an_error()
    {
        var random = new Random(20_261_122);
        for (var schedule = 0; schedule < 40; schedule++) await RunAsync(random.Next(), loss: random.Next(40), doubling: random.Next(40), window: random.Next(1, 20));
    }

    private static async Task RunAsync(int seed, int loss, int doubling, int window)
    {
        await using SegmentBench bench = new(Octets, with: options => options with { Segments = new() { Window = window } });
        var random = new Random(seed);
        bench.Fate = (_, _) => random.Next(100) < loss ? 0 : random.Next(100) < doubling ? 2 : 1;
        try
        {
            var result = await bench.ReadAsync();
            if (result.HasValue) Assert.Equal(bench.Value, result.Value);
        }
        catch (Plenum.Bacnet.Client.BacnetTimeoutException)
        {
            // nobody answered: an honest end
        }
    }
}
