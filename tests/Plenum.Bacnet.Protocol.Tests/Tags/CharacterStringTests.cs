using System.Text;
using CsCheck;
using Plenum.Bacnet.Protocol.Tags;

namespace Plenum.Bacnet.Protocol.Tests.Tags;

/// <summary>Clause 20.2.9: every character set is read, UTF-8 is written.</summary>
public sealed class CharacterStringTests
{
    private const string Example = "This is a BACnet string!";

    [Fact]
    public void Clause_20_2_9_the_example_in_UCS_2() => ReadsAs(
        Example, "75 31 04 0054006800690073002000690073002000610020004200410043006E0065007400200073007400720069006E00670021");

    [Fact] // the code page, 850, stands before the characters
    public void Clause_20_2_9_the_example_in_DBCS() => ReadsAs(
        Example, "75 1B 01 0352 546869732069732061204241436E657420737472696E6721");

    [Theory]
    [InlineData("71 00")]
    [InlineData("71 01")]
    [InlineData("71 04")]
    [InlineData("72 0103")]
    [InlineData("73 010352")]
    public void Nothing_after_the_character_set_is_empty_text(string hex) => ReadsAs("", hex);

    [Theory]
    [InlineData("74 00 C3A920", "é ")]
    [InlineData("75 05 00 F09F8CA1", "🌡")]
    [InlineData("75 05 03 0001F321", "🌡")]
    [InlineData("75 05 04 D83CDF21", "🌡")]
    [InlineData("73 05 E9B0", "é°")]
    [InlineData("73 02 4142", "AB")]
    [InlineData("75 05 01 FDE9 C3A9", "é")]              // code page 65001 is UTF-8
    [InlineData("75 05 01 6FAF B0E9", "°é")]             // and 28591 is ISO 8859-1
    public void Text_reads_from(string hex, string text) => ReadsAs(text, hex);

    [Theory]
    [InlineData("73 00 41FF", "A\uFFFD")]
    [InlineData("75 04 04 0041D8", "A\uFFFD")]
    [InlineData("75 05 04 0041D800", "A\uFFFD")]
    [InlineData("75 05 03 7FFFFFFF", "\uFFFD")]
    [InlineData("74 09 41E9B0", "A\uFFFD\uFFFD")]        // a set that is reserved: only ASCII is sure
    [InlineData("75 05 01 0001 41E9", "A\uFFFD")]        // a code page that nobody has
    [InlineData("75 05 01 0000 41E9", "A\uFFFD")]
    [InlineData("75 04 02 4142E9", "AB\uFFFD")]
    public void What_cannot_be_a_character_is_replaced(string hex, string text) => ReadsAs(text, hex);

    [Fact]
    public void Text_is_written_in_UTF_8_without_a_byte_order_mark() =>
        Octets.AreEqual("75 06 00 C2B0C3A943", Octets.Written((ref writer) => writer.WriteCharacterString("°éC")));

    [Fact]
    public void Text_reads_back_from_every_unicode_set() => Any.Text.Sample(text =>
    {
        byte[][] forms =
        [
            [0, .. Encoding.UTF8.GetBytes(text)],
            [3, .. new UTF32Encoding(bigEndian: true, byteOrderMark: false).GetBytes(text)],
            [4, .. Encoding.BigEndianUnicode.GetBytes(text)],
        ];
        foreach (var form in forms)
        {
            // The context tag's content is the same; an octet string writes it without a meaning.
            TagReader reader = new(Octets.Written((ref writer) => writer.WriteOctetString(form, 3)));
            Assert.Equal(text, reader.ReadCharacterString(3));
            Assert.True(reader.Finish(out _));
        }
    });

    private static void ReadsAs(string text, string hex)
    {
        TagReader reader = new(Octets.Of(hex));

        Assert.Equal(text, reader.ReadCharacterString());
        Assert.True(reader.Finish(out var error), error.ToString());
    }
}
