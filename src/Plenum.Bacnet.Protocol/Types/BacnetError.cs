namespace Plenum.Bacnet.Protocol.Types;

/// <summary>Error (clause 20.1.7, 21): why a device did not do what it was asked.</summary>
/// <param name="Class">The kind of thing that was wrong.</param>
/// <param name="Code">What was wrong with it.</param>
public readonly record struct BacnetError(ErrorClass Class, ErrorCode Code)
{
    /// <summary>Nobody answered.</summary>
    public static BacnetError Timeout { get; } = new(ErrorClass.Communication, ErrorCode.Timeout);

    /// <summary>A Reject as the error code that the standard has for its reason.</summary>
    public static BacnetError From(RejectReason reason) => new(ErrorClass.Communication, reason switch
    {
        RejectReason.BufferOverflow => ErrorCode.RejectBufferOverflow,
        RejectReason.InconsistentParameters => ErrorCode.RejectInconsistentParameters,
        RejectReason.InvalidParameterDataType => ErrorCode.RejectInvalidParameterDataType,
        RejectReason.InvalidTag => ErrorCode.RejectInvalidTag,
        RejectReason.MissingRequiredParameter => ErrorCode.RejectMissingRequiredParameter,
        RejectReason.ParameterOutOfRange => ErrorCode.RejectParameterOutOfRange,
        RejectReason.TooManyArguments => ErrorCode.RejectTooManyArguments,
        RejectReason.UndefinedEnumeration => ErrorCode.RejectUndefinedEnumeration,
        RejectReason.UnrecognizedService => ErrorCode.RejectUnrecognizedService,
        _ => (byte)reason >= 64 ? ErrorCode.RejectProprietary : ErrorCode.RejectOther,
    });

    /// <summary>An Abort as the error code that the standard has for its reason.</summary>
    public static BacnetError From(AbortReason reason) => new(ErrorClass.Communication, reason switch
    {
        AbortReason.BufferOverflow => ErrorCode.AbortBufferOverflow,
        AbortReason.InvalidApduInThisState => ErrorCode.AbortInvalidApduInThisState,
        AbortReason.PreemptedByHigherPriorityTask => ErrorCode.AbortPreemptedByHigherPriorityTask,
        AbortReason.SegmentationNotSupported => ErrorCode.AbortSegmentationNotSupported,
        AbortReason.ApduTooLong => ErrorCode.AbortApduTooLong,
        AbortReason.ApplicationExceededReplyTime => ErrorCode.AbortApplicationExceededReplyTime,
        AbortReason.InsufficientSecurity => ErrorCode.AbortInsufficientSecurity,
        AbortReason.OutOfResources => ErrorCode.AbortOutOfResources,
        AbortReason.SecurityError => ErrorCode.AbortSecurityError,
        AbortReason.TsmTimeout => ErrorCode.AbortTsmTimeout,
        AbortReason.WindowSizeOutOfRange => ErrorCode.AbortWindowSizeOutOfRange,
        _ => (byte)reason >= 64 ? ErrorCode.AbortProprietary : ErrorCode.AbortOther,
    });

    /// <summary>Both by the standard's names: <c>property: unknown-property</c>.</summary>
    public override string ToString() => $"{EnumNames<ErrorClass>.Kebab(Class)}: {EnumNames<ErrorCode>.Kebab(Code)}";
}
