using CsCheck;
using Plenum.Bacnet.Protocol.Types;

namespace Plenum.Bacnet.Protocol.Tests.Types;

public sealed class ObjectIdTests
{
    [Fact]
    public void Type_and_instance_are_packed_as_on_the_wire()
    {
        ObjectId id = new(ObjectType.BinaryInput, 15);

        Assert.Equal(0x00C0000Fu, id.Packed);
        Assert.Equal((ObjectType.BinaryInput, 15u), (id.Type, id.Instance));
    }

    [Fact]
    public void The_device_that_may_be_any_has_all_instance_bits_set() => Assert.Equal(0x023FFFFFu, ObjectId.AnyDevice.Packed);

    [Theory]
    [InlineData("analogInput:1", ObjectType.AnalogInput, 1u)]
    [InlineData("analog-input,1", ObjectType.AnalogInput, 1u)]
    [InlineData("ANALOG_INPUT : 1", ObjectType.AnalogInput, 1u)]
    [InlineData("0:1", ObjectType.AnalogInput, 1u)]
    [InlineData("300:4194303", (ObjectType)300, 4194303u)]
    [InlineData("device:4194303", ObjectType.Device, ObjectId.AnyInstance)]
    public void An_identifier_reads_from(string text, ObjectType type, uint instance) =>
        Assert.Equal(new ObjectId(type, instance), ObjectId.Parse(text));

    [Theory]
    [InlineData("")]
    [InlineData(":")]
    [InlineData("analogInput")]
    [InlineData("analogInput:")]
    [InlineData(":1")]
    [InlineData("analogInput:-1")]
    [InlineData("analogInput:1.0")]
    [InlineData("analogInput:1:2")]
    [InlineData("analogInput:4194304")]
    [InlineData("1024:0")]
    [InlineData("65536:0")]
    [InlineData("analogueInput:1")]
    public void No_identifier_reads_from(string text)
    {
        Assert.False(ObjectId.TryParse(text, out var id));
        Assert.Equal(default, id);
        Assert.Contains($"\"{text}\" is not an object identifier", Assert.Throws<FormatException>(() => ObjectId.Parse(text)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Every_identifier_reads_back_from_its_text() =>
        Gen.UInt.Sample(packed => ObjectId.Parse(new ObjectId(packed).ToString()).Packed == packed);

    [Fact]
    public void A_type_or_instance_beyond_its_bits_is_refused()
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => new ObjectId((ObjectType)1024, 0));
        Assert.Throws<ArgumentOutOfRangeException>(() => new ObjectId(ObjectType.Device, ObjectId.AnyInstance + 1));
    }

    [Fact]
    public void Identifiers_sort_by_type_and_then_by_instance()
    {
        ObjectId first = new(ObjectType.AnalogInput, 4000000), second = new(ObjectType.AnalogOutput, 1), third = new(ObjectType.AnalogOutput, 2);

        Assert.Equal([first, second, third], new[] { third, first, second }.Order());
        Assert.True(first < second && second <= third && third > second && third >= first);
    }
}
