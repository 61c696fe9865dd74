namespace Plenum.Bacnet.Protocol.Tags;

/// <summary>Why bytes could not be read as what they should be. A value, not an exception: a noisy network makes thousands a second.</summary>
public enum DecodeError : byte
{
    /// <summary>Nothing is wrong.</summary>
    None,
    /// <summary>The bytes end before the value does.</summary>
    Truncated,
    /// <summary>Another tag stands where this one is required.</summary>
    WrongTag,
    /// <summary>A value's length is impossible for its type.</summary>
    WrongLength,
    /// <summary>A number is outside the range that the production allows.</summary>
    OutOfRange,
    /// <summary>Bytes are left over after the production.</summary>
    TrailingBytes,
    /// <summary>Opening tags are nested deeper than any real value is.</summary>
    NestedTooDeep,
    /// <summary>More elements than any real value has.</summary>
    TooManyElements,
    /// <summary>A header (BVLC, NPDU or APDU) of a version or type that does not exist.</summary>
    UnknownHeader,
    /// <summary>The length in the BVLC header is not the datagram's.</summary>
    WrongDatagramLength,
}
