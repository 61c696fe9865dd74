using Plenum.Gateway.Model;
using Plenum.Gateway.Outbox;
using Plenum.Gateway.Tests.Support;
using Plenum.TestKit;

namespace Plenum.Gateway.Tests.Outbox;

/// <summary>What every outbox does: one suite, run against each of them.</summary>
public abstract class OutboxContract
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    private readonly SettableTime _time = Messages.Clock();

    private protected abstract IOutbox Open(OutboxLimits limits, TimeProvider time);

    private protected abstract int TimesLogged(int id);

    [Fact]
    public async Task A_message_is_read_as_it_was_stored()
    {
        await using var outbox = Open(Messages.Ample, _time);
        Message[] stored =
        [
            Messages.Number(1, _time),
            new("Ahu \"2\" – Süd", "air handler", MessageKind.Attributes, 1_785_585_600_123, "{\"ä\":null}"u8.ToArray()),
            Messages.Number(3, _time) with { Values = "xx{}"u8.ToArray().AsMemory(2) },
        ];
        foreach (var message in stored) await outbox.StoreAsync(message, Cancel);

        var read = outbox.Read(0, 10);

        Assert.Equal(
            stored.Select(m => (m.Device, m.Profile, m.Kind, m.TimestampMs, Convert.ToHexString(m.Values.Span))),
            read.Select(r => r.Message).Select(m => (m.Device, m.Profile, m.Kind, m.TimestampMs, Convert.ToHexString(m.Values.Span))));
    }

    [Fact]
    public async Task An_empty_outbox_reads_nothing_and_has_no_oldest()
    {
        await using var outbox = Open(Messages.Ample, _time);

        Assert.Empty(outbox.Read(0, 10));
        Assert.Equal(new(0, 0, 0, default, 0, null, null), outbox.State);
    }

    [Fact]
    public async Task Messages_come_in_the_order_stored_as_many_as_asked_for()
    {
        await using var outbox = Open(Messages.Ample, _time);
        await outbox.StoreAsync(_time, Enumerable.Range(1, 10));

        var first = outbox.Read(0, 4);
        var then = outbox.Read(first[^1].Id, 4);

        Assert.Equal([1, 2, 3, 4], first.Select(Messages.NumberOf));
        Assert.Equal([5, 6, 7, 8], then.Select(Messages.NumberOf));
    }

    [Fact]
    public async Task What_is_acknowledged_is_gone_and_what_is_not_stays()
    {
        await using var outbox = Open(Messages.Ample, _time);
        await outbox.StoreAsync(_time, Enumerable.Range(1, 10));
        var ids = outbox.Read(0, 10).Select(stored => stored.Id).ToArray();

        outbox.Delete([ids[6], ids[0], ids[1], ids[9], ids[2]]);
        await Wait.UntilAsync(() => outbox.State.Deleted == 5);

        Assert.Equal([4, 5, 6, 8, 9], outbox.Numbers());
        Assert.Equal(5, outbox.State.Waiting);
    }

    [Fact]
    public async Task An_id_that_is_gone_already_is_not_counted_twice()
    {
        await using var outbox = Open(Messages.Ample, _time);
        await outbox.StoreAsync(_time, 1, 2);
        var first = outbox.Read(0, 1)[0].Id;

        outbox.Delete([first, first]);
        outbox.Delete([first, 4711]);
        await outbox.StoreAsync(_time, 3);
        await Wait.UntilAsync(() => outbox.State.Deleted >= 1);

        Assert.Equal((2, 1), (outbox.State.Waiting, outbox.State.Deleted));
    }

    [Fact]
    public async Task Ids_are_not_used_again_after_all_messages_are_gone()
    {
        await using var outbox = Open(Messages.Ample, _time);
        await outbox.StoreAsync(_time, 1);
        var before = outbox.Read(0, 1)[0].Id;
        outbox.Delete([before]);
        await Wait.UntilAsync(() => outbox.State.Waiting == 0);

        await outbox.StoreAsync(_time, 2);

        Assert.True(outbox.Read(0, 1)[0].Id > before);
    }

    [Fact]
    public async Task State_counts_messages_bytes_and_the_oldest()
    {
        await using var outbox = Open(Messages.Ample, _time);
        var start = _time.GetUtcNow();
        await outbox.StoreAsync(_time, 1);
        _time.Advance(TimeSpan.FromSeconds(5));
        await outbox.StoreAsync(_time, 2);
        Assert.Equal(new(Waiting: 2, Stored: 2, Deleted: 0, Drops: default, Bytes: 14, start, Problem: null), outbox.State);

        outbox.Delete([outbox.Read(0, 1)[0].Id]);
        await Wait.UntilAsync(() => outbox.State.Deleted == 1);

        Assert.Equal(new(Waiting: 1, Stored: 2, Deleted: 1, Drops: default, Bytes: 7, start.AddSeconds(5), Problem: null), outbox.State);
    }

    [Fact]
    public async Task The_newest_is_the_id_of_the_last_message_that_waits()
    {
        await using var outbox = Open(Messages.Ample, _time);
        Assert.Equal(0, outbox.Newest);

        await outbox.StoreAsync(_time, 1, 2, 3);
        var ids = outbox.Read(0, 3).Select(stored => stored.Id).ToArray();
        Assert.Equal(ids[2], outbox.Newest);
        outbox.Delete([ids[2]]);
        await Wait.UntilAsync(() => outbox.Newest == ids[1]);

        outbox.Delete(ids);
        await Wait.UntilAsync(() => outbox.Newest == 0);
    }

    [Fact]
    public async Task Whoever_watches_hears_a_beat_every_two_seconds_until_told_to_stop()
    {
        await using var outbox = Open(Messages.Ample, _time);
        using var stop = new CancellationTokenSource();
        var beats = 0;
        var watching = outbox.WatchAsync(() => Interlocked.Increment(ref beats), stop.Token);
        var began = _time.GetTimestamp();
        await Wait.UntilAsync(() =>
        {
            _time.Advance(TimeSpan.FromMilliseconds(100));
            return Volatile.Read(ref beats) >= 6;
        });
        Assert.True(_time.GetElapsedTime(began) >= TimeSpan.FromSeconds(10));

        await stop.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => watching);
    }

    [Fact]
    public async Task Waiting_ends_with_the_first_newer_message()
    {
        await using var outbox = Open(Messages.Ample, _time);
        var waiting = outbox.WaitAsync(0, Cancel).AsTask();
        Assert.False(waiting.IsCompleted);

        await outbox.StoreAsync(_time, 1);
        await waiting.WaitAsync(Cancel);

        var id = Assert.Single(outbox.Read(0, 10)).Id;
        Assert.True(outbox.WaitAsync(id - 1, Cancel).AsTask().IsCompletedSuccessfully);
        Assert.False(outbox.WaitAsync(id, Cancel).AsTask().IsCompleted);
    }

    [Fact]
    public async Task Waiting_from_the_beginning_does_not_end_for_messages_that_are_gone()
    {
        await using var outbox = Open(Messages.Ample, _time);
        await outbox.StoreAsync(_time, 1, 2);
        outbox.Delete([.. outbox.Read(0, 2).Select(stored => stored.Id)]);
        await Wait.UntilAsync(() => outbox.State.Waiting == 0);

        var waiting = outbox.WaitAsync(0, Cancel).AsTask();
        Assert.False(waiting.IsCompleted);
        await outbox.StoreAsync(_time, 3);
        await waiting.WaitAsync(Cancel);
    }

    [Fact]
    public async Task Waiting_is_cancelled_without_harm_to_others()
    {
        await using var outbox = Open(Messages.Ample, _time);
        using var one = new CancellationTokenSource();
        var cancelled = outbox.WaitAsync(0, one.Token).AsTask();
        var other = outbox.WaitAsync(0, Cancel).AsTask();

        await one.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => cancelled);
        await outbox.StoreAsync(_time, 1);

        await other.WaitAsync(Cancel);
    }

    [Fact]
    public async Task Storers_from_many_threads_lose_nothing()
    {
        await using var outbox = Open(Messages.Ample, _time);

        await Task.WhenAll(Enumerable.Range(0, 20).Select(thread => Task.Run(() => outbox.StoreAsync(_time, Enumerable.Range(thread * 500, 500)))));

        Assert.Equal(Enumerable.Range(0, 10_000), outbox.Numbers().Order());
        Assert.Equal(10_000, outbox.State.Stored);
    }

    [Fact]
    public async Task Over_the_number_limit_the_oldest_are_dropped_and_counted()
    {
        await using var outbox = Open(Messages.Ample with { MaxMessages = 10 }, _time);

        await outbox.StoreAsync(_time, Enumerable.Range(1, 25));

        Assert.Equal(Enumerable.Range(16, 10), outbox.Numbers());
        Assert.Equal((10, 25, new Drops(Size: 15, 0, 0, 0)), (outbox.State.Waiting, outbox.State.Stored, outbox.State.Drops));
    }

    [Fact]
    public async Task Over_the_size_limit_the_oldest_are_dropped_and_counted()
    {
        await using var outbox = Open(Messages.Ample with { MaxBytes = 50 }, _time); // each takes 7 bytes

        await outbox.StoreAsync(_time, Enumerable.Range(1, 9));

        Assert.Equal(Enumerable.Range(3, 7), outbox.Numbers());
        Assert.Equal((49, 2), (outbox.State.Bytes, outbox.State.Dropped));
    }

    [Fact]
    public async Task A_message_over_the_age_limit_is_dropped_without_anything_being_stored()
    {
        await using var outbox = Open(Messages.Ample with { MaxAge = TimeSpan.FromHours(1) }, _time);
        await outbox.StoreAsync(_time, 1);
        _time.Advance(TimeSpan.FromMinutes(30));
        await outbox.StoreAsync(_time, 2);

        _time.Advance(TimeSpan.FromMinutes(31));
        await Wait.UntilAsync(() => outbox.State.Dropped == 1);

        Assert.Equal([2], outbox.Numbers());
    }

    [Fact]
    public async Task A_clock_set_forward_by_a_day_drops_nothing_and_the_age_limit_holds_all_the_same()
    {
        await using var outbox = Open(Messages.Ample with { MaxAge = TimeSpan.FromHours(1) }, _time);
        await outbox.StoreAsync(_time, 1);
        _time.SetBy(TimeSpan.FromDays(1));
        _time.Advance(TimeSpan.FromMinutes(59));
        await outbox.StoreAsync(_time, 2);
        Assert.Equal([1, 2], outbox.Numbers());

        _time.Advance(TimeSpan.FromMinutes(2));
        await Wait.UntilAsync(() => outbox.State.Dropped == 1);

        Assert.Equal([2], outbox.Numbers());
        Assert.Equal(new Drops(Size: 0, Age: 1, Refused: 0, Damaged: 0), outbox.State.Drops);
    }

    [Fact]
    public async Task A_clock_set_back_by_a_day_drops_nothing_and_keeps_nothing_longer()
    {
        await using var outbox = Open(Messages.Ample with { MaxAge = TimeSpan.FromHours(1) }, _time);
        await outbox.StoreAsync(_time, 1);
        _time.SetBy(TimeSpan.FromDays(-1));
        _time.Advance(TimeSpan.FromMinutes(30));
        await outbox.StoreAsync(_time, 2);
        Assert.Equal([1, 2], outbox.Numbers());

        _time.Advance(TimeSpan.FromMinutes(31));
        await Wait.UntilAsync(() => outbox.State.Drops.Age == 1);

        Assert.Equal([2], outbox.Numbers());
    }

    [Fact]
    public async Task A_message_larger_than_everything_is_refused_and_drops_nothing_else()
    {
        await using var outbox = Open(Messages.Ample with { MaxBytes = 50 }, _time);
        await outbox.StoreAsync(_time, 1);

        var refusal = await Assert.ThrowsAsync<OutboxException>(() => outbox.StoreAsync(Messages.Number(2, _time, padding: 50), Cancel).AsTask());

        Assert.Contains("57 bytes is larger than all that may be kept (50 bytes)", refusal.Message, StringComparison.Ordinal);
        Assert.Equal([1], outbox.Numbers());
        Assert.Equal(new Drops(0, 0, Refused: 1, 0), outbox.State.Drops);
    }

    [Fact]
    public async Task Dropping_is_told_when_it_begins_and_when_it_ends()
    {
        await using var outbox = Open(Messages.Ample with { MaxMessages = 10 }, _time);
        await outbox.StoreAsync(_time, Enumerable.Range(1, 25));
        Assert.Equal((1, 0), (TimesLogged(4104), TimesLogged(4105)));
        Assert.Contains("15 so far", outbox.State.Problem, StringComparison.Ordinal);

        outbox.Delete([.. outbox.Read(0, 5).Select(stored => stored.Id)]);
        await Wait.UntilAsync(() => outbox.State.Deleted == 5);

        Assert.Equal((1, 1), (TimesLogged(4104), TimesLogged(4105)));
        Assert.Null(outbox.State.Problem);
    }

    [Fact]
    public async Task A_closed_outbox_says_so()
    {
        var outbox = Open(Messages.Ample, _time);
        var waiting = outbox.WaitAsync(0, Cancel).AsTask();

        await outbox.DisposeAsync();
        await outbox.DisposeAsync();

        await Assert.ThrowsAsync<ObjectDisposedException>(() => waiting);
        await Assert.ThrowsAsync<ObjectDisposedException>(() => outbox.StoreAsync(Messages.Number(1, _time), Cancel).AsTask());
        Assert.Throws<ObjectDisposedException>(() => outbox.Read(0, 1));
        Assert.Throws<ObjectDisposedException>(() => outbox.Delete([1]));
    }
}
