using CsCheck;
using Plenum.Bacnet.Protocol.Tags;
using Plenum.Bacnet.Protocol.Types;

namespace Plenum.Bacnet.Protocol.Tests.Values;

/// <summary>Clause 20.2.9: text in any character set is understood as far as it can be, and written back to the octet.</summary>
public sealed class EncodedTextTests
{
    [Theory]
    [InlineData("75 06 01 0352 41 94 81", CharacterSet.Dbcs, 850, "Aöü")]              // MS-DOS, western Europe
    [InlineData("75 05 01 04E4 80 E9", CharacterSet.Dbcs, 1252, "€é")]                 // Windows, western Europe
    [InlineData("75 07 01 03A4 89B7 9378", CharacterSet.Dbcs, 932, "温度")]             // Japan
    [InlineData("75 07 01 03A8 CEC2 B6C8", CharacterSet.Dbcs, 936, "温度")]             // China
    [InlineData("75 07 01 03B5 BFC2 B5B5", CharacterSet.Dbcs, 949, "온도")]             // Korea
    [InlineData("75 07 01 03B6 B7C5 ABD7", CharacterSet.Dbcs, 950, "溫度")]             // Taiwan
    [InlineData("75 0B 02 1B2442 3239 4559 1B2842", CharacterSet.Jis, null, "温度")]
    [InlineData("75 05 03 000000B0", CharacterSet.Ucs4, null, "°")]
    [InlineData("75 05 04 6E29 5EA6", CharacterSet.Ucs2, null, "温度")]
    [InlineData("73 05 B043", CharacterSet.Iso88591, null, "°C")]
    public void Text_in_a_set_of_its_own_is_understood_and_written_back_to_the_octet(string hex, CharacterSet set, int? page, string text)
    {
        var value = IsReadAndWrittenBack(hex);
        var encoded = Assert.IsType<EncodedText>(value.AsEncodedText);

        Assert.Equal((text, text, text), (value.AsCharacterString, value.ToString(), encoded.ToString()));
        Assert.Equal((set, (ushort?)page), (encoded.Set, encoded.CodePage));
    }

    [Theory]
    [InlineData("73 00 41FF", "A\uFFFD")]                // no UTF-8
    [InlineData("74 04 0041D8", "A\uFFFD")]              // half a character
    [InlineData("74 09 41E9B0", "A\uFFFD\uFFFD")]        // a set that is reserved
    [InlineData("75 05 01 0001 41E9", "A\uFFFD")]        // a code page that nobody has
    [InlineData("72 0103", "")]                          // half a code page
    [InlineData("71 04", "")]
    public void What_is_not_understood_shows_as_such_and_is_not_lost(string hex, string text) => Assert.Equal(text, IsReadAndWrittenBack(hex).AsCharacterString);

    [Theory]
    [InlineData("71 00", "")]
    [InlineData("74 00 C2B043", "°C")]
    [InlineData("74 00 EFBFBD", "\uFFFD")]               // a replacement character that was sent
    public void Text_in_utf_8_is_nothing_but_text(string hex, string text)
    {
        var value = IsReadAndWrittenBack(hex);

        Assert.Null(value.AsEncodedText);
        Assert.Equal(BacnetValue.CharacterString(text), value);
    }

    [Fact]
    public void Any_content_is_written_back_to_the_octet() => Gen.Byte.Array[1, 60].Sample(content =>
    {
        var octets = Octets.Written((ref writer) => writer.WriteEncodedText(new(content)));
        TagReader reader = new(octets);
        var value = reader.ReadValue();
        return reader.Finish(out _) && Octets.Written((ref writer) => writer.WriteValue(value)).AsSpan().SequenceEqual(octets);
    }, iter: Effort.Runs(5000));

    [Fact] // code pages of mainframes have other letters there, or none
    public void Every_code_page_there_is_or_not_is_read()
    {
        var withAscii = 0;
        for (var page = 0; page <= ushort.MaxValue; page++)
            if (new EncodedText([1, (byte)(page >> 8), (byte)page, 0x41]).Text == "A") withAscii++;
        Assert.InRange(withAscii, 65_400, 65_536);
    }

    [Theory]
    [InlineData(CharacterSet.Utf8, "75 07 00 C2B0 C3A9 43 21")]
    [InlineData(CharacterSet.Ucs2, "75 09 04 00B0 00E9 0043 0021")]
    [InlineData(CharacterSet.Ucs4, "75 11 03 000000B0 000000E9 00000043 00000021")]
    [InlineData(CharacterSet.Iso88591, "75 05 05 B0E94321")]
    public void Text_is_written_in_the_set_that_a_device_knows(CharacterSet set, string hex)
    {
        EncodedText text = new("°éC!", set);

        Octets.AreEqual(hex, Octets.Written((ref writer) => writer.WriteEncodedText(text)));
        Assert.Equal("°éC!", text.Text);
    }

    [Fact]
    public void Text_that_a_set_does_not_have_is_refused()
    {
        Assert.Contains("write it in UTF-8", Assert.Throws<ArgumentException>(() => new EncodedText("温度", CharacterSet.Iso88591)).Message, StringComparison.Ordinal);
        Assert.Contains("character set 1", Assert.Throws<ArgumentException>(() => new EncodedText("A", CharacterSet.Dbcs)).Message, StringComparison.Ordinal);
        Assert.Throws<ArgumentException>(() => new EncodedText([]));
    }

    [Fact]
    public void Two_are_equal_if_their_octets_are()
    {
        EncodedText latin = new("é", CharacterSet.Iso88591), same = new([5, 0xE9]), wide = new("é", CharacterSet.Ucs2);

        Assert.Equal(latin, same);
        Assert.Equal(latin.GetHashCode(), same.GetHashCode());
        Assert.NotEqual(latin, wide);
        Assert.Equal(BacnetValue.CharacterString(latin), BacnetValue.CharacterString(same));
        Assert.NotEqual(BacnetValue.CharacterString(latin), BacnetValue.CharacterString(wide));
        Assert.NotEqual(BacnetValue.CharacterString(latin), BacnetValue.CharacterString("é"));
        Assert.False(latin.Equals(null));
    }

    [Fact]
    public void What_does_not_fit_is_told()
    {
        TagWriter writer = new(new byte[3]);

        writer.WriteEncodedText(new("ABC", CharacterSet.Iso88591));
        Assert.True(writer.Overflowed);
    }

    private static BacnetValue IsReadAndWrittenBack(string hex)
    {
        TagReader reader = new(Octets.Of(hex));
        var value = reader.ReadValue();
        Assert.True(reader.Finish(out var error), error.ToString());
        Octets.AreEqual(hex, Octets.Written((ref writer) => writer.WriteValue(value)));
        return value;
    }
}
