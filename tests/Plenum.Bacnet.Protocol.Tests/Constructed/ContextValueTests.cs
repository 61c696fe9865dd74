using Plenum.Bacnet.Protocol.Constructed;
using Plenum.Bacnet.Protocol.Tags;
using Plenum.Bacnet.Protocol.Types;

namespace Plenum.Bacnet.Protocol.Tests.Constructed;

/// <summary>Primitives whose type follows from their context tag.</summary>
public sealed class ContextValueTests
{
    public static TheoryData<BacnetValue, string> Values => new()
    {
        { BacnetValue.Null, "28" },
        { BacnetValue.Boolean(true), "2901" },
        { BacnetValue.Unsigned(300), "2A012C" },
        { BacnetValue.Signed(-2), "29FE" },
        { BacnetValue.Real(1), "2C3F800000" },
        { BacnetValue.Double(1), "2D083FF0000000000000" },
        { BacnetValue.BitString(new(0b101, 3)), "2A05A0" },
        { BacnetValue.Enumerated(4), "2904" },
    };

    [Theory, MemberData(nameof(Values))]
    public void Each_kind_is_written_and_read_behind_its_tag(BacnetValue value, string hex)
    {
        Octets.AreEqual(hex, Octets.Written((ref TagWriter writer) => writer.WriteContext(value, context: 2)));

        TagReader reader = new(Octets.Of(hex));
        Assert.Equal(value, reader.ReadContext(value.Kind, context: 2));
        Assert.True(reader.Finish(out _));
    }

    [Fact]
    public void A_kind_that_no_production_has_there_is_a_mistake_of_the_caller()
    {
        Assert.Throws<ArgumentOutOfRangeException>(() =>
        {
            TagReader reader = new([0x2C, 0, 0, 0, 1]);
            reader.ReadContext(BacnetKind.ObjectId, context: 2);
        });
        Assert.Throws<ArgumentException>(() => Octets.Written((ref TagWriter writer) => writer.WriteContext(BacnetValue.CharacterString("x"), context: 2)));
    }

    [Theory]
    [InlineData("0901", DecodeError.None)]
    [InlineData("0E21010F", DecodeError.None)]
    [InlineData("2101", DecodeError.WrongTag)]
    public void A_value_with_a_tag_of_its_own_is_not_of_an_application_type(string hex, DecodeError expected)
    {
        TagReader reader = new(Octets.Of(hex));
        var value = reader.ReadTagged();

        Assert.Equal((expected == DecodeError.None, expected), (reader.Finish(out var error), error));
        Assert.Equal(expected == DecodeError.None, value.IsTagged());
    }
}
