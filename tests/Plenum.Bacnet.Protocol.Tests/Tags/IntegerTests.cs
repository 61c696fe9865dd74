using CsCheck;
using Plenum.Bacnet.Protocol.Tags;

namespace Plenum.Bacnet.Protocol.Tests.Tags;

/// <summary>Clauses 20.2.4, 20.2.5 and 20.2.11: whole numbers take as few octets as they can, and are read with leading octets too.</summary>
public sealed class IntegerTests
{
    [Theory]
    [InlineData(0ul, "21 00")]
    [InlineData(255ul, "21 FF")]
    [InlineData(256ul, "22 0100")]
    [InlineData(65535ul, "22 FFFF")]
    [InlineData(65536ul, "23 010000")]
    [InlineData(16777215ul, "23 FFFFFF")]
    [InlineData(16777216ul, "24 01000000")]
    [InlineData(4294967295ul, "24 FFFFFFFF")]
    [InlineData(4294967296ul, "25 05 0100000000")]
    [InlineData(0x00FFFFFFFFFFFFFFul, "25 07 FFFFFFFFFFFFFF")]
    [InlineData(ulong.MaxValue, "25 08 FFFFFFFFFFFFFFFF")]
    public void An_unsigned_number_is_written_and_read(ulong value, string hex)
    {
        Octets.AreEqual(hex, Octets.Written((ref writer) => writer.WriteUnsigned(value)));
        TagReader reader = new(Octets.Of(hex));
        Assert.Equal(value, reader.ReadUnsigned64());
        Assert.True(reader.Finish(out _));
    }

    [Theory]
    [InlineData(0L, "31 00")]
    [InlineData(-1L, "31 FF")]
    [InlineData(127L, "31 7F")]
    [InlineData(-128L, "31 80")]
    [InlineData(128L, "32 0080")]
    [InlineData(-129L, "32 FF7F")]
    [InlineData(32767L, "32 7FFF")]
    [InlineData(-32768L, "32 8000")]
    [InlineData(32768L, "33 008000")]
    [InlineData(-32769L, "33 FF7FFF")]
    [InlineData(8388607L, "33 7FFFFF")]
    [InlineData(-8388608L, "33 800000")]
    [InlineData(8388608L, "34 00800000")]
    [InlineData(-8388609L, "34 FF7FFFFF")]
    [InlineData(2147483647L, "34 7FFFFFFF")]
    [InlineData(-2147483648L, "34 80000000")]
    [InlineData(2147483648L, "35 05 0080000000")]
    [InlineData(-2147483649L, "35 05 FF7FFFFFFF")]
    [InlineData(long.MaxValue, "35 08 7FFFFFFFFFFFFFFF")]
    [InlineData(long.MinValue, "35 08 8000000000000000")]
    public void A_signed_number_is_written_and_read(long value, string hex)
    {
        Octets.AreEqual(hex, Octets.Written((ref writer) => writer.WriteSigned(value)));
        TagReader reader = new(Octets.Of(hex));
        Assert.Equal(value, reader.ReadSigned());
        Assert.True(reader.Finish(out _));
    }

    [Theory]
    [InlineData("32 0048", 72L)]
    [InlineData("32 FFB8", -72L)]
    [InlineData("34 FFFFFFB8", -72L)]
    [InlineData("35 08 FFFFFFFFFFFFFFB8", -72L)]
    public void A_signed_number_that_is_padded_reads_the_same(string hex, long value)
    {
        TagReader reader = new(Octets.Of(hex));
        Assert.Equal(value, reader.ReadSigned());
        Assert.True(reader.Finish(out _));
    }

    [Theory]
    [InlineData("22 0048")]
    [InlineData("24 00000048")]
    [InlineData("25 05 0000000048")]
    [InlineData("25 08 0000000000000048")]
    public void An_unsigned_number_that_is_padded_reads_the_same(string hex)
    {
        TagReader reader = new(Octets.Of(hex));
        Assert.Equal(72u, reader.ReadUnsigned());
        Assert.True(reader.Finish(out _));
    }

    [Fact]
    public void A_number_beyond_32_bits_is_out_of_range_where_32_are_allowed()
    {
        TagReader reader = new(Octets.Of("25 05 0100000000"));
        reader.ReadUnsigned();
        Assert.False(reader.Finish(out var error));
        Assert.Equal(DecodeError.OutOfRange, error);
    }

    [Theory]
    [InlineData(0u, "91 00")]
    [InlineData(256u, "92 0100")]
    [InlineData(4194303u, "93 3FFFFF")]
    [InlineData(4294967295u, "94 FFFFFFFF")]
    public void An_enumeration_is_written_and_read(uint value, string hex)
    {
        Octets.AreEqual(hex, Octets.Written((ref writer) => writer.WriteEnumerated(value)));
        TagReader reader = new(Octets.Of(hex));
        Assert.Equal(value, reader.ReadEnumerated());
        Assert.True(reader.Finish(out _));
    }

    [Fact]
    public void Every_signed_number_reads_back_in_the_fewest_octets() => Gen.Select(Gen.Long, Gen.Int[0, 63]).Sample((number, shift) =>
    {
        var value = number >> shift;
        var octets = Octets.Written((ref writer) => writer.WriteSigned(value));
        TagReader reader = new(octets);
        Assert.Equal(value, reader.ReadSigned());
        TagHeader.TryDecode(octets, out var header, out _);
        Assert.True(header.Length == 1 || value >> ((8 * ((int)header.Length - 1)) - 1) is not (0 or -1), $"{value} takes {header.Length} octets");
    });
}
