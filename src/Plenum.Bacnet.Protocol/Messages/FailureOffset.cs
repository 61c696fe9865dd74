using Plenum.Bacnet.Protocol.Tags;

namespace Plenum.Bacnet.Protocol.Messages;

/// <summary>Finds where octets go wrong, for a reader that tells only why.</summary>
/// <remarks>Readers go from the front to the back. So a beginning of the message that stops before the mistake is at most truncated, and one that
/// includes it is wrong for the same reason as the whole: the mistake is at the end of the longest beginning of the first sort.</remarks>
internal static class FailureOffset
{
    /// <summary>Above this length, each beginning is not tried any more, but every half, quarter, eighth…</summary>
    private const int TryEach = 2048;

    /// <summary>Whether a reader can make a message of octets, and why not.</summary>
    public delegate bool Reader(ReadOnlySpan<byte> octets, out DecodeError error);

    /// <summary>The octet at which it is certain that these are no message; the length when they only end too early.</summary>
    public static int Find(ReadOnlySpan<byte> octets, Reader read)
    {
        if (IsBeginning(octets, read)) return octets.Length;
        if (octets.Length > TryEach) return FindByHalves(octets, read);
        var length = octets.Length - 1;
        while (length > 0 && !IsBeginning(octets[..length], read)) length--;
        return Math.Max(length, 0);
    }

    private static int FindByHalves(ReadOnlySpan<byte> octets, Reader read)
    {
        var (good, bad) = (0, octets.Length);
        while (bad - good > 1)
        {
            var middle = (good + bad) / 2;
            if (IsBeginning(octets[..middle], read)) good = middle;
            else bad = middle;
        }
        return good;
    }

    private static bool IsBeginning(ReadOnlySpan<byte> octets, Reader read) => read(octets, out var error) || error == DecodeError.Truncated;
}
