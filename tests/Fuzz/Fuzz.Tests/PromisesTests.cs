using Plenum.Bacnet.Protocol.Tags;
using Plenum.Fuzz.Engine;
using Plenum.Fuzz.Targets;

namespace Plenum.Fuzz.Tests;

/// <summary>Each promise, broken on purpose.</summary>
public sealed class PromisesTests
{
    [Fact]
    public void A_result_that_its_error_denies_breaks_a_promise() => Breaks("the result is True, but the error is Truncated",
        Promises.Of((ReadOnlySpan<byte> _, out int message, out DecodeError error) => { (message, error) = (0, DecodeError.Truncated); return true; }, null));

    [Fact]
    public void A_refusal_without_a_reason_breaks_a_promise() => Breaks("the result is False, but the error is None",
        Promises.Of((ReadOnlySpan<byte> _, out int message, out DecodeError error) => { (message, error) = (0, DecodeError.None); return false; }, null));

    [Fact]
    public void What_reads_back_as_something_else_breaks_a_promise() => Breaks("which reads back as something else",
        Promises.Of<byte>(First, (message, target) => { target[0] = (byte)(message + 1); return 1; }));

    [Fact]
    public void What_does_not_read_back_breaks_a_promise() => Breaks("which does not read back: Truncated", Promises.Of<byte>(First, (_, _) => 0));

    [Fact]
    public void What_cannot_be_shown_as_text_breaks_a_promise() => Breaks("it threw System.FormatException", Promises.Of<Untold>(Reads, null));

    [Fact]
    public void What_reads_back_the_same_breaks_none() =>
        Assert.Null(Trial.Of(new("target", Promises.Of<byte>(First, (message, target) => { target[0] = message; return 1; })), [7]));

    [Theory]
    [InlineData(8192, 0, true)]
    [InlineData(8193, 0, false)]
    [InlineData(8192 + 2560, 10, true)]
    [InlineData(8193 + 2560, 10, false)]
    public void Memory_is_taken_in_proportion_to_the_octets(long allocated, int octets, bool expected) =>
        Assert.Equal(expected, Promises.IsModest(allocated, octets));

    [Fact]
    public void Lists_are_the_same_when_their_elements_are()
    {
        Assert.True(Sameness.IsSame(new Message(1, [[1, 2], [3]]), new Message(1, [[1, 2], [3]])));
        Assert.False(Sameness.IsSame(new Message(1, [[1, 2], [3]]), new Message(1, [[1, 2], [4]])));
        Assert.False(Sameness.IsSame(new Message(1, [[1, 2], [3]]), new Message(1, [[1, 2]])));
        Assert.False(Sameness.IsSame(new Message(1, []), new Message(2, [])));
        Assert.True(Sameness.IsSame(new ReadOnlyMemory<byte>([1, 2]), new ReadOnlyMemory<byte>([0, 1, 2], 1, 2)));
        Assert.False(Sameness.IsSame(new ReadOnlyMemory<byte>([1, 2]), new ReadOnlyMemory<byte>([1, 3])));
    }

    private sealed record Message(int Number, IReadOnlyList<byte[]> Parts);

    private sealed class Untold
    {
        public override string ToString() => throw new FormatException("no text");
    }

    private static bool First(ReadOnlySpan<byte> octets, out byte message, out DecodeError error)
    {
        error = octets.IsEmpty ? DecodeError.Truncated : DecodeError.None;
        message = octets.IsEmpty ? (byte)0 : octets[0];
        return !octets.IsEmpty;
    }

    private static bool Reads(ReadOnlySpan<byte> octets, out Untold message, out DecodeError error)
    {
        (message, error) = (new(), DecodeError.None);
        return true;
    }

    private static void Breaks(string expected, Probe probe) =>
        Assert.Contains(expected, Trial.Of(new("target", probe), [7])?.Reason, StringComparison.Ordinal);
}
