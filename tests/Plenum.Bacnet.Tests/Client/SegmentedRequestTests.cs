using Plenum.Bacnet.Client;
using Plenum.Bacnet.Protocol.Apdu;
using Plenum.Bacnet.Protocol.Links;
using Plenum.Bacnet.Protocol.Types;

namespace Plenum.Bacnet.Tests.Client;

/// <summary>Requests that are longer than the device's APDU, from our client to a device of ours.</summary>
[Trait("Rule", "135.1 13.1")]
public sealed class SegmentedRequestTests
{
    private const int Segments = 21;
    private static readonly BacnetValue New = BacnetValue.OctetString(Enumerable.Range(0, 4000).Select(i => (byte)(i * 5 / 2)).ToArray());

    [Fact]
    public async Task A_long_value_is_written_once_and_exactly()
    {
        await using SegmentBench bench = new(10);
        Assert.Null(await bench.WriteAsync(New));
        AssertWrittenOnce(bench);
        Assert.Equal(Segments, bench.Segments(fromDevice: false).Count());
    }

    [Fact, Trait("Rule", "F16")]
    public async Task Each_segment_lost_once_and_each_doubled_the_value_is_written_once_and_exactly()
    {
        foreach (var copies in (int[])[0, 2])
            for (var hit = 0; hit < Segments; hit++)
            {
                await using SegmentBench bench = new(10);
                var number = 0;
                bench.Fate = (_, apdu) => apdu.Segmented && number++ == hit ? copies : 1;
                Assert.Null(await bench.WriteAsync(New));
                AssertWrittenOnce(bench);
            }
    }

    [Fact, Trait("Rule", "F30")]
    public async Task Each_acknowledgement_lost_once_the_value_is_written_once()
    {
        for (var hit = 0; hit < 4; hit++)
        {
            await using SegmentBench bench = new(10);
            var number = 0;
            bench.Fate = (fromDevice, _) => fromDevice && number++ == hit ? 0 : 1;
            Assert.Null(await bench.WriteAsync(New));
            AssertWrittenOnce(bench);
        }
    }

    [Fact, Trait("Rule", "F30")]
    public async Task The_last_acknowledgement_and_the_answer_lost_both_come_again_and_the_value_is_written_once()
    {
        await using SegmentBench bench = new(10);
        var lost = 0;
        bench.Fate = (fromDevice, apdu) => fromDevice && (apdu.Type == PduType.SimpleAck || apdu is { Type: PduType.SegmentAck, SequenceNumber: Segments - 1 }) && lost++ < 2 ? 0 : 1;
        Assert.Null(await bench.WriteAsync(New));
        AssertWrittenOnce(bench);
    }

    [Fact, Trait("Rule", "F15")]
    public async Task A_device_behind_a_router_is_written_to_in_segments()
    {
        NetworkAddress behind = new(2001, 7, 1);
        await using SegmentBench bench = new(10, behind: behind);
        Assert.Null(await bench.WriteAsync(New));
        AssertWrittenOnce(bench);
    }

    [Theory, InlineData(Segmentation.NoSegmentation), InlineData(Segmentation.SegmentedTransmit), Trait("Rule", "BTL 6.6")]
    public async Task A_device_that_takes_no_segments_is_not_sent_any(Segmentation segmentation)
    {
        await using SegmentBench bench = new(10, segmentation: segmentation);
        Assert.Equal(BacnetError.From(AbortReason.ApduTooLong), await bench.WriteAsync(New));
        Assert.Empty(bench.Sent);
    }

    [Fact]
    public async Task A_device_that_has_not_said_what_it_takes_is_tried()
    {
        await using SegmentBench bench = new(10, segmentation: Segmentation.NoSegmentation, told: false);
        Assert.Equal(BacnetError.From(AbortReason.SegmentationNotSupported), await bench.WriteAsync(New));
    }

    [Fact]
    public async Task A_silent_device_is_given_up_after_the_retries_of_the_first_segment()
    {
        await using SegmentBench bench = new(10);
        bench.Fate = (fromDevice, _) => fromDevice ? 0 : 1;
        await Assert.ThrowsAsync<BacnetTimeoutException>(() => bench.WriteAsync(New));
        Assert.Equal(4, bench.Segments(fromDevice: false).Count());
        Assert.Empty(bench.Table.Writes);
    }

    [Fact]
    public async Task Segments_that_overtake_one_another_are_written_once_and_exactly()
    {
        for (var writes = 0; writes < 10; writes++)
        {
            await using SegmentBench bench = new(10, seed: writes);
            bench.Bench.Lan.Faults = new() { Delay = TimeSpan.FromMilliseconds(5), Jitter = TimeSpan.FromMilliseconds(40) };
            Assert.Null(await bench.WriteAsync(New));
            AssertWrittenOnce(bench);
        }
    }

    [Fact]
    public async Task A_write_given_up_while_its_segments_go_out_is_aborted_at_the_device_and_not_carried_out()
    {
        await using SegmentBench bench = new(10);
        using CancellationTokenSource stop = new();
        bench.Fate = (fromDevice, apdu) => fromDevice && apdu is { Type: PduType.SegmentAck, SequenceNumber: > 0 } ? 0 : 1;
        var writing = bench.Bench.Client.WriteAsync(bench.Device, new(SegmentBench.Long, New), stop.Token).AsTask();
        bench.Bench.Pass(0.1);
        await stop.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => writing);
        Assert.Equal((PduType.Abort, false), (bench.Sent[^1].Apdu.Type, bench.Sent[^1].Apdu.FromServer));
        var sent = bench.Sent.Count;
        bench.Bench.Pass(30);
        Assert.Equal(sent, bench.Sent.Count);
        Assert.Empty(bench.Table.Writes);
    }

    [Fact, Trait("Rule", "F30")]
    public async Task A_write_in_one_piece_whose_answer_is_lost_is_sent_again_and_carried_out_once()
    {
        await using SegmentBench bench = new(10);
        var lost = 0;
        bench.Fate = (fromDevice, _) => fromDevice && lost++ < 2 ? 0 : 1;
        var value = BacnetValue.OctetString([1, 2, 3]);
        Assert.Null(await bench.WriteAsync(value));
        Assert.Equal(3, bench.Counters.Tries);
        Assert.Equal(value, Assert.Single(bench.Table.Writes).Value);
    }

    private static void AssertWrittenOnce(SegmentBench bench)
    {
        var write = Assert.Single(bench.Table.Writes);
        Assert.Equal((SegmentBench.Long, New), (write.Target, write.Value));
    }
}
