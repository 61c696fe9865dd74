using Plenum.Bacnet.Protocol.Tags;

namespace Plenum.Fuzz.Targets;

/// <summary>What every reader of octets promises.</summary>
internal static class Promises
{
    private const int AllocatedAnyway = 8192, AllocatedPerOctet = 256;

    /// <summary>Reads a message of one type, as the services do.</summary>
    internal delegate bool TryDecode<T>(ReadOnlySpan<byte> octets, out T message, out DecodeError error);

    /// <summary>Writes a message into a buffer.</summary>
    /// <returns>Its length, or -1 when it does not fit.</returns>
    internal delegate int Encode<T>(T message, Span<byte> target);

    [ThreadStatic]
    private static byte[]? _written;

    /// <summary>A probe of a reader: its result agrees with its error, it takes memory only in proportion to the octets, what it read can be shown as text,
    /// and what is written of it reads back the same.</summary>
    public static Probe Of<T>(TryDecode<T> decode, Encode<T>? encode) => octets =>
    {
        if (!Read(octets, decode, out var message)) return;
        _ = message?.ToString();
        if (encode is not null) ReadsBack(message, decode, encode);
    };

    /// <summary>Throws when more memory was taken than octets account for.</summary>
    public static bool IsModest(long allocated, int octets) => allocated <= AllocatedAnyway + (AllocatedPerOctet * (long)octets);

    private static bool Read<T>(ReadOnlySpan<byte> octets, TryDecode<T> decode, out T message)
    {
        var before = GC.GetAllocatedBytesForCurrentThread();
        var read = decode(octets, out message, out var error);
        var allocated = GC.GetAllocatedBytesForCurrentThread() - before;
        if (read != (error == DecodeError.None)) throw new BrokenPromiseException($"the result is {read}, but the error is {error}");
        if (!IsModest(allocated, octets.Length)) IsModestAgain(octets, decode);
        return read;
    }

    /// <summary>The first reading may have filled tables that stay; only the second one counts.</summary>
    private static void IsModestAgain<T>(ReadOnlySpan<byte> octets, TryDecode<T> decode)
    {
        var before = GC.GetAllocatedBytesForCurrentThread();
        decode(octets, out _, out _);
        var allocated = GC.GetAllocatedBytesForCurrentThread() - before;
        if (!IsModest(allocated, octets.Length)) throw new BrokenPromiseException($"{octets.Length} octets made it allocate {allocated} bytes");
    }

    private static void ReadsBack<T>(T message, TryDecode<T> decode, Encode<T> encode)
    {
        var target = _written ??= new byte[1 << 16];
        var length = encode(message, target);
        if (length < 0) return;
        var written = target.AsSpan(0, length);
        if (!decode(written, out var again, out var error))
            throw new BrokenPromiseException($"what was read is written as {Convert.ToHexString(written)}, which does not read back: {error}");
        if (!Sameness.IsSame(message, again))
            throw new BrokenPromiseException($"what was read is written as {Convert.ToHexString(written)}, which reads back as something else");
    }
}
