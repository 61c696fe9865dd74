using Plenum.Bacnet.Protocol.Types;

namespace Plenum.Bacnet.Protocol.Tests.Values;

/// <summary>Clause 18.9 and 18.10: every Reject and Abort has an error code of the same name.</summary>
public sealed class BacnetErrorTests
{
    public static TheoryData<RejectReason> Rejects => [.. Enum.GetValues<RejectReason>()];

    public static TheoryData<AbortReason> Aborts => [.. Enum.GetValues<AbortReason>()];

    [Theory]
    [MemberData(nameof(Rejects))]
    public void A_reject_is_the_error_of_its_name(RejectReason reason) =>
        Assert.Equal(new BacnetError(ErrorClass.Communication, Enum.Parse<ErrorCode>($"Reject{reason}")), BacnetError.From(reason));

    [Theory]
    [MemberData(nameof(Aborts))]
    public void An_abort_is_the_error_of_its_name(AbortReason reason) =>
        Assert.Equal(new BacnetError(ErrorClass.Communication, Enum.Parse<ErrorCode>($"Abort{reason}")), BacnetError.From(reason));

    [Theory]
    [InlineData(63, ErrorCode.RejectOther, ErrorCode.AbortOther)]
    [InlineData(12, ErrorCode.RejectOther, ErrorCode.AbortOther)]
    [InlineData(64, ErrorCode.RejectProprietary, ErrorCode.AbortProprietary)]
    [InlineData(255, ErrorCode.RejectProprietary, ErrorCode.AbortProprietary)]
    public void Reasons_from_64_upward_are_a_vendors_own(byte reason, ErrorCode reject, ErrorCode abort)
    {
        Assert.Equal(reject, BacnetError.From((RejectReason)reason).Code);
        Assert.Equal(abort, BacnetError.From((AbortReason)reason).Code);
    }

    [Fact]
    public void Errors_are_named_as_the_standard_names_them()
    {
        Assert.Equal("property: unknown-property", new BacnetError(ErrorClass.Property, ErrorCode.UnknownProperty).ToString());
        Assert.Equal("communication: timeout", BacnetError.Timeout.ToString());
        Assert.Equal("64: 256", new BacnetError((ErrorClass)64, (ErrorCode)256).ToString());
    }
}
