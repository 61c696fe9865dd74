using System.Numerics;
using System.Runtime.InteropServices;
using SharpFuzz.Common;

namespace Plenum.Fuzz.Engine;

/// <summary>Which branches an input took, as the instrumented code counts them, and which were ever taken before.</summary>
/// <remarks>Counts are put into eight classes, as AFL does: an input that goes through a loop five times instead of twice is news, six times instead of five is not.</remarks>
internal sealed unsafe class Coverage
{
    /// <summary>How many counters the instrumented code has.</summary>
    public const int Size = 1 << 16;

    private static readonly byte[] Classes = [.. Enumerable.Range(0, 256).Select(Class)];

    private readonly byte* _counters = (byte*)NativeMemory.AllocZeroed(Size);
    private readonly byte[] _seen = new byte[Size];

    /// <summary>Attaches the counters. Before any instrumented code runs: it would write to nowhere.</summary>
    public Coverage() => Trace.SharedMem = _counters;

    /// <summary>How many branches have ever been taken.</summary>
    public int Branches { get; private set; }

    /// <summary>Begins an input.</summary>
    public void Begin()
    {
        Counters.Clear();
        Trace.PrevLocation = 0;
    }

    /// <summary>Forgets what was ever taken.</summary>
    public void Forget()
    {
        Array.Clear(_seen);
        Branches = 0;
    }

    /// <summary>Adds what the last input took; true when any of it is new.</summary>
    /// <param name="counts">Whether how often a branch was taken makes a difference, too.</param>
    public bool Learn(bool counts = true)
    {
        var isNew = false;
        var words = MemoryMarshal.Cast<byte, Vector<byte>>(Counters);
        for (var word = 0; word < words.Length; word++)
            if (words[word] != Vector<byte>.Zero && LearnFrom(word * Vector<byte>.Count, counts)) isNew = true;
        return isNew;
    }

    /// <summary>A number for the set of branches that the last input took, however often.</summary>
    public int Signature()
    {
        HashCode hash = default;
        for (var i = 0; i < Size; i++)
            if (_counters[i] != 0) hash.Add(i);
        return hash.ToHashCode();
    }

    private Span<byte> Counters => new(_counters, Size);

    private bool LearnFrom(int start, bool counts)
    {
        var isNew = false;
        for (var i = start; i < start + Vector<byte>.Count; i++)
        {
            var taken = counts ? Classes[_counters[i]] : (byte)(_counters[i] == 0 ? 0 : 0xFF);
            if ((taken & ~_seen[i]) == 0) continue;
            if (_seen[i] == 0) Branches++;
            _seen[i] |= taken;
            isNew = true;
        }
        return isNew;
    }

    private static byte Class(int count) => count switch
    {
        0 => 0,
        1 => 1,
        2 => 2,
        3 => 4,
        < 8 => 8,
        < 16 => 16,
        < 32 => 32,
        < 128 => 64,
        _ => 128,
    };
}
