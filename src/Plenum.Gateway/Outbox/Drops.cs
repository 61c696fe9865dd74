namespace Plenum.Gateway.Outbox;

/// <summary>Messages that an outbox gave up since the start, by cause. Nothing else is ever given up.</summary>
/// <param name="Size">The oldest, when there were too many, or too many bytes.</param>
/// <param name="Age">Those that had waited too long.</param>
/// <param name="Refused">Those that were never stored: the disk refused them, or they were larger than all that may be kept.</param>
/// <param name="Damaged">Those that were known to be in a damaged file when it was set aside.</param>
public readonly record struct Drops(long Size = 0, long Age = 0, long Refused = 0, long Damaged = 0)
{
    /// <summary>All of them.</summary>
    public long All => Size + Age + Refused + Damaged;

    /// <summary>Those that the limits of the outbox gave up.</summary>
    internal long ByLimits => Size + Age;

    /// <summary>Both together.</summary>
    public static Drops operator +(Drops left, Drops right) =>
        new(left.Size + right.Size, left.Age + right.Age, left.Refused + right.Refused, left.Damaged + right.Damaged);
}
