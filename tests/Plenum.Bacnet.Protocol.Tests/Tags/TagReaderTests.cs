using Plenum.Bacnet.Protocol.Tags;

namespace Plenum.Bacnet.Protocol.Tests.Tags;

public sealed class TagReaderTests
{
    private delegate void Read(ref TagReader reader);

    [Fact]
    public void The_first_error_sticks_and_every_later_read_is_a_default()
    {
        TagReader reader = new(Octets.Of("21 48 44 42900000 22 0102"));

        Assert.Equal(72u, reader.ReadUnsigned());
        Assert.Equal(0ul, reader.ReadUnsigned64());   // a REAL stands there
        Assert.Equal(0, reader.ReadReal());
        Assert.Equal("", reader.ReadCharacterString());
        Assert.Equal(default, reader.ReadValue());
        Assert.Equal(default, reader.ReadPropertyValue(3));
        Assert.True(reader.IsAtEnd && reader.Rest.IsEmpty);
        Assert.False(reader.Finish(out var error));
        Assert.Equal(DecodeError.WrongTag, error);
    }

    [Fact]
    public void An_error_of_the_caller_sticks_but_does_not_hide_an_earlier_one()
    {
        TagReader reader = new(Octets.Of("21"));

        reader.ReadUnsigned();
        reader.Fail(DecodeError.OutOfRange);
        Assert.Equal(DecodeError.Truncated, reader.Error);
    }

    [Fact]
    public void Octets_that_are_left_over_are_an_error()
    {
        TagReader reader = new(Octets.Of("21 48 00"));

        reader.ReadUnsigned();
        Octets.AreEqual("00", reader.Rest);
        Assert.False(reader.IsAtEnd);
        Assert.False(reader.Finish(out var error));
        Assert.Equal(DecodeError.TrailingBytes, error);
    }

    [Fact]
    public void Nothing_to_read_is_no_error()
    {
        TagReader reader = new([]);

        Assert.True(reader.Finish(out var error));
        Assert.Equal(DecodeError.None, error);
    }

    [Fact] // clauses 20.2.2 to 20.2.14: what each type's length may be
    public void A_length_that_a_type_cannot_have_is_an_error()
    {
        IsWrongLength("01 00", (ref reader) => reader.ReadNull());
        IsWrongLength("28", (ref reader) => reader.ReadBoolean(2));
        IsWrongLength("2A 0001", (ref reader) => reader.ReadBoolean(2));
        IsWrongLength("20", (ref reader) => reader.ReadUnsigned());
        IsWrongLength("25 09 000000000000000001", (ref reader) => reader.ReadUnsigned64());
        IsWrongLength("30", (ref reader) => reader.ReadSigned());
        IsWrongLength("35 09 000000000000000001", (ref reader) => reader.ReadSigned());
        IsWrongLength("43 429000", (ref reader) => reader.ReadReal());
        IsWrongLength("45 08 4052000000000000", (ref reader) => reader.ReadReal());
        IsWrongLength("54 42900000", (ref reader) => reader.ReadDouble());
        IsWrongLength("70", (ref reader) => reader.ReadCharacterString());
        IsWrongLength("80", (ref reader) => reader.ReadBitString());
        IsWrongLength("90", (ref reader) => reader.ReadEnumerated());
        IsWrongLength("95 05 0000000001", (ref reader) => reader.ReadEnumerated());
        IsWrongLength("A3 5B0118", (ref reader) => reader.ReadDate());
        IsWrongLength("B5 05 11232D1100", (ref reader) => reader.ReadTime());
        IsWrongLength("C3 00C000", (ref reader) => reader.ReadObjectId());
    }

    [Theory] // clause 20.2.3: an application-tagged BOOLEAN is one octet, 0 or 1
    [InlineData("12", DecodeError.OutOfRange)]
    [InlineData("14", DecodeError.OutOfRange)]
    [InlineData("15 01", DecodeError.OutOfRange)]
    [InlineData("15 00", DecodeError.OutOfRange)]
    public void A_truth_is_nothing_but_0_or_1(string hex, DecodeError expected)
    {
        TagReader reader = new(Octets.Of(hex));

        Assert.False(reader.ReadBoolean());
        Assert.Equal(expected, reader.Error);
    }

    [Theory]
    [InlineData("64 010203")]
    [InlineData("65 FE FFFF 00")]
    [InlineData("65 FF 7FFFFFFF 00")]
    [InlineData("65 05 01020304")]
    public void A_length_beyond_the_end_is_truncated(string hex)
    {
        TagReader reader = new(Octets.Of(hex));

        Assert.True(reader.ReadOctetString().IsEmpty);
        Assert.Equal(DecodeError.Truncated, reader.Error);
    }

    [Fact]
    public void A_length_beyond_any_array_is_refused_without_an_overflow()
    {
        TagReader reader = new(Octets.Of("65 FF FFFFFFFF 00"));

        Assert.True(reader.ReadOctetString().IsEmpty);
        Assert.Equal(DecodeError.WrongLength, reader.Error);
    }

    [Theory] // clause 20.2.1.4: 13, 14 and 15 upward are reserved
    [InlineData("D1 00")]
    [InlineData("E1 00")]
    [InlineData("F1 0F 00")]
    [InlineData("F1 10 00")]
    [InlineData("F1 11 00")]
    [InlineData("F1 12 00")]
    [InlineData("3F")]
    public void A_reserved_tag_or_a_stray_closing_tag_is_no_value(string hex)
    {
        TagReader reader = new(Octets.Of(hex));

        reader.ReadValue();
        Assert.Equal(DecodeError.WrongTag, reader.Error);
    }

    private static void IsWrongLength(string hex, Read read)
    {
        TagReader reader = new(Octets.Of(hex));
        read(ref reader);
        Assert.Equal(DecodeError.WrongLength, reader.Error);
    }
}
