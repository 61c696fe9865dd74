using Plenum.Bacnet.Protocol.Tags;

namespace Plenum.Bacnet.Protocol.Messages;

/// <summary>Why octets could not be read, in words.</summary>
public static class DecodeErrorText
{
    /// <summary>A clause that completes "octet 17: …".</summary>
    public static string Of(DecodeError error) => error switch
    {
        DecodeError.None => "nothing is wrong",
        DecodeError.Truncated => "the message ends before its content does",
        DecodeError.WrongTag => "another tag stands where this one is required",
        DecodeError.WrongLength => "a length that the value's type cannot have",
        DecodeError.OutOfRange => "a number outside the range that its production allows",
        DecodeError.TrailingBytes => "octets are left over after the message",
        DecodeError.NestedTooDeep => "opening tags are nested deeper than any real value is",
        DecodeError.TooManyElements => "more elements than any real value has",
        DecodeError.UnknownHeader => "a header of a version or type that does not exist",
        DecodeError.WrongDatagramLength => "the length in the BVLC header is not the datagram's",
        _ => error.ToString(),
    };
}
