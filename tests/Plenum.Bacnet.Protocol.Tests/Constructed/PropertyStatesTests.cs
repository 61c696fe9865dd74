using Plenum.Bacnet.Protocol.Constructed;
using Plenum.Bacnet.Protocol.Tags;
using Plenum.Bacnet.Protocol.Types;

namespace Plenum.Bacnet.Protocol.Tests.Constructed;

/// <summary>BACnetPropertyStates: an open choice.</summary>
public sealed class PropertyStatesTests
{
    [Theory]
    [InlineData("09 01", 0, "true")]
    [InlineData("19 01", 1, "active")]
    [InlineData("89 03", 8, "high-limit")]
    [InlineData("99 00", 9, "operational")]
    [InlineData("B9 2A", 11, "42")]
    [InlineData("D9 02", 13, "alarm")]
    [InlineData("F9 29 FE", 41, "-2")]
    [InlineData("F9 2B 02", 43, "expired")]
    [InlineData("FA 3F 0100", 63, "256")]
    [InlineData("8A 0100", 8, "256")]
    public void A_state_is_shown_by_its_name_where_it_has_one(string hex, byte choice, string text)
    {
        Assert.True(Judge.TryRead<PropertyStates>(Octets.Of(hex), out var states, out var error), error.ToString());
        Assert.Equal((choice, text), (states.Choice, states.ToString()));
        Octets.AreEqual(hex, Octets.Written(states.Write));
    }

    [Theory]
    [Trait("Rule", "BTL 8.19")]
    [InlineData("F9 40 07", 64, "[64]07")]
    [InlineData("FE 64 21 07 FF 64", 100, "[100]{7}")]
    [InlineData("F9 23 01", 35, "[35]01")]
    public void A_choice_that_the_standard_does_not_know_is_kept(string hex, byte choice, string text)
    {
        Assert.True(Judge.TryRead<PropertyStates>(Octets.Of(hex), out var states, out _));
        Assert.Equal((choice, text), (states.Choice, states.ToString()));
        Octets.AreEqual(hex, Octets.Written(states.Write));
    }

    [Theory]
    [InlineData("91 01", DecodeError.WrongTag)]
    [InlineData("", DecodeError.Truncated)]
    [InlineData("89", DecodeError.Truncated)]
    [InlineData("8D 06 010203040506", DecodeError.WrongLength)]
    public void Anything_else_is_refused(string hex, DecodeError expected) => Judge.Refuses<PropertyStates>(hex, expected);

    [Fact]
    public void Every_choice_of_an_enumeration_names_its_numbers()
    {
        byte[] enumerations = [.. Enumerable.Range(1, 60).Select(choice => (byte)choice).Except<byte>([11, 26, 29, 35, 41])];

        Assert.All(enumerations, choice => Assert.NotNull(PropertyStateNames.Of(choice, 0)));
        Assert.All<byte>([0, 11, 26, 29, 35, 41, 61, 63, 64], choice => Assert.Null(PropertyStateNames.Of(choice, 0)));
    }

    [Fact]
    public void Every_state_reads_back() => Judge.Holds(AnyConstructed.States);
}
