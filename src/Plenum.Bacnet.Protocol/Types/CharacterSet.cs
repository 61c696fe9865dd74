namespace Plenum.Bacnet.Protocol.Types;

/// <summary>The character set of a CharacterString, which its first octet tells (clause 20.2.9); 6..255 are reserved.</summary>
public enum CharacterSet : byte
{
    /// <summary>ISO 10646 in UTF-8; ANSI X3.4 in the first editions, which is its beginning.</summary>
    Utf8 = 0,
    /// <summary>IBM/Microsoft DBCS: two octets of code page, then characters of one or two octets in it.</summary>
    Dbcs = 1,
    /// <summary>JIS X 0208 (JIS C 6226 in the first editions).</summary>
    Jis = 2,
    /// <summary>ISO 10646 in four octets each.</summary>
    Ucs4 = 3,
    /// <summary>ISO 10646 in two octets each.</summary>
    Ucs2 = 4,
    /// <summary>ISO 8859-1, one octet each.</summary>
    Iso88591 = 5,
}
