using CsCheck;
using Plenum.Bacnet.Protocol.Tags;
using Plenum.Bacnet.Protocol.Types;

namespace Plenum.Bacnet.Protocol.Tests.Values;

/// <summary>Clause 20.2.10: the first octet counts the unused bits, the first bit is the most significant.</summary>
public sealed class BitStringTests
{
    [Theory]
    [InlineData("", "81 00")]
    [InlineData("1", "82 07 80")]
    [InlineData("10101", "82 03 A8")]
    [InlineData("00000001", "82 00 01")]
    [InlineData("000000001", "83 07 0080")]
    [InlineData("1111111111111111", "83 00 FFFF")]
    public void Bits_are_written_and_read(string bits, string hex)
    {
        var value = Of(bits);

        Assert.Equal(bits, value.ToString());
        Octets.AreEqual(hex, Octets.Written((ref writer) => writer.WriteBitString(value)));
        TagReader reader = new(Octets.Of(hex));
        Assert.Equal(value, reader.ReadBitString());
        Assert.True(reader.Finish(out _));
    }

    [Fact]
    public void Every_length_from_0_to_200_reads_back_bit_for_bit()
    {
        for (var length = 0; length <= 200; length++)
        {
            var bits = string.Concat(Enumerable.Range(0, length).Select(bit => bit * bit % 7 < 3 ? '1' : '0'));
            var value = Of(bits);
            TagReader reader = new(Octets.Written((ref writer) => writer.WriteBitString(value)));
            var read = reader.ReadBitString();

            Assert.True(reader.Finish(out _));
            Assert.Equal((length, bits, value), (read.Length, read.ToString(), read));
            Assert.Equal(value, BacnetValue.BitString(value).AsBitString);
        }
    }

    [Theory]
    [InlineData("82 08 A8")]   // eight unused bits would be an octet
    [InlineData("82 FF A8")]
    [InlineData("81 01")]      // unused bits of nothing
    [InlineData("81 07")]
    public void Unused_bits_that_cannot_be_are_out_of_range(string hex)
    {
        TagReader reader = new(Octets.Of(hex));

        Assert.Equal(default, reader.ReadBitString());
        Assert.Equal(DecodeError.OutOfRange, reader.Error);
    }

    [Fact]
    public void What_stands_in_unused_bits_does_not_count()
    {
        TagReader clean = new(Octets.Of("82 03 A8")), dirty = new(Octets.Of("82 03 AF"));

        Assert.Equal(clean.ReadBitString(), dirty.ReadBitString());
    }

    [Fact]
    public void A_number_and_octets_give_the_same_string() => Gen.Select(Gen.ULong, Gen.Int[0, 64]).Sample((number, length) =>
    {
        BitString fromNumber = new(number, length), fromText = Of(fromNumber.ToString());
        return fromNumber == fromText && fromNumber.GetHashCode() == fromText.GetHashCode()
            && fromText.First64 == (length == 64 ? number : number & ((1UL << length) - 1));
    });

    [Fact]
    public void A_bit_beyond_the_end_is_not_set()
    {
        BitString few = new(ulong.MaxValue, 4), many = new(Enumerable.Repeat((byte)0xFF, 10).ToArray(), 77);

        Assert.Equal([true, false, false, false], new[] { 3, 4, 64, -1 }.Select(bit => few[bit]));
        Assert.Equal([true, true, true, false, false, false], new[] { 63, 64, 76, 77, 80, -1 }.Select(bit => many[bit]));
    }

    [Fact]
    public void Strings_that_differ_in_one_bit_or_in_length_are_not_equal() => Gen.Select(Gen.Byte.Array[25], Gen.Int[1, 200], Gen.Int[0, 199]).Sample((octets, length, place) =>
    {
        byte[] other = [.. octets];
        other[place / 8] ^= (byte)(0x80 >> (place % 8));
        return (new BitString(octets, length) == new BitString(other, length)) == (place >= length)
            && new BitString(octets, length) != new BitString(octets, length - 1);
    });

    [Fact]
    public void A_length_beyond_the_octets_is_refused()
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => new BitString(0, 65));
        Assert.Throws<ArgumentOutOfRangeException>(() => new BitString(0, -1));
        Assert.Throws<ArgumentOutOfRangeException>(() => new BitString(new byte[1], 9));
        Assert.Throws<ArgumentOutOfRangeException>(() => new BitString(new byte[1], -1));
    }

    private static BitString Of(string bits)
    {
        var octets = new byte[(bits.Length + 7) / 8];
        for (var bit = 0; bit < bits.Length; bit++)
            if (bits[bit] == '1') octets[bit / 8] |= (byte)(0x80 >> (bit % 8));
        return new BitString(octets, bits.Length);
    }
}
