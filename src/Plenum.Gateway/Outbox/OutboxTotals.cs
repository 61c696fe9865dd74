namespace Plenum.Gateway.Outbox;

/// <summary>What an outbox file holds, as of its last commit.</summary>
/// <param name="Waiting">Messages in it.</param>
/// <param name="Bytes">Their payload.</param>
/// <param name="LastId">The highest id that was ever given.</param>
/// <param name="Newest">The highest id that waits; 0 when nothing does.</param>
/// <param name="OldestMs">The timestamp of the oldest message; null when nothing waits.</param>
internal readonly record struct OutboxTotals(long Waiting, long Bytes, long LastId, long Newest, long? OldestMs)
{
    /// <summary>With one more message.</summary>
    public OutboxTotals Plus(int bytes) => this with { Waiting = Waiting + 1, Bytes = Bytes + bytes, LastId = LastId + 1 };

    /// <summary>With what was taken out of it.</summary>
    public OutboxTotals Minus(Removed removed) => this with { Waiting = Waiting - removed.Messages, Bytes = Bytes - removed.Bytes };
}

/// <summary>What was taken out of an outbox file.</summary>
internal readonly record struct Removed(long Messages, long Bytes)
{
    /// <summary>Two removals as one.</summary>
    public static Removed operator +(Removed left, Removed right) => new(left.Messages + right.Messages, left.Bytes + right.Bytes);
}
