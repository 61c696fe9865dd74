using Plenum.Bacnet.Protocol.Tags;

namespace Plenum.Bacnet.Protocol.Tests;

/// <summary>Octets as the standard prints them: hexadecimal, with blanks where they help.</summary>
internal static class Octets
{
    /// <summary>Anything that is written into a writer, such as a service's <c>Encode</c>.</summary>
    public delegate void Write(ref TagWriter writer);

    public static byte[] Of(string hex) => Convert.FromHexString(hex.Replace(" ", "", StringComparison.Ordinal));

    /// <summary>What is written, which must fit a datagram of the largest size.</summary>
    public static byte[] Written(Write write) => Written(write, 2048);

    /// <summary>What is written into so many octets of room.</summary>
    public static byte[] Written(Write write, int room)
    {
        var target = new byte[room];
        TagWriter writer = new(target);
        write(ref writer);
        Assert.False(writer.Overflowed, $"does not fit {room} octets");
        return writer.Written.ToArray();
    }

    /// <summary>Asserts octet for octet; a difference shows in hexadecimal.</summary>
    public static void AreEqual(string expected, ReadOnlySpan<byte> actual) =>
        Assert.Equal(Convert.ToHexString(Of(expected)), Convert.ToHexString(actual));
}
