using Plenum.Bacnet.Client;
using Plenum.Bacnet.Protocol.Types;
using Plenum.TestKit;
using static Plenum.Bacnet.Tests.Client.ClientBench;

namespace Plenum.Bacnet.Tests.Client;

/// <summary>One property that spoils every batch it is in: found once, read alone from then on, tried in a batch again once a day.</summary>
public sealed class SpoiledBatchTests : IAsyncDisposable
{
    private readonly ClientBench _bench = new();
    private readonly ScriptedDevice _device;
    private readonly Device _at;
    private readonly HashSet<uint> _bad = [], _mute = [];
    private Func<Asked, byte[]> _spoiled = asked => Apdus.Error(asked.InvokeId, ConfirmedService.ReadPropertyMultiple, ErrorClass.Object, ErrorCode.UnknownObject);
    private bool _isKnown;

    public SpoiledBatchTests()
    {
        _device = _bench.Scripted("10.0.0.2");
        _device.OnRequest = Answer;
        _at = new(_device.Address);
    }

    public ValueTask DisposeAsync() => _bench.DisposeAsync();

    public static TheoryData<string, Func<Asked, byte[]>> Spoils => new()
    {
        { "an error for all", asked => Apdus.Error(asked.InvokeId, ConfirmedService.ReadPropertyMultiple, ErrorClass.Object, ErrorCode.UnknownObject) },
        { "a reject", asked => Apdus.Reject(asked.InvokeId, RejectReason.InvalidTag) },
        { "an abort", asked => Apdus.Abort(asked.InvokeId, AbortReason.Other) },
        { "octets that do not decode", asked => [0x30, asked.InvokeId, (byte)ConfirmedService.ReadPropertyMultiple, 0x0C, 0, 0] },
    };

