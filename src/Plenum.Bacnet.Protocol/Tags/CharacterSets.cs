using System.Text;

namespace Plenum.Bacnet.Protocol.Tags;

/// <summary>The character sets of clause 20.2.9, told apart by a string's first octet.</summary>
internal static class CharacterSets
{
    private const byte Utf8 = 0, Dbcs = 1, Ucs4 = 3, Ucs2 = 4;
    private const int CodePageOctets = 2;

    private static readonly UTF32Encoding Ucs4BigEndian = new(bigEndian: true, byteOrderMark: false);

    /// <summary>The text of a CharacterString's content: its set, then its octets. What cannot be a character becomes U+FFFD.</summary>
    /// <remarks>ISO 8859-1 (5), and the DBCS and JIS sets (1, 2) whose tables are not at hand, are read octet by octet, so that none is lost;
    /// the code page before the characters of DBCS is not one of them.</remarks>
    public static string Decode(ReadOnlySpan<byte> content) => content[0] switch
    {
        Utf8 => Encoding.UTF8.GetString(content[1..]),
        Ucs4 => Ucs4BigEndian.GetString(content[1..]),
        Ucs2 => Encoding.BigEndianUnicode.GetString(content[1..]),
        Dbcs => Encoding.Latin1.GetString(content[Math.Min(1 + CodePageOctets, content.Length)..]),
        _ => Encoding.Latin1.GetString(content[1..]),
    };
}
