using Plenum.Bacnet.Protocol.Types;

namespace Plenum.Bacnet.Client.Cov;

/// <summary>How far a refusal of a subscription reaches.</summary>
internal enum CovRefusal : byte
{
    /// <summary>This object or property alone is not told of.</summary>
    Target,
    /// <summary>The device does not know the service.</summary>
    Service,
    /// <summary>The device holds as many subscriptions as it can.</summary>
    Full,
    /// <summary>The device does not grant so long a lifetime.</summary>
    Lifetime,
}

/// <summary>Reads a refusal (clauses 13.14.1.3.1 and 13.15.1.3.1, and what devices send instead).</summary>
internal static class CovRefusals
{
    public static CovRefusal Of(Reply reply) => (reply.Kind, reply.Error) switch
    {
        (ReplyKind.Reject, { Code: ErrorCode.RejectParameterOutOfRange }) => CovRefusal.Lifetime,
        (ReplyKind.Reject, _) => CovRefusal.Service,
        (ReplyKind.Abort, { Code: ErrorCode.AbortOutOfResources or ErrorCode.AbortBufferOverflow }) => CovRefusal.Full,
        (ReplyKind.Error, { Class: ErrorClass.Resources }) => CovRefusal.Full,
        (ReplyKind.Error, { Code: ErrorCode.NoSpaceToAddListElement or ErrorCode.NoSpaceForObject }) => CovRefusal.Full,
        (ReplyKind.Error, { Class: ErrorClass.Services, Code: ErrorCode.ValueOutOfRange or ErrorCode.ParameterOutOfRange }) => CovRefusal.Lifetime,
        (ReplyKind.Error, { Class: ErrorClass.Services, Code: ErrorCode.ServiceRequestDenied or ErrorCode.OptionalFunctionalityNotSupported }) => CovRefusal.Service,
        (ReplyKind.Error, { Class: ErrorClass.Device }) => CovRefusal.Service,
        (ReplyKind.Error, { Code: ErrorCode.RejectUnrecognizedService }) => CovRefusal.Service,
        _ => CovRefusal.Target,
    };
}