    [Theory, MemberData(nameof(Spoils), DisableDiscoveryEnumeration = true)]
    public async Task It_is_read_alone_and_the_rest_together(string how, Func<Asked, byte[]> spoiled)
    {
        _spoiled = spoiled;
        _bad.UnionWith([3, 17]);
        var list = Values(20);

        await ReadAsync(list);
        Assert.Equal(20, list.Settled);
        var asked = _device.Requests.Count;
        await ReadAsync(list);

        AssertRead(list);
        Assert.True(_device.Requests.Count - asked == 3, how);   // one batch of 18, and two alone
        Assert.EndsWith("; 2 properties alone", _at.Capabilities.Way, StringComparison.Ordinal);
        Assert.Contains("analogInput:17 presentValue alone: a ReadPropertyMultiple with it was answered", _at.Capabilities.Evidence, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_answer_that_does_not_decode_ends_its_request_at_once_and_is_not_counted_as_silence()
    {
        (_spoiled, _) = (asked => [0x30, asked.InvokeId, (byte)ConfirmedService.ReadPropertyMultiple, 0x0C, 0, 0], _bad.Add(3));
        var list = Values(2);
        list = new([.. list.Targets, Value(3)]);
        await ReadAsync(list);

        // The batch of three, the half with the bad one, and that one alone in a batch: none is tried twice, all but the answers are refusals.
        Assert.Equal((0L, _bench.Counters.Requests), (_bench.Counters.Silent, _bench.Counters.Tries));
        Assert.Equal(_bench.Counters.Requests, _bench.Counters.Answered + _bench.Counters.Refused);
        Assert.True(_bench.Counters.Malformed > 0);
    }

    [Fact]
    public async Task One_that_is_not_answered_alone_either_comes_last_and_takes_nothing_from_the_others()
    {
        _bad.UnionWith([3, 9, 17]);
        _mute.Add(3);
        var list = Values(20);
        await ReadAsync(list);
        AssertAllButMute(list);
        var asked = _device.Requests.Count;

        await ReadAsync(list, seconds: 2);

        AssertAllButMute(list);
        Assert.Equal([9, 17, 3, 3, 3, 3], _device.Requests.Skip(asked + 1).Select(request => request.Target.Object.Instance));   // after one batch
    }

    [Fact, Trait("Rule", "F9")]
    public async Task Read_singly_one_that_is_never_answered_takes_nothing_from_the_others_either()
    {
        _at.Capabilities.OnNoReadMultiple("the test says so", _bench.Time.GetUtcNow());
        _mute.Add(0);
        var list = Values(20);

        for (var poll = 0; poll < 2; poll++) await ReadAsync(list, seconds: 5);   // less than the tries for one property take

        AssertAllButMute(list);
    }

    [Fact]
    public async Task One_that_is_answered_again_is_read_like_the_others_again()
    {
        _at.Capabilities.OnNoReadMultiple("the test says so", _bench.Time.GetUtcNow());
        _mute.Add(0);
        var list = Values(5);
        for (var poll = 0; poll < 2; poll++) await ReadAsync(list, seconds: 5);
        _mute.Clear();

        for (var poll = 0; poll < 2; poll++) await ReadAsync(list, seconds: 5);

        AssertRead(list);
        Assert.Equal([0, 1, 2, 3, 4], _device.Requests.TakeLast(5).Select(request => request.Target.Object.Instance));
    }

    [Fact]
    public async Task One_that_can_be_read_singly_is_found_just_so()
    {
        (_isKnown, _) = (true, _bad.Add(7));
        var list = Values(20);

        for (var poll = 0; poll < 2; poll++) await ReadAsync(list);

        Assert.All(list.Results.ToArray(), result => Assert.True(result.HasValue));
        Assert.True(_at.Capabilities.ReadsMultiple);
        Assert.True(_at.Capabilities.IsReadAlone(Value(7)));
    }

    [Fact]
    public async Task Once_a_day_it_is_tried_in_a_batch_and_goes_back_when_that_is_answered()
    {
        _bad.Add(7);
        var list = Values(20);
        await ReadAsync(list);
        _bench.Time.Advance(TimeSpan.FromDays(1));
        await TryMoreAsync(list);
        Assert.True(_at.Capabilities.IsReadAlone(Value(7)));

        _bad.Clear();
        await TryMoreAsync(list);
        Assert.True(_at.Capabilities.IsReadAlone(Value(7)));   // not before the day is over
        _bench.Time.Advance(TimeSpan.FromDays(1));
        await TryMoreAsync(list);
        var asked = _device.Requests.Count;
        await ReadAsync(list);

        AssertRead(list);
        Assert.Equal((1, true), (_device.Requests.Count - asked, _at.Capabilities.IsUnlimited));
    }

    [Fact]
    public async Task One_that_is_unknown_every_time_costs_the_others_nothing()
    {
        var device = _bench.Serve("10.0.0.3", new TableDevice(1).With(20));
        var list = new ReadList([.. Enumerable.Range(0, 20).Select(i => Value((uint)i)), new(new(ObjectType.AnalogInput, 3), PropertyId.Reliability)]);
        for (var poll = 0; poll < 5; poll++) await _bench.RunAsync(_bench.Client.ReadAsync(device, list, null, TestContext.Current.CancellationToken));

        Assert.Equal((5, 21), (_bench.Counters.Requests, list.Settled));
        Assert.Equal(ErrorCode.UnknownProperty, list.Results[20].Error!.Value.Code);
        Assert.True(device.Capabilities.IsUnlimited);
    }

    private void Answer(Asked asked)
    {
        if (asked.Apdu.Service == (byte)ConfirmedService.ReadProperty && _mute.Contains(asked.Target.Object.Instance)) return;
        if (asked.Apdu.Service == (byte)ConfirmedService.ReadProperty)
            _device.Answer(asked, _bad.Contains(asked.Target.Object.Instance) && !_isKnown
                ? Apdus.Error(asked.InvokeId, ConfirmedService.ReadProperty, ErrorClass.Object, ErrorCode.UnknownObject)
                : Apdus.ReadAck(asked.InvokeId, asked.Target, BacnetValue.Real(asked.Target.Object.Instance)));
        else if (asked.Targets.Any(target => _bad.Contains(target.Object.Instance)))
            _device.Answer(asked, _spoiled(asked));
        else
            _device.Answer(asked, Apdus.ReadMultipleAck(asked.InvokeId, asked.Targets.Select(target => (target, new PropertyResult(BacnetValue.Real(target.Object.Instance))))));
    }

    private static ReadList Values(int count) => new(Enumerable.Range(0, count).Select(i => Value((uint)i)));

    private void AssertAllButMute(ReadList list)
    {
        Assert.Equal(list.Targets.Count - _mute.Count, list.Settled);
        Assert.All(_mute, mute => Assert.Equal(BacnetError.Timeout, list.Results[(int)mute].Error));
    }

    private void AssertRead(ReadList list)
    {
        Assert.Equal(list.Targets.Count, list.Settled);
        for (var i = 0; i < list.Targets.Count; i++)
        {
            if (_bad.Contains((uint)i)) Assert.Equal(ErrorCode.UnknownObject, list.Results[i].Error!.Value.Code);
            else Assert.Equal(i, list.Results[i].Value.AsReal);
        }
    }

    private Task ReadAsync(ReadList list, double? seconds = null) => _bench.RunAsync(_bench.Client.ReadAsync(_at, list, seconds is { } most ? _bench.Client.Now + TimeSpan.FromSeconds(most) : null, TestContext.Current.CancellationToken));

    private Task TryMoreAsync(ReadList list) =>
        _bench.RunAsync(_bench.Client.TryMoreAsync(_at, list, _bench.Client.Now + TimeSpan.FromSeconds(60), TestContext.Current.CancellationToken));
}
