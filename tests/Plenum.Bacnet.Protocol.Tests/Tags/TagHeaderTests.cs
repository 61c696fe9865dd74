using Plenum.Bacnet.Protocol.Tags;

namespace Plenum.Bacnet.Protocol.Tests.Tags;

/// <summary>Clause 20.2.1: tag numbers, classes and lengths at the joints of their encodings.</summary>
public sealed class TagHeaderTests
{
    [Theory]
    [InlineData("00", 0, TagClass.Application, 0u, 1)]
    [InlineData("64", 6, TagClass.Application, 4u, 1)]
    [InlineData("65 05", 6, TagClass.Application, 5u, 2)]
    [InlineData("65 FD", 6, TagClass.Application, 253u, 2)]
    [InlineData("65 FE 00FE", 6, TagClass.Application, 254u, 4)]
    [InlineData("65 FE FFFF", 6, TagClass.Application, 65535u, 4)]
    [InlineData("65 FF 00010000", 6, TagClass.Application, 65536u, 6)]
    [InlineData("65 FF FFFFFFFF", 6, TagClass.Application, 4294967295u, 6)]
    [InlineData("08", 0, TagClass.Context, 0u, 1)]
    [InlineData("EC", 14, TagClass.Context, 4u, 1)]
    [InlineData("F9 0F", 15, TagClass.Context, 1u, 2)]
    [InlineData("F9 FE", 254, TagClass.Context, 1u, 2)]
    [InlineData("FD 0F FE 00FE", 15, TagClass.Context, 254u, 5)]
    [InlineData("EE", 14, TagClass.Opening, 0u, 1)]
    [InlineData("EF", 14, TagClass.Closing, 0u, 1)]
    [InlineData("FE 0F", 15, TagClass.Opening, 0u, 2)]
    [InlineData("FF FE", 254, TagClass.Closing, 0u, 2)]
    public void A_header_reads_from(string hex, byte number, TagClass tagClass, uint length, int size)
    {
        Assert.True(TagHeader.TryDecode(Octets.Of(hex), out var header, out var error));
        Assert.Equal(new TagHeader(number, tagClass, length, size), header);
        Assert.Equal(DecodeError.None, error);
    }

    [Theory]
    [InlineData("")]
    [InlineData("F9")]
    [InlineData("FE")]
    [InlineData("65")]
    [InlineData("65 FE")]
    [InlineData("65 FE 00")]
    [InlineData("65 FF")]
    [InlineData("65 FF 000000")]
    [InlineData("FD 0F")]
    [InlineData("FD 0F FE 00")]
    public void A_header_that_ends_early_is_truncated(string hex) => Fails(hex, DecodeError.Truncated);

    [Theory]
    [InlineData("06")]
    [InlineData("26")]
    [InlineData("27")]
    [InlineData("F7 0F")]
    public void An_application_tag_neither_opens_nor_closes(string hex) => Fails(hex, DecodeError.WrongTag);

    [Theory] // clause 20.2.1.2: the second octet B'11111111' is reserved
    [InlineData("F9 FF 00")]
    [InlineData("FE FF")]
    [InlineData("FF FF")]
    public void The_tag_number_255_is_reserved(string hex) => Fails(hex, DecodeError.WrongTag);

    [Theory]
    [InlineData(4, "64")]
    [InlineData(5, "65 05")]
    [InlineData(253, "65 FD")]
    [InlineData(254, "65 FE 00FE")]
    [InlineData(65535, "65 FE FFFF")]
    [InlineData(65536, "65 FF 00010000")]
    public void A_length_is_written_in_as_few_octets_as_it_needs(int length, string head)
    {
        var content = Enumerable.Range(0, length).Select(place => (byte)(place * 7)).ToArray();
        var octets = Octets.Written((ref writer) => writer.WriteOctetString(content), room: length + 6);

        Octets.AreEqual(head, octets.AsSpan(..^length));
        TagReader reader = new(octets);
        Assert.True(reader.ReadOctetString().SequenceEqual(content));
        Assert.True(reader.Finish(out _));
    }

    [Theory]
    [InlineData(14, "EE EF")]
    [InlineData(15, "FE0F FF0F")]
    [InlineData(254, "FEFE FFFE")]
    public void Brackets_of_a_number_are_written_and_read(byte number, string hex)
    {
        Octets.AreEqual(hex, Octets.Written((ref writer) => { writer.WriteOpening(number); writer.WriteClosing(number); }));

        TagReader reader = new(Octets.Of(hex));
        Assert.True(reader.NextIsOpening(number));
        Assert.False(reader.NextIsClosing(number) || reader.NextIsContext(number));
        reader.ReadOpening(number);
        Assert.True(reader.NextIsClosing(number));
        reader.ReadClosing(number);
        Assert.True(reader.Finish(out _));
    }

    private static void Fails(string hex, DecodeError expected)
    {
        Assert.False(TagHeader.TryDecode(Octets.Of(hex), out var header, out var error));
        Assert.Equal((expected, default(TagHeader)), (error, header));
    }
}
