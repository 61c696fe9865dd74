namespace Plenum.Bacnet.Protocol.Transactions;

/// <summary>Arithmetic of sequence numbers, which count modulo 256 (clause 5.4.2).</summary>
public static class SegmentWindow
{
    /// <summary>The largest window that the standard knows (clause 20.1.2.8); the smallest is 1.</summary>
    public const int Largest = 127;

    /// <summary>Whether a window size is one that may be proposed.</summary>
    public static bool IsValid(int size) => size is >= 1 and <= Largest;

    /// <summary>InWindow (clause 5.4.2.1): whether a number is one of the <paramref name="size"/> numbers from <paramref name="first"/> on.</summary>
    public static bool Contains(byte sequence, byte first, int size) => (byte)(sequence - first) < size;

    /// <summary>DuplicateInWindow (clause 5.4.2.2): whether a number is that of a segment that has come already.</summary>
    /// <remarks>Segments since the last acknowledgement count, and as many before it as a window has: their sender sends them again when that acknowledgement
    /// was lost, or the network was slow. The standard's first text took the latter for new ones as soon as one segment more had come,
    /// and so answered each of them negatively (Addendum 135-2020ch).</remarks>
    /// <param name="sequence">The number.</param>
    /// <param name="acknowledged">The number that was acknowledged last.</param>
    /// <param name="last">The number that came last in order.</param>
    /// <param name="size">The window.</param>
    public static bool IsDuplicate(byte sequence, byte acknowledged, byte last, int size) =>
        (byte)(last - sequence) < (byte)(last - acknowledged) + size;
}
