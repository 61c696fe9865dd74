using Plenum.Bacnet.Protocol.Tags;
using Plenum.Bacnet.Protocol.Types;

namespace Plenum.Bacnet.Protocol.Services;

/// <summary>What a request that does not decode is rejected with (clause 18.9).</summary>
public static class RejectReasons
{
    /// <summary>The reason for an error of decoding.</summary>
    public static RejectReason Of(DecodeError error) => error switch
    {
        DecodeError.Truncated => RejectReason.MissingRequiredParameter,
        DecodeError.TrailingBytes => RejectReason.TooManyArguments,
        DecodeError.OutOfRange => RejectReason.ParameterOutOfRange,
        DecodeError.WrongLength => RejectReason.InvalidParameterDataType,
        _ => RejectReason.InvalidTag,
    };
}
