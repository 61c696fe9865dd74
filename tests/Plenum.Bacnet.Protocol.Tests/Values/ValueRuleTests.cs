using Plenum.Bacnet.Protocol.Services;
using Plenum.Bacnet.Protocol.Tags;
using Plenum.Bacnet.Protocol.Tests.Services;
using Plenum.Bacnet.Protocol.Types;

namespace Plenum.Bacnet.Protocol.Tests.Values;

/// <summary>What devices of other makers send and a client has to understand.</summary>
public sealed class ValueRuleTests
{
    private static readonly PropertyReference List = new(new(ObjectType.Device, 1), PropertyId.ObjectList);

    [Theory]
    [Trait("Rule", "BTL 9.4")]
    [InlineData(255u, "0C 02000001 19 4C 29 FF")]
    [InlineData(256u, "0C 02000001 19 4C 2A 0100")]
    [InlineData(65535u, "0C 02000001 19 4C 2A FFFF")]
    [InlineData(4194303u, "0C 02000001 19 4C 2B 3FFFFF")]
    public void An_array_index_may_be_larger_than_an_octet(uint index, string hex)
    {
        ReadPropertyRequest request = new(List with { ArrayIndex = index });
        Wire.BothWays(hex, request, request.Encode, ReadPropertyRequest.TryDecode);
    }

    [Theory]
    [Trait("Rule", "BTL 8.15")]
    [InlineData("24 80000000", "2147483648")]
    [InlineData("24 FFFFFFFF", "4294967295")]
    [InlineData("25 08 FFFFFFFFFFFFFFFF", "18446744073709551615")]
    [InlineData("34 80000000", "-2147483648")]
    [InlineData("35 08 8000000000000000", "-9223372036854775808")]
    public void Whole_numbers_of_32_and_64_bits_keep_every_digit(string hex, string text) => IsReadAndWrittenBack(hex, text);

    [Theory]
    [Trait("Rule", "BTL 8.16")]
    [InlineData("92 0100", "256")]
    [InlineData("92 FFFF", "65535")]
    [InlineData("94 FFFFFFFF", "4294967295")]
    public void An_enumeration_may_be_larger_than_an_octet(string hex, string text) => IsReadAndWrittenBack(hex, text);

    [Fact]
    [Trait("Rule", "BTL 8.16")]
    public void An_error_of_a_vendors_own_class_and_code_keeps_both_and_none_is_cut_off()
    {
        BacnetError error = new((ErrorClass)65535, (ErrorCode)256);

        Wire.BothWays("92 FFFF 92 0100", error, (ref writer) => ErrorReply.Encode(ref writer, error), ErrorReply.TryDecode);
        Wire.Fails<BacnetError>("93 010002 91 09", DecodeError.OutOfRange, ErrorReply.TryDecode);
        Wire.Fails<BacnetError>("91 02 93 010009", DecodeError.OutOfRange, ErrorReply.TryDecode);
    }

    [Fact]
    [Trait("Rule", "BTL 8.19")]
    public void An_object_and_a_property_of_a_vendors_own_are_read_with_their_value()
    {
        ReadPropertyAck ack = new(new(new((ObjectType)1023, 4194302), (PropertyId)4194303), BacnetValue.Constructed(0, [BacnetValue.ContextPrimitive(200, [1, 2])]));

        Wire.BothWays("0C FFFFFFFE 1B 3FFFFF 3E 0E FA C8 0102 0F 3F", ack, ack.Encode, ReadPropertyAck.TryDecode);
        Assert.Equal("1023:4194302 4194303", ack.Target.ToString());
    }

    [Theory]
    [Trait("Rule", "BTL 8.22")]
    [InlineData("44 7FC00000", "NaN")]
    [InlineData("44 FFC00001", "NaN")]
    [InlineData("44 7F800000", "Infinity")]
    [InlineData("44 FF800000", "-Infinity")]
    [InlineData("55 08 7FF8000000000000", "NaN")]
    [InlineData("55 08 7FF0000000000000", "Infinity")]
    [InlineData("55 08 FFF0000000000000", "-Infinity")]
    public void What_is_no_number_or_has_no_end_is_a_value(string hex, string text) => IsReadAndWrittenBack(hex, text);

    [Theory]
    [Trait("Rule", "BTL 8.27")]
    [InlineData("32 FFFF", -1L)]
    [InlineData("34 00000005", 5L)]
    [InlineData("34 FFFFFF80", -128L)]
    public void A_whole_number_may_be_longer_than_it_needs_to_be(string hex, long value)
    {
        TagReader reader = new(Octets.Of(hex));

        Assert.Equal(BacnetValue.Signed(value), reader.ReadValue());
        Assert.True(reader.Finish(out _));
    }

    [Theory]
    [Trait("Rule", "BTL 16.1")]
    [InlineData("F9 0F 07", "[15]07")]
    [InlineData("F9 FE 07", "[254]07")]
    [InlineData("FE 0F 21 07 FF 0F", "[15]{7}")]
    [InlineData("FE FE FE 10 FF 10 FF FE", "[254]{[16]{}}")]
    public void A_context_tag_may_be_15_or_more(string hex, string text) => IsReadAndWrittenBack(hex, text);

    private static void IsReadAndWrittenBack(string hex, string text)
    {
        TagReader reader = new(Octets.Of(hex));
        var value = reader.ReadValue();

        Assert.True(reader.Finish(out var error), error.ToString());
        Assert.Equal(text, value.ToString());
        Octets.AreEqual(hex, Octets.Written((ref writer) => writer.WriteValue(value)));
    }
}
