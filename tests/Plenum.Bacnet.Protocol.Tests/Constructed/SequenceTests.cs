using Plenum.Bacnet.Protocol.Constructed;

namespace Plenum.Bacnet.Protocol.Tests.Constructed;

/// <summary>A SEQUENCE OF, which is a value as its elements are.</summary>
public sealed class SequenceTests
{
    [Fact]
    public void Sequences_of_equal_elements_are_equal_and_hash_equally()
    {
        Sequence<int> one = [1, 2, 3], same = [1, 2, 3];

        Assert.True(one == same && one.Equals((object)same));
        Assert.False(one != same);
        Assert.Equal(one.GetHashCode(), same.GetHashCode());
    }

    [Theory]
    [InlineData(new[] { 1, 2 })]
    [InlineData(new[] { 1, 2, 4 })]
    [InlineData(new[] { 3, 2, 1 })]
    [InlineData(new int[0])]
    public void Sequences_of_other_elements_or_in_another_order_differ(int[] elements)
    {
        Sequence<int> one = [1, 2, 3];
        var other = Sequence.Create<int>(elements);

        Assert.True(one != other && !one.Equals((object)other) && !one.Equals(elements));
        Assert.NotEqual(one.GetHashCode(), other.GetHashCode());
    }

    [Fact]
    public void The_default_is_the_empty_one()
    {
        Sequence<int> none = default;

        Assert.Equal(none, []);
        Assert.Equal((0, ""), (none.Count, none.ToString()));
        Assert.Empty(none);
        Assert.Throws<ArgumentOutOfRangeException>(() => none[0]);
    }

    [Fact]
    public void Its_elements_are_copies_and_shown_in_their_order()
    {
        int[] source = [7, 8];
        var sequence = Sequence.Create<int>(source);
        source[0] = 9;

        Assert.Equal((7, 8, 2, "7, 8"), (sequence[0], sequence[1], sequence.Count, sequence.ToString()));
        Assert.Equal([7, 8], sequence.AsSpan());
        Assert.Equal([7, 8], System.Linq.Enumerable.ToArray(sequence));
        Assert.Equal([7, 8], ((System.Collections.IEnumerable)sequence).Cast<int>());
    }
}
