using CsCheck;
using Plenum.Bacnet.Protocol.Constructed;
using Plenum.Bacnet.Protocol.Tags;

namespace Plenum.Bacnet.Protocol.Tests.Constructed;

/// <summary>What every constructed type is held to.</summary>
internal static class Judge
{
    private const int Room = 200_000;

    /// <summary>Whatever it holds is written and read back the same, and has a text; whatever is read of its beginning is written as that beginning; a wrong bit is read or refused.</summary>
    public static void Holds<T>(Gen<T> any, int runs = 100) where T : IConstructed<T>, IEquatable<T> => any.Sample(value =>
    {
        var octets = Octets.Written(value.Write, Room);
        Assert.True(TryRead<T>(octets, out var read, out var error), $"{error}: {Convert.ToHexString(octets)}");
        Assert.Equal(value, read);
        Assert.NotNull(value.ToString());
        for (var length = 0; length < octets.Length; length += 1 + (octets.Length / 200))
            if (TryRead<T>(octets.AsSpan(..length), out var beginning, out _)) Octets.AreEqual(Convert.ToHexString(octets.AsSpan(..length)), Octets.Written(beginning.Write, Room));
        for (var bit = 0; bit < octets.Length * 8; bit += 1 + (octets.Length / 25))
            ReadsOrRefusesWithout(octets, bit);

        static void ReadsOrRefusesWithout(byte[] octets, int bit)
        {
            octets[bit / 8] ^= (byte)(1 << (bit % 8));
            if (TryRead<T>(octets, out var other, out _)) Assert.NotNull(other.ToString());
            octets[bit / 8] ^= (byte)(1 << (bit % 8));
        }
    }, iter: Effort.Runs(runs));

    /// <summary>Octets as the standard or a device writes them are the value, and the value is written as them.</summary>
    public static void BothWays<T>(string hex, T value, string text) where T : IConstructed<T>
    {
        Octets.AreEqual(hex, Octets.Written(value.Write));
        Assert.True(TryRead<T>(Octets.Of(hex), out var read, out var error), error.ToString());
        Assert.Equal(value, read);
        Assert.Equal(text, read.ToString());
    }

    /// <summary>Octets are refused, and why.</summary>
    public static void Refuses<T>(string hex, DecodeError expected) where T : IConstructed<T>
    {
        Assert.False(TryRead<T>(Octets.Of(hex), out _, out var error));
        Assert.Equal(expected, error);
    }

    /// <summary>Reads one value, which must be all there is.</summary>
    public static bool TryRead<T>(ReadOnlySpan<byte> octets, out T value, out DecodeError error) where T : IConstructed<T>
    {
        TagReader reader = new(octets);
        value = T.Read(ref reader);
        return reader.Finish(out error);
    }
}
