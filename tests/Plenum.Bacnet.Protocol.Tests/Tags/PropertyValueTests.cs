using CsCheck;
using Plenum.Bacnet.Protocol.Tags;
using Plenum.Bacnet.Protocol.Types;

namespace Plenum.Bacnet.Protocol.Tests.Tags;

/// <summary>ABSTRACT-SYNTAX.&amp;Type between an opening and a closing tag: one value, none, several, or constructed data.</summary>
public sealed class PropertyValueTests
{
    [Fact]
    public void One_value_is_itself() => BothWays("3E 44 42900000 3F", BacnetValue.Real(72));

    [Fact]
    public void None_is_an_empty_list() => BothWays("3E 3F", BacnetValue.List([]));

    [Fact]
    public void Several_are_a_list() =>
        BothWays("3E 2104 00 2103 3F", BacnetValue.List([BacnetValue.Unsigned(4), BacnetValue.Null, BacnetValue.Unsigned(3)]));

    [Fact]
    public void Constructed_data_is_a_tree_even_when_a_number_is_used_again_inside() => BothWays(
        "3E 3E 39 05 0E A4 7E0901FF B4 0C000000 0F 3F 3F",
        BacnetValue.Constructed(3, [BacnetValue.ContextPrimitive(3, [5]), BacnetValue.Constructed(0, [BacnetValue.Date(new BacnetDate(0x7E0901FF)), BacnetValue.Time(new BacnetTime(0x0C000000))])]));

    [Fact]
    public void Constructed_data_may_be_empty_and_carry_any_number() =>
        BothWays("3E FEFE FFFE 3F", BacnetValue.Constructed(254, []));

    [Fact] // a BACnetDailySchedule: [0] SEQUENCE OF BACnetTimeValue
    public void Days_of_a_weekly_schedule_are_a_list_of_trees()
    {
        TagReader reader = new(Octets.Of("3E 0E B4 08000000 44 41A80000 B4 11000000 00 0F 0E 0F 3F"));

        var days = reader.ReadPropertyValue(3).Elements;

        Assert.True(reader.Finish(out _));
        Assert.Equal([4, 0], days.Select(day => day.Elements.Count));
        Assert.Equal("[0]{08:00:00.00, 21, 17:00:00.00, null}", days[0].ToString());
    }

    [Theory]
    [InlineData("3E 44 42900000", DecodeError.Truncated)]
    [InlineData("3E 44 42900000 4F", DecodeError.WrongTag)]
    [InlineData("3E 1E 44 42900000 3F", DecodeError.WrongTag)]
    [InlineData("3E 1E 44 42900000 1F", DecodeError.Truncated)]
    [InlineData("2E 44 42900000 2F", DecodeError.WrongTag)]
    [InlineData("3F", DecodeError.WrongTag)]
    [InlineData("", DecodeError.Truncated)]
    public void Brackets_that_do_not_match_are_an_error(string hex, DecodeError expected)
    {
        TagReader reader = new(Octets.Of(hex));

        Assert.Equal(default, reader.ReadPropertyValue(3));
        Assert.Equal(expected, reader.Error);
    }

    [Theory]
    [InlineData(TagReader.MaxDepth, DecodeError.None)]
    [InlineData(TagReader.MaxDepth + 1, DecodeError.NestedTooDeep)]
    [InlineData(1_000_000, DecodeError.NestedTooDeep)]
    public void Nesting_has_a_depth_that_ends_it(int depth, DecodeError expected)
    {
        TagReader reader = new([0x3E, .. Enumerable.Repeat((byte)0x0E, depth), .. Enumerable.Repeat((byte)0x0F, depth), 0x3F]);

        reader.ReadPropertyValue(3);
        reader.Finish(out var error);
        Assert.Equal(expected, error);
    }

    [Theory]
    [InlineData(TagReader.MaxElements, DecodeError.None)]
    [InlineData(TagReader.MaxElements + 1, DecodeError.TooManyElements)]
    public void A_list_has_a_length_that_ends_it(int count, DecodeError expected)
    {
        var elements = new byte[count];
        TagReader list = new([0x3E, .. elements, 0x3F]), tree = new([0x3E, 0x0E, .. elements, 0x0F, 0x3F]);

        list.ReadPropertyValue(3);
        tree.ReadPropertyValue(3);
        list.Finish(out var listError);
        tree.Finish(out var treeError);
        Assert.Equal((expected, expected), (listError, treeError));
    }

    [Fact]
    public void Every_value_reads_back() => Any.PropertyValue.Sample(value =>
    {
        TagReader reader = new(Octets.Written((ref writer) => writer.WritePropertyValue(value, 3), room: 100_000));
        var read = reader.ReadPropertyValue(3);
        return reader.Finish(out _) && read == value;
    }, iter: Effort.Runs(2000));

    private static void BothWays(string hex, BacnetValue value)
    {
        Octets.AreEqual(hex, Octets.Written((ref writer) => writer.WritePropertyValue(value, 3)));

        TagReader reader = new(Octets.Of(hex));
        var read = reader.ReadPropertyValue(3);
        Assert.True(reader.Finish(out var error), error.ToString());
        Assert.Equal(value, read);
    }
}
