using Microsoft.Data.Sqlite;

namespace Plenum.Gateway.Outbox;

/// <content>Committing a group, and what to do when that fails. Everything here belongs to the writer's turns.</content>
internal sealed partial class OutboxWriter
{
    private const int MostForgottenAtOnce = 256;

    private readonly List<PendingStore> _stores = [];
    private readonly HashSet<long> _deletes = [];
    private OutboxTotals _totals;
    private long _stored;
    private long _deleted;
    private Drops _drops;
    private long _refused;
    private string? _fault;
    private long _committedAt;
    private OutboxState? _state;

    /// <summary>The figures as of the last group. From any thread.</summary>
    public OutboxState State => Volatile.Read(ref _state)!;

    private string? Shortage => _file.IsShort ? $"The outbox {_file.Path}: the disk is full or nearly so, and only what the server takes makes room for new messages. Make room on it." : null;

    private void CommitGroup()
    {
        var damage = Interlocked.Exchange(ref _damage, null);
        var error = damage ?? Commit(_stores, _deletes);
        if (error is null) return;
        // What the server has acknowledged goes first: it gives room back, in which the new messages may fit.
        error = Repair(error) ?? ForgetInPieces() ?? Commit(_stores, []);
        if (error is not null) Fail(error);
    }

    /// <summary>Forgets what is acknowledged, a little at a time: on a full disk there may be no room to do it all at once.</summary>
    private Exception? ForgetInPieces()
    {
        foreach (var piece in _deletes.Order().ToArray().Chunk(MostForgottenAtOnce))
        {
            if (Commit([], [.. piece]) is { } error) return error;
            _deletes.ExceptWith(piece);
        }
        return null;
    }

    /// <summary>Commits, and tells everyone whom it concerns.</summary>
    /// <returns>Why it could not; null when it could.</returns>
    private Exception? Commit(List<PendingStore> stores, HashSet<long> deletes)
    {
        var error = Attempt(() =>
        {
            var tables = _file.Tables;
            if (_file.IsShort) _file.SeeToReserve();
            var (acknowledged, dropped) = tables.Apply(stores, IdRange.Cover(deletes), _limits);
            _totals = tables.Totals;
            _deleted += acknowledged.Messages;
            _drops += dropped;
            _overflow.Changed(dropped.ByLimits, acknowledged.Messages, _totals.Waiting, _totals.Bytes);
        });
        if (error is not null) return error;

        _stored += stores.Count;
        // On a full disk forgetting may work where storing does not.
        if (stores.Count > 0 || (_stores.Count == 0 && !_file.IsShort)) Recover();
        _committedAt = _time.GetTimestamp();
        Publish();
        deletes.Clear();
        foreach (var store in stores) store.SetResult();
        stores.Clear();
        return null;
    }

    /// <summary>Does what can be done about an error before the next attempt: a damaged file makes way for a new one, a full disk is given its reserve back.</summary>
    /// <returns>Why it could not; null when the attempt is worth it.</returns>
    private Exception? Repair(Exception error) => Attempt(() =>
    {
        if (error is SqliteException damage && OutboxFault.IsDamage(damage)) SetAside(damage);
        else if (OutboxFault.IsFullDisk(error)) _file.GiveReserveUp();
    });

    private void SetAside(SqliteException damage)
    {
        var lost = _totals.Waiting;
        _file.SetAside(damage, lost);
        _totals = default;
        _drops += new Drops(Damaged: lost);
        _deletes.Clear();
        Publish();
    }

    private void Fail(Exception error)
    {
        var problem = OutboxFault.Of(error, _file.Path).Message;
        if (_fault is null) Log.OutboxRefuses(_logger, error, problem);
        _fault = problem;
        _refused += _stores.Count;
        _drops += new Drops(Refused: _stores.Count);
        Publish();
        foreach (var store in _stores) store.SetException(OutboxFault.Of(error, _file.Path));
        _stores.Clear();
    }

    /// <summary>Gives a group up after a mistake of this program.</summary>
    private void Abandon(Exception mistake)
    {
        var problem = new OutboxException($"The outbox {_file.Path}: storing failed by a mistake of this program ({mistake.Message}). Please report this message.", mistake);
        _drops += new Drops(Refused: _stores.Count);
        foreach (var store in _stores) store.TrySetException(problem);
        if (_stores.Count > 0) _turns.Wake(); // others may have come in behind them
        _stores.Clear();
        _pulse.Failed(problem);
    }

    private void Refuse(PendingStore store, OutboxException why)
    {
        _drops += new Drops(Refused: 1);
        Publish();
        store.SetException(why);
    }

    private void Recover()
    {
        if (_fault is null) return;
        Log.OutboxRecovered(_logger, _file.Path, _refused);
        (_fault, _refused) = (null, 0);
    }

    private void Publish()
    {
        DateTimeOffset? oldest = _totals.OldestMs is { } ms ? DateTimeOffset.FromUnixTimeMilliseconds(ms) : null;
        Volatile.Write(ref _state, new(_totals.Waiting, _stored, _deleted, _drops, _totals.Bytes, oldest, _fault ?? Shortage ?? _overflow.Problem));
        _arrivals.Tell(_totals.Newest);
    }

    private static Exception? Attempt(Action act)
    {
        try
        {
            act();
            return null;
        }
        catch (Exception error) when (error is SqliteException or IOException or UnauthorizedAccessException)
        {
            return error;
        }
    }
}
