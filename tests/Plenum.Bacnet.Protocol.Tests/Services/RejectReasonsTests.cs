using Plenum.Bacnet.Protocol.Services;
using Plenum.Bacnet.Protocol.Tags;
using Plenum.Bacnet.Protocol.Types;

namespace Plenum.Bacnet.Protocol.Tests.Services;

/// <summary>What a request that does not decode is rejected with.</summary>
public sealed class RejectReasonsTests
{
    [Theory] // clause 18.9; the tests of malformed requests, 135.1 13.4
    [Trait("Rule", "135.1 13.4")]
    [InlineData(DecodeError.Truncated, RejectReason.MissingRequiredParameter)]
    [InlineData(DecodeError.TrailingBytes, RejectReason.TooManyArguments)]
    [InlineData(DecodeError.OutOfRange, RejectReason.ParameterOutOfRange)]
    [InlineData(DecodeError.WrongLength, RejectReason.InvalidParameterDataType)]
    [InlineData(DecodeError.WrongTag, RejectReason.InvalidTag)]
    [InlineData(DecodeError.NestedTooDeep, RejectReason.InvalidTag)]
    public void An_error_of_decoding_has_its_reason(DecodeError error, RejectReason reason) => Assert.Equal(reason, RejectReasons.Of(error));
}
