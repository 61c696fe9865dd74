using Plenum.Bacnet.Client;
using Plenum.Bacnet.Protocol.Apdu;
using Plenum.Bacnet.Protocol.Types;
using Plenum.TestKit;
using static Plenum.Bacnet.Tests.Client.ClientBench;

namespace Plenum.Bacnet.Tests.Client;

/// <summary>Many properties of one device: in batches that it can take, and what is made of it when it cannot.</summary>
public sealed class BatchTests : IAsyncDisposable
{
    private readonly ClientBench _bench = new();

    [Fact]
    public async Task A_capable_device_is_read_in_one_request_again_and_again()
    {
        var device = _bench.Serve("10.0.0.2", Table(60));
        var list = Values(60);

        for (var poll = 0; poll < 3; poll++) await ReadAsync(device, list);

        AssertAllRead(list);
        Assert.Equal(3, _bench.Counters.Requests);
    }

    [Theory, InlineData(50), InlineData(128), InlineData(206), InlineData(480), InlineData(1024)]
    public async Task A_device_that_told_its_small_apdu_is_never_asked_for_too_much(int maxApdu)
    {
        var device = _bench.Serve("10.0.0.2", Table(100, maxApdu));
        device.Capabilities.OnMaxApdu((uint)maxApdu, _bench.Time.GetUtcNow());
        var list = Values(100);

        await ReadAsync(device, list);

        AssertAllRead(list);
        Assert.Equal(0, _bench.Counters.Refused);
    }

    [Theory, InlineData(50), InlineData(128), InlineData(206), InlineData(480), InlineData(1024), Trait("Rule", "F10")]
    public async Task A_device_whose_small_apdu_is_not_known_is_found_out_by_its_aborts(int maxApdu)
    {
        var device = _bench.Serve("10.0.0.2", Table(100, maxApdu));
        var list = Values(100);

        await ReadAsync(device, list);
        AssertAllRead(list);
        var (refused, requests) = (_bench.Counters.Refused, _bench.Counters.Requests);
        Assert.NotEqual(0, refused);
        await ReadAsync(device, list);

        AssertAllRead(list);
        Assert.Equal(refused, _bench.Counters.Refused);   // learned once
        Assert.True(_bench.Counters.Requests - requests <= 50, $"{_bench.Counters.Requests - requests} requests for 100 values");
    }

    public static TheoryData<AbortReason> SizeAborts => new(AbortReason.BufferOverflow, AbortReason.SegmentationNotSupported, AbortReason.ApduTooLong, AbortReason.OutOfResources);

    [Theory, MemberData(nameof(SizeAborts)), Trait("Rule", "BTL 8.2"), Trait("Rule", "F8")]
    public async Task Batches_shrink_on_an_abort_that_is_about_size(AbortReason reason)
    {
        var device = Limited(most: 7, asked => Apdus.Abort(asked.InvokeId, reason));
        var list = Values(30);

        await ReadAsync(new(device.Address), list);

        AssertAllRead(list);
        Assert.All(device.Requests, asked => Assert.Equal((byte)ConfirmedService.ReadPropertyMultiple, asked.Apdu.Service));
    }

    [Theory, InlineData(RejectReason.BufferOverflow), InlineData(RejectReason.TooManyArguments), Trait("Rule", "BTL 8.2")]
    public async Task Batches_shrink_on_a_reject_that_is_about_size(RejectReason reason)
    {
        var device = Limited(most: 7, asked => Apdus.Reject(asked.InvokeId, reason));
        var list = Values(30);

        await ReadAsync(new(device.Address), list);

        AssertAllRead(list);
        Assert.All(device.Requests, asked => Assert.Equal((byte)ConfirmedService.ReadPropertyMultiple, asked.Apdu.Service));
    }

