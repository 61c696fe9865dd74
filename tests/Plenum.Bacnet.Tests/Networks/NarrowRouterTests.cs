using Plenum.Bacnet.Client;
using Plenum.Bacnet.Protocol.Types;
using Plenum.Bacnet.Tests.Client;
using Plenum.TestKit;

namespace Plenum.Bacnet.Tests.Networks;

/// <summary>A router that carries less than both ends take, as one to LonTalk does between two that say 1476: what is longer is dropped there.</summary>
[Trait("Rule", "BTL 2.5"), Trait("Rule", "F10")]
public sealed class NarrowRouterTests : IAsyncDisposable
{
    private const int ToClient = 6, ToDevice = 11;   // octets of an NPDU that names a station of the trunk, or one of the IP network, as its source

    private readonly RoutedBench _net = new();

    public ValueTask DisposeAsync() => _net.DisposeAsync();

    [Theory, InlineData(128), InlineData(206), InlineData(480), InlineData(1024)]
    public async Task It_is_found_out_by_its_silence(int path)
    {
        Narrow(path);
        var (at, list) = (_net.Serve(7, new TableDevice(1).With(120)), Values(120));
        at.Capabilities.OnMaxApdu(1476, _net.Bench.Time.GetUtcNow());

        await ReadAsync(at, list);
        AssertAllRead(list);
        Assert.Equal((1476, path), (at.Capabilities.MaxApdu, at.Capabilities.PathApdu));
        Assert.StartsWith($"the way lets {path} octets through: ", at.Capabilities.Evidence, StringComparison.Ordinal);
        var tries = _net.Bench.Counters.Tries;
        await ReadAsync(at, list);

        AssertAllRead(list);
        Assert.Equal(list.Batches.Count, _net.Bench.Counters.Tries - tries);   // the second reading met no silence
    }

    [Fact]
    public async Task One_that_becomes_narrower_later_is_found_out_while_small_answers_come()
    {
        var (at, list) = (_net.Serve(7, new TableDevice(1).With(100)), Values(100));
        Narrow(1476);
        await ReadAsync(at, list);
        Narrow(480);

        for (var poll = 0; poll < 2; poll++) await ReadAsync(at, list);

        AssertAllRead(list);
        Assert.Equal(480, at.Capabilities.PathApdu);
    }

    [Fact]
    public async Task One_that_becomes_wider_is_used_again()
    {
        var (at, list) = (_net.Serve(7, new TableDevice(1).With(60)), Values(60));
        Narrow(206);
        await ReadAsync(at, list);
        Narrow(1476);
        _net.Bench.Time.Advance(TimeSpan.FromHours(1));

        for (var poll = 0; poll < 10; poll++)
        {
            await _net.Bench.RunAsync(_net.Bench.Client.TryMoreAsync(at, list, _net.Bench.Client.Now + TimeSpan.FromSeconds(60), TestContext.Current.CancellationToken));
            _net.Bench.Time.Advance(TimeSpan.FromMinutes(1));
            await ReadAsync(at, list);
            AssertAllRead(list);
        }

        Assert.Single(list.Batches);
        Assert.True(at.Capabilities.PathApdu > 900);
    }

    [Fact, Trait("Rule", "135.1 13.1")]
    public async Task Through_it_a_device_that_segments_answers_in_segments_that_fit()
    {
        Narrow(206);
        var value = BacnetValue.OctetString(new byte[3000]);
        var at = _net.Serve(7, new TableDevice(1) { Segmentation = Segmentation.SegmentedBoth, [SegmentBench.Long] = value }.With(60));
        await ReadAsync(at, Values(60));   // by which the way is known

        var read = await _net.Bench.RunAsync(_net.Bench.Client.ReadAsync(at, SegmentBench.Long, TestContext.Current.CancellationToken));

        Assert.Equal((value, true), (read.Value, at.Capabilities.Facts.Segments?.Value));
    }

    [Fact, Trait("Rule", "135.1 13.1")]
    public async Task Through_it_a_long_value_is_written_in_segments_that_fit()
    {
        Narrow(206);
        var device = new TableDevice(1) { Segmentation = Segmentation.SegmentedBoth, [SegmentBench.Long] = BacnetValue.Null }.With(60);
        var at = _net.Serve(7, device);
        await ReadAsync(at, Values(60));

        var refusal = await _net.Bench.RunAsync(_net.Bench.Client.WriteAsync(at, new(SegmentBench.Long, BacnetValue.OctetString(new byte[3000])), TestContext.Current.CancellationToken));

        Assert.Null(refusal);
        Assert.Equal(BacnetValue.OctetString(new byte[3000]), Assert.Single(device.Writes).Value);
    }

    private void Narrow(int apdu) => (_net.Near.MostNpdu, _net.Far.MostNpdu) = (apdu + ToClient, apdu + ToDevice);

    private static ReadList Values(int count) => new(Enumerable.Range(0, count).Select(i => ClientBench.Value((uint)i)));

    private static void AssertAllRead(ReadList list) =>
        Assert.Equal(list.Targets.Select(target => (float)target.Object.Instance), list.Results.ToArray().Select(result => result.Value.AsReal));

    private Task ReadAsync(Device at, ReadList list) => _net.Bench.RunAsync(_net.Bench.Client.ReadAsync(at, list, null, TestContext.Current.CancellationToken));
}
