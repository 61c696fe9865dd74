using Plenum.Bacnet.Protocol.Types;

namespace Plenum.Bacnet.Client;

/// <summary>Why a batch was not answered with values.</summary>
internal enum BatchFailure : byte
{
    /// <summary>Something about one of the properties: read them one by one.</summary>
    OneOfThem,
    /// <summary>The answer, or the request, was too large.</summary>
    TooMuch,
    /// <summary>The device does not know the service.</summary>
    ServiceUnknown,
    /// <summary>Nobody answered.</summary>
    Silence,
}

internal static class BatchVerdict
{
    public static BatchFailure Of(Reply reply) => reply.Kind switch
    {
        ReplyKind.Unreachable when reply.Error.Code == ErrorCode.MessageTooLong => BatchFailure.TooMuch,
        ReplyKind.Silent or ReplyKind.NotSent or ReplyKind.Unreachable => BatchFailure.Silence,
        _ => reply.Error.Code switch
        {
            ErrorCode.AbortBufferOverflow or ErrorCode.AbortSegmentationNotSupported or ErrorCode.AbortApduTooLong
                or ErrorCode.AbortOutOfResources or ErrorCode.RejectBufferOverflow or ErrorCode.RejectTooManyArguments => BatchFailure.TooMuch,
            ErrorCode.RejectUnrecognizedService or ErrorCode.ServiceRequestDenied or ErrorCode.OptionalFunctionalityNotSupported => BatchFailure.ServiceUnknown,
            _ => BatchFailure.OneOfThem,
        },
    };
}
