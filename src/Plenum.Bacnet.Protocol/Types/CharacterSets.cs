using System.Buffers.Binary;
using System.Text;
using System.Text.Unicode;

namespace Plenum.Bacnet.Protocol.Types;

/// <summary>From the octets of a CharacterString to text and back (clause 20.2.9).</summary>
internal static class CharacterSets
{
    private const int CodePageOctets = 2;
    private const int Iso2022Jp = 50220, Iso88591CodePage = 28591, Utf8CodePage = 65001;

    private static readonly UTF32Encoding Ucs4BigEndian = new(bigEndian: true, byteOrderMark: false);

    /// <summary>Where nothing else is known of a set: ASCII, which nearly all of them begin with, and U+FFFD for every other octet.</summary>
    private static readonly Encoding AsciiAtMost = Encoding.GetEncoding("us-ascii", EncoderFallback.ExceptionFallback, new DecoderReplacementFallback("\uFFFD"));

    /// <summary>Whether text says all that the content does, so that the octets need not be kept: it is UTF-8 without a fault.</summary>
    public static bool IsPlain(ReadOnlySpan<byte> content) => (CharacterSet)content[0] == CharacterSet.Utf8 && Utf8.IsValid(content[1..]);

    /// <summary>The code page of a DBCS string; null if it is none, or too short to have one.</summary>
    public static ushort? CodePage(ReadOnlySpan<byte> content) =>
        (CharacterSet)content[0] == CharacterSet.Dbcs && content.Length > CodePageOctets ? BinaryPrimitives.ReadUInt16BigEndian(content[1..]) : null;

    /// <summary>The text of a content: its set, then its octets. What cannot be a character becomes U+FFFD.</summary>
    /// <remarks>JIS is read as ISO-2022-JP, which is ASCII until an escape sequence says otherwise.</remarks>
    public static string Decode(ReadOnlySpan<byte> content) => (CharacterSet)content[0] switch
    {
        CharacterSet.Utf8 => Encoding.UTF8.GetString(content[1..]),
        CharacterSet.Ucs4 => Ucs4BigEndian.GetString(content[1..]),
        CharacterSet.Ucs2 => Encoding.BigEndianUnicode.GetString(content[1..]),
        CharacterSet.Iso88591 => Encoding.Latin1.GetString(content[1..]),
        CharacterSet.Jis => OfCodePage(Iso2022Jp).GetString(content[1..]),
        CharacterSet.Dbcs when CodePage(content) is { } page => OfCodePage(page).GetString(content[(1 + CodePageOctets)..]),
        CharacterSet.Dbcs => "",
        _ => AsciiAtMost.GetString(content[1..]),
    };

    /// <summary>Text in a set, without the set's own octet.</summary>
    /// <exception cref="ArgumentException">The set does not have one of the characters, or needs a code page.</exception>
    public static byte[] Encode(string text, CharacterSet set)
    {
        Encoding? encoding = set switch
        {
            CharacterSet.Utf8 => Encoding.UTF8,
            CharacterSet.Ucs4 => Ucs4BigEndian,
            CharacterSet.Ucs2 => Encoding.BigEndianUnicode,
            CharacterSet.Iso88591 => Encoding.Latin1,
            _ => null,
        };
        if (encoding is null) throw new ArgumentException($"text is not written in character set {set:D}: write it in UTF-8, UCS-2, UCS-4 or ISO 8859-1", nameof(set));
        var octets = encoding.GetBytes(text);
        return encoding.GetString(octets) == text
            ? octets
            : throw new ArgumentException($"\"{text}\" has characters that character set {set} does not have: write it in UTF-8", nameof(text));
    }

    /// <summary>The platform's table of a code page. It has those of DOS, Windows and East Asia; of others only ASCII is sure.</summary>
    private static Encoding OfCodePage(int page) => page switch
    {
        Iso88591CodePage => Encoding.Latin1,
        Utf8CodePage => Encoding.UTF8,
        0 => AsciiAtMost,   // the platform would take its own default for it
        _ => CodePagesEncodingProvider.Instance.GetEncoding(page, EncoderFallback.ExceptionFallback, new DecoderReplacementFallback("\uFFFD")) ?? AsciiAtMost,
    };
}
