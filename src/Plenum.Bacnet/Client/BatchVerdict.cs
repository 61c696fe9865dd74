using Plenum.Bacnet.Protocol.Types;

namespace Plenum.Bacnet.Client;

/// <summary>Why a batch was not answered with values.</summary>
internal enum BatchFailure : byte
{
    /// <summary>Something about one of the properties: find it, and read it alone.</summary>
    OneOfThem,
    /// <summary>The device has no time or no room now: nothing is learned from that.</summary>
    Passing,
    /// <summary>The answer, or the request, was too large for the device.</summary>
    TooMuch,
    /// <summary>The request was too large for a router on the way.</summary>
    NotConveyed,
    /// <summary>The device does not know the service.</summary>
    ServiceUnknown,
    /// <summary>Nobody answered.</summary>
    Silence,
}

internal static class BatchVerdict
{
    public static BatchFailure Of(ReadMultipleExchange batch) => batch switch
    {
        { Reply.Kind: ReplyKind.Malformed } => BatchFailure.OneOfThem,
        { Reply: { Kind: ReplyKind.Unreachable, Error.Code: ErrorCode.MessageTooLong } } => BatchFailure.NotConveyed,
        { Reply.IsSilence: true } => BatchFailure.Silence,
        _ => Of(batch.Reply.Error),
    };

    private static BatchFailure Of(BacnetError error) => error.Code switch
    {
        ErrorCode.AbortBufferOverflow or ErrorCode.AbortSegmentationNotSupported or ErrorCode.AbortApduTooLong
            or ErrorCode.AbortOutOfResources or ErrorCode.RejectBufferOverflow or ErrorCode.RejectTooManyArguments => BatchFailure.TooMuch,
        ErrorCode.MessageTooLong => BatchFailure.NotConveyed,
        ErrorCode.RejectUnrecognizedService or ErrorCode.ServiceRequestDenied or ErrorCode.OptionalFunctionalityNotSupported => BatchFailure.ServiceUnknown,
        ErrorCode.Busy or ErrorCode.DeviceBusy or ErrorCode.ConfigurationInProgress or ErrorCode.CommunicationDisabled
            or ErrorCode.AbortPreemptedByHigherPriorityTask or ErrorCode.AbortApplicationExceededReplyTime or ErrorCode.AbortTsmTimeout => BatchFailure.Passing,
        _ => BatchFailure.OneOfThem,
    };

    /// <summary>Whether a refusal is about the size of the answer.</summary>
    public static bool IsAboutSize(BacnetError error) => Of(error) is BatchFailure.TooMuch or BatchFailure.NotConveyed;

    /// <summary>Whether smaller batches must show which of its properties is the reason.</summary>
    public static bool IsAboutContent(ReadMultipleExchange batch) =>
        !batch.Reply.IsAnswered && Of(batch) is var failure && (failure == BatchFailure.OneOfThem || (batch.Count == 1 && failure is BatchFailure.TooMuch or BatchFailure.NotConveyed));

    /// <summary>What a batch was answered, for people.</summary>
    public static string Told(ReadMultipleExchange batch) => batch.Reply.Kind == ReplyKind.Malformed ? "answered with octets that do not decode" : $"answered {batch.Reply.Error}";
}