    [Theory, InlineData(false), InlineData(true), Trait("Rule", "BTL 8.2")] // or on silence
    public async Task Batches_shrink_on_silence_when_the_device_answers_less(bool withEnd)
    {
        var device = Limited(most: 7, _ => null);
        var (at, list) = (new Device(device.Address), Values(30));

        await ReadAsync(at, list, withEnd ? TimeSpan.FromSeconds(300) : null);
        AssertAllRead(list);
        var tries = _bench.Counters.Tries;
        await ReadAsync(at, list);

        AssertAllRead(list);
        Assert.InRange(_bench.Counters.Tries - tries, 5, 10);
        Assert.Contains("not answered, one was", at.Capabilities.Evidence, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Silence_of_a_device_that_answered_as_much_before_teaches_nothing()
    {
        var table = Table(30);
        var device = _bench.Serve("10.0.0.2", table);
        var list = Values(30);
        await ReadAsync(device, list);
        _bench.Lan.Faults = new() { LossPercent = 100 };

        await ReadAsync(device, list, _bench.Client.Now + TimeSpan.FromSeconds(30));
        Assert.Equal(0, list.Settled);
        Assert.All(list.Results.ToArray(), result => Assert.Equal(BacnetError.Timeout, result.Error));
        _bench.Lan.Faults = LinkFaults.None;
        var requests = _bench.Counters.Requests;
        await ReadAsync(device, list);

        AssertAllRead(list);
        Assert.Equal(1, _bench.Counters.Requests - requests);
    }

    [Fact]
    public async Task A_silent_device_costs_one_batch_and_one_property_however_long_the_list()
    {
        var device = _bench.Scripted("10.0.0.2");

        await ReadAsync(new(device.Address), Values(2000));

        Assert.Equal((2, 8), (_bench.Counters.Requests, device.Requests.Count));
    }

    [Fact, Trait("Rule", "BTL 8.3"), Trait("Rule", "F9")]
    [Trait("Rule", "BTL 2.2")]
    public async Task A_device_that_rejects_the_service_is_read_property_by_property_ever_after()
    {
        var device = _bench.Serve("10.0.0.2", new TableDevice(1) { ReadsMultiple = false }.With(20));
        var list = Values(20);

        for (var poll = 0; poll < 2; poll++) await ReadAsync(device, list);

        AssertAllRead(list);
        Assert.Equal((1, 41), (_bench.Counters.Refused, _bench.Counters.Requests));
        Assert.False(device.Capabilities.ReadsMultiple);
    }

    [Fact]
    public async Task A_device_that_leaves_the_service_unanswered_is_read_property_by_property_in_the_end()
    {
        var device = Limited(most: 0, _ => null);
        var (at, list) = (new Device(device.Address), Values(20));

        await ReadAsync(at, list, TimeSpan.FromSeconds(300));

        AssertAllRead(list);
        Assert.False(at.Capabilities.ReadsMultiple);
    }

    [Fact]
    public async Task A_device_that_refuses_every_batch_is_read_property_by_property()
    {
        var device = Limited(most: 0, asked => Apdus.Error(asked.InvokeId, ConfirmedService.ReadPropertyMultiple, ErrorClass.Object, ErrorCode.UnknownObject));
        var (at, list) = (new Device(device.Address), Values(5));

        await ReadAsync(at, list);

        AssertAllRead(list);
        Assert.False(at.Capabilities.ReadsMultiple);
        Assert.Contains("the same with each other property", at.Capabilities.Evidence, StringComparison.Ordinal);
    }

    [Theory, InlineData(ErrorCode.Busy), InlineData(ErrorCode.ConfigurationInProgress)]
    public async Task A_refusal_that_passes_teaches_nothing(ErrorCode code)
    {
        var device = Limited(most: 0, asked => Apdus.Error(asked.InvokeId, ConfirmedService.ReadPropertyMultiple, ErrorClass.Device, code));
        var (at, list) = (new Device(device.Address), Values(5));

        await ReadAsync(at, list);

        AssertAllRead(list);
        Assert.Equal((true, ""), (at.Capabilities.IsUnlimited, at.Capabilities.Evidence));
    }

    [Fact]
    [Trait("Rule", "135.1 8.20.5")]
    public async Task One_bad_property_costs_its_neighbours_nothing()
    {
        var table = Table(20);
        table.Refuse(Value(7), ErrorClass.Device, ErrorCode.OperationalProblem);
        var device = _bench.Serve("10.0.0.2", table);
        var list = new ReadList([.. Enumerable.Range(0, 20).Select(i => Value((uint)i)), Value(999)]);

        await ReadAsync(device, list);

        Assert.Equal((21, 1), (list.Settled, _bench.Counters.Requests));
        Assert.Equal(new BacnetError(ErrorClass.Device, ErrorCode.OperationalProblem), list.Results[7].Error);
        Assert.Equal(new BacnetError(ErrorClass.Object, ErrorCode.UnknownObject), list.Results[20].Error);
        Assert.Equal(19, list.Results.ToArray().Count(result => result.HasValue));
    }

    public static TheoryData<string, Func<List<(PropertyReference, PropertyResult)>, IEnumerable<(PropertyReference, PropertyResult)>>> Distortions => new()
    {
        { "another order", results => [results[1], results[0], results[2]] },
        { "fewer", results => results.Take(2) },
        { "none", _ => [] },
        { "more", results => [.. results, results[2]] },
        { "another object", results => [results[0], results[1], (Value(77), results[2].Item2)] },
        { "another property", results => [results[0], results[1], (results[2].Item1 with { Property = PropertyId.Units }, results[2].Item2)] },
    };

    [Theory, Trait("Rule", "BTL 8.21"), MemberData(nameof(Distortions), DisableDiscoveryEnumeration = true)]
    public async Task Results_that_are_not_those_asked_for_are_dropped_and_the_right_ones_taken(string what,
        Func<List<(PropertyReference, PropertyResult)>, IEnumerable<(PropertyReference, PropertyResult)>> distort)
    {
        var device = _bench.Scripted("10.0.0.2");
        device.OnRequest = asked =>
        {
            device.Answer(asked, Apdus.ReadMultipleAck(asked.InvokeId, distort(Answers(asked, offset: 1000))));
            device.Answer(asked, Apdus.ReadMultipleAck(asked.InvokeId, Answers(asked)));
        };
        var list = Values(3);

        await ReadAsync(new(device.Address), list);

        AssertAllRead(list);
        Assert.True(_bench.Counters.WrongTarget == 1, what);
    }

    [Fact]
    public async Task Of_an_answer_that_is_dropped_no_value_stays()
    {
        var device = _bench.Scripted("10.0.0.2");
        device.OnRequest = asked =>
        {
            if (asked.Apdu.Service == (byte)ConfirmedService.ReadPropertyMultiple) device.Answer(asked, Apdus.ReadMultipleAck(asked.InvokeId, Answers(asked, offset: 1000).Take(2)));
        };
        var list = Values(3);

        await ReadAsync(new(device.Address), list);

        Assert.Equal((0, 4), (list.Settled, _bench.Counters.WrongTarget));
        Assert.All(list.Results.ToArray(), result => Assert.Equal(BacnetError.Timeout, result.Error));
    }

    [Fact, Trait("Rule", "F13")]
    public async Task A_batch_that_is_answered_late_is_not_taken_for_the_next_one()
    {
        var device = _bench.Scripted("10.0.0.2");
        _bench.Lan.SetFaults(device.Address, ClientAddress, new() { Delay = TimeSpan.FromSeconds(4) });
        var asks = 0f;
        device.OnRequest = asked => device.Answer(asked, asked.Apdu.Service == (byte)ConfirmedService.ReadPropertyMultiple
            ? Apdus.ReadMultipleAck(asked.InvokeId, Answers(asked, offset: 1000 * asks++))
            : Apdus.ReadAck(asked.InvokeId, asked.Target, default));
        var list = Values(3);

        await ReadAsync(new(device.Address), list);   // tries at 0, 1, and 2.5 s: the first one's answer, at 4 s, is taken
        Assert.Equal([0, 1, 2], list.Results.ToArray().Select(result => result.Value.AsReal));
        asks = 9;
        await ReadAsync(new(device.Address), list);   // the two other answers come now

        Assert.Equal([9000, 9001, 9002], list.Results.ToArray().Select(result => result.Value.AsReal));
    }

    private static TableDevice Table(int count, int maxApdu = ApduSizes.Largest) => new TableDevice(1) { MaxApdu = maxApdu }.With(count);

    private static ReadList Values(int count) => new(Enumerable.Range(0, count).Select(i => Value((uint)i)));

    private static List<(PropertyReference, PropertyResult)> Answers(Asked asked, float offset = 0) =>
        [.. asked.Targets.Select(target => (target, new PropertyResult(BacnetValue.Real(offset + target.Object.Instance))))];

    /// <summary>A device that answers ReadPropertyMultiple of at most so many properties, and to more what it is told, null for nothing.</summary>
    private ScriptedDevice Limited(int most, Func<Asked, byte[]?> tooMuch)
    {
        var device = _bench.Scripted("10.0.0.2");
        device.OnRequest = asked =>
        {
            if (asked.Apdu.Service == (byte)ConfirmedService.ReadProperty)
                device.Answer(asked, Apdus.ReadAck(asked.InvokeId, asked.Target, BacnetValue.Real(asked.Target.Object.Instance)));
            else if (asked.Targets.Count <= most) device.Answer(asked, Apdus.ReadMultipleAck(asked.InvokeId, Answers(asked)));
            else if (tooMuch(asked) is { } answer) device.Answer(asked, answer);
        };
        return device;
    }

    private static void AssertAllRead(ReadList list)
    {
        Assert.Equal(list.Targets.Count, list.Settled);
        Assert.Equal(list.Targets.Select(target => (float)target.Object.Instance), list.Results.ToArray().Select(result => result.Value.AsReal));
    }

    private Task ReadAsync(Device device, ReadList list, TimeSpan? until = null) =>
        _bench.RunAsync(_bench.Client.ReadAsync(device, list, until, TestContext.Current.CancellationToken));

    public ValueTask DisposeAsync() => _bench.DisposeAsync();
}
