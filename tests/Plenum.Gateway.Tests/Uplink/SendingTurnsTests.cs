using Plenum.Gateway.Model;
using Plenum.Gateway.Outbox;
using Plenum.Gateway.Uplink;

namespace Plenum.Gateway.Tests.Uplink;

/// <summary>Who is next, without a server.</summary>
public sealed class SendingTurnsTests : IAsyncDisposable
{
    private readonly FakeOutbox _outbox = new();

    public ValueTask DisposeAsync() => _outbox.DisposeAsync();

    [Fact]
    public void Little_that_waits_goes_in_the_order_stored()
    {
        for (var i = 0; i < SendingTurns.AtOnce; i++) _outbox.Store("D", "{}");
        var turns = new SendingTurns(_outbox, freshFirst: true);

        Assert.Equal(Enumerable.Range(1, SendingTurns.AtOnce).Select(id => (long)id), turns.Next().Messages.Select(stored => stored.Id));
        Assert.Equal((0, true, SendingTurns.AtOnce), (turns.Next().Messages.Count, turns.Next().IsUrgent, turns.Seen));
    }

    [Fact]
    public void While_ever_more_comes_in_the_backlog_has_one_read_in_five()
    {
        _outbox.StoreMany("Old", "{}", 20_000);
        var turns = new SendingTurns(_outbox, freshFirst: true);
        turns.Next(); // from here on it is a backlog

        var lanes = Enumerable.Range(0, 50).Select(_ =>
        {
            _outbox.StoreMany("New", "{}", SendingTurns.AtOnce);
            return turns.Next().Messages.Select(stored => stored.Message.Device).Distinct().Single();
        }).ToList();

        Assert.Equal(10, lanes.Count(device => device == "Old"));
        Assert.Equal(40, lanes.Count(device => device == "New"));
    }

    [Fact]
    public void Oldest_first_is_just_that()
    {
        _outbox.StoreMany("Old", "{}", 1000);
        var turns = new SendingTurns(_outbox, freshFirst: false);
        var first = turns.Next().Messages;
        _outbox.StoreMany("New", "{}", 1);

        Assert.Equal(Enumerable.Range(1, 1001).Select(id => (long)id), first.Concat(Drain(turns)).Select(stored => stored.Id));
    }

    [Fact]
    public void Whatever_comes_in_when_every_message_has_one_turn_and_attributes_keep_their_order()
    {
        for (var seed = 0; seed < 100; seed++)
        {
            var (random, outbox) = (new Random(seed), new FakeOutbox());
            var turns = new SendingTurns(outbox, freshFirst: true);
            List<StoredMessage> taken = [];
            for (var step = 0; step < 40; step++)
            {
                for (var i = random.Next(3) == 0 ? random.Next(1500) : random.Next(10); i > 0; i--)
                    outbox.Store("D", "{}", kind: random.Next(10) == 0 ? MessageKind.Attributes : MessageKind.Telemetry);
                for (var i = random.Next(4); i > 0; i--) taken.AddRange(turns.Next().Messages);
                // What the server acknowledges in between is gone; the other half stays to the end.
                outbox.Delete([.. taken.Where(stored => stored.Id % 2 == 0).Select(stored => stored.Id)]);
            }
            taken.AddRange(Drain(turns));

            Assert.Equal(Enumerable.Range(1, (int)outbox.State.Stored).Select(id => (long)id), taken.Select(stored => stored.Id).Order());
            var attributes = taken.Where(stored => stored.Message.Kind == MessageKind.Attributes).Select(stored => stored.Id).ToList();
            Assert.Equal(attributes.Order(), attributes);
        }
    }

    [Fact]
    public void After_a_rewind_everything_that_still_waits_has_its_turn_again()
    {
        _outbox.StoreMany("Old", "{}", 1000);
        var turns = new SendingTurns(_outbox, freshFirst: true);
        _outbox.Delete([.. turns.Next().Messages.Select(stored => stored.Id)]);

        turns.Rewind();

        Assert.Equal(1000 - SendingTurns.AtOnce, Drain(turns).Count);
    }

    private static List<StoredMessage> Drain(SendingTurns turns)
    {
        List<StoredMessage> drained = [];
        while (turns.Next().Messages is { Count: > 0 } messages) drained.AddRange(messages);
        return drained;
    }
}
