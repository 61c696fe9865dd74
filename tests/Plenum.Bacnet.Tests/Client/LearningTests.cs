using Plenum.Bacnet.Client;
using Plenum.Bacnet.Protocol.Types;
using Plenum.TestKit;
using static Plenum.Bacnet.Tests.Client.ClientBench;

namespace Plenum.Bacnet.Tests.Client;

/// <summary>What a client learns of a device, keeps, and tries again.</summary>
public sealed class LearningTests : IAsyncDisposable
{
    private static readonly TimeSpan Day = TimeSpan.FromDays(1);
    private static readonly TimeSpan Hour = TimeSpan.FromHours(1);

    private readonly ClientBench _bench = new();
    private readonly ScriptedDevice _device;
    private readonly Device _at;

    /// <summary>What becomes of a batch that is asked for; null for an answer with its values.</summary>
    private Func<Asked, byte[]?> _refusal = _ => null;

    public LearningTests()
    {
        _device = _bench.Scripted("10.0.0.2");
        _device.OnRequest = Answer;
        _at = new(_device.Address);
    }

    public ValueTask DisposeAsync() => _bench.DisposeAsync();

    [Fact, Trait("Rule", "BTL 8.2")]
    public async Task What_was_too_much_is_tried_again_in_growing_pauses_and_the_reading_is_untouched()
    {
        Limit(7);
        var list = Values(30);
        await ReadAsync(list);
        List<int> hours = [];

        for (var hour = 1; hour <= 24; hour++)
        {
            _bench.Time.Advance(Hour);
            var asked = _device.Requests.Count;
            await TryMoreAsync(list);
            if (_device.Requests.Count > asked) hours.Add(hour);
        }

        Assert.Equal([1, 3, 7, 15], hours);
        AssertAllRead(list);
        Assert.Contains("answers of at most", _at.Capabilities.Evidence, StringComparison.Ordinal);
    }

    [Fact, Trait("Rule", "BTL 8.2")]
    public async Task Batches_grow_again_once_the_device_can_answer_more()
    {
        Limit(7);
        var list = Values(60);
        for (var poll = 0; poll < 2; poll++) await ReadAsync(list);
        Assert.Equal(9, list.Batches.Count);
        _refusal = _ => null;
        _bench.Time.Advance(Hour);

        for (var poll = 0; poll < 10; poll++)
        {
            await TryMoreAsync(list);
            _bench.Time.Advance(TimeSpan.FromMinutes(1));
            await ReadAsync(list);
            AssertAllRead(list);
        }

        Assert.Single(list.Batches);
    }

    [Fact, Trait("Rule", "BTL 8.3"), Trait("Rule", "F9")]
    public async Task ReadPropertyMultiple_that_was_refused_is_tried_again_once_a_day()
    {
        _refusal = asked => Apdus.Reject(asked.InvokeId, RejectReason.UnrecognizedService);
        var list = Values(5);
        await ReadAsync(list);
        Assert.False(_at.Capabilities.ReadsMultiple);

        _bench.Time.Advance(Day - Hour);
        await TryMoreAsync(list);
        Assert.Equal(1, Batches);
        _bench.Time.Advance(Hour);
        await TryMoreAsync(list);
        Assert.Equal((2, false), (Batches, _at.Capabilities.ReadsMultiple));
        _refusal = _ => null;
        _bench.Time.Advance(Day);
        await TryMoreAsync(list);
        await ReadAsync(list);

        AssertAllRead(list);
        Assert.Equal((4, true, ""), (Batches, _at.Capabilities.ReadsMultiple, _at.Capabilities.Evidence));
    }

    [Fact]
    public async Task A_trial_that_is_left_unanswered_is_over_when_its_time_is_over()
    {
        Limit(7);
        var list = Values(30);
        await ReadAsync(list);
        _refusal = asked => asked.Targets.Count > 7 ? [] : null;
        _bench.Time.Advance(Hour);
        var begin = _bench.Client.Now;

        await TryMoreAsync(list, seconds: 0.2);   // four tries take 0.4 s at the least

        Assert.InRange(_bench.Client.Now - begin, TimeSpan.FromSeconds(0.19), TimeSpan.FromSeconds(0.3));
        AssertAllRead(list);
    }

    /// <summary>How many ReadPropertyMultiples came in.</summary>
    private int Batches => _device.Requests.Count(asked => asked.Apdu.Service == (byte)ConfirmedService.ReadPropertyMultiple);

    private void Limit(int most) => _refusal = asked => asked.Targets.Count > most ? Apdus.Abort(asked.InvokeId, AbortReason.BufferOverflow) : null;

    private void Answer(Asked asked)
    {
        var answer = asked.Apdu.Service == (byte)ConfirmedService.ReadProperty
            ? Apdus.ReadAck(asked.InvokeId, asked.Target, BacnetValue.Real(asked.Target.Object.Instance))
            : _refusal(asked) ?? Apdus.ReadMultipleAck(asked.InvokeId, asked.Targets.Select(target => (target, new PropertyResult(BacnetValue.Real(target.Object.Instance)))));
        if (answer.Length > 0) _device.Answer(asked, answer);
    }

    private static ReadList Values(int count) => new(Enumerable.Range(0, count).Select(i => Value((uint)i)));

    private static void AssertAllRead(ReadList list)
    {
        Assert.Equal(list.Targets.Count, list.Settled);
        Assert.Equal(list.Targets.Select(target => (float)target.Object.Instance), list.Results.ToArray().Select(result => result.Value.AsReal));
    }

    private Task ReadAsync(ReadList list) => _bench.RunAsync(_bench.Client.ReadAsync(_at, list, null, TestContext.Current.CancellationToken));

    private Task TryMoreAsync(ReadList list, double seconds = 60) =>
        _bench.RunAsync(_bench.Client.TryMoreAsync(_at, list, _bench.Client.Now + TimeSpan.FromSeconds(seconds), TestContext.Current.CancellationToken));
}
