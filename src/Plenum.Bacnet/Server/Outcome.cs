using Plenum.Bacnet.Protocol.Apdu;
using Plenum.Bacnet.Protocol.Services;
using Plenum.Bacnet.Protocol.Tags;
using Plenum.Bacnet.Protocol.Types;

namespace Plenum.Bacnet.Server;

/// <summary>How a request ended: which PDU answers it. The octets of an acknowledgement, or of an error that says more than class and code, are in the writer that the handler was given.</summary>
/// <param name="Type">The type of the answer.</param>
/// <param name="Refusal">Class and code of an Error.</param>
/// <param name="Reason">The reason of a Reject or an Abort.</param>
internal readonly record struct Outcome(PduType Type, BacnetError Refusal = default, byte Reason = 0)
{
    /// <summary>Whether the answer's octets are those in the writer.</summary>
    public bool IsWritten => Type == PduType.ComplexAck || this == ErrorWritten;

    /// <summary>It was done, and there is nothing to say about it.</summary>
    public static Outcome Done { get; } = new(PduType.SimpleAck);

    /// <summary>It was done, unless there is a refusal.</summary>
    public static Outcome DoneUnless(BacnetError? refusal) => refusal is { } why ? Error(why) : Done;

    /// <summary>The acknowledgement has been written.</summary>
    public static Outcome Acknowledged { get; } = new(PduType.ComplexAck);

    /// <summary>An error has been written that says more than class and code (CreateObject, WritePropertyMultiple, the list services and a few others).</summary>
    public static Outcome ErrorWritten { get; } = new(PduType.Error);

    /// <summary>It was refused.</summary>
    public static Outcome Error(BacnetError refusal) => new(PduType.Error, refusal);

    /// <summary>It was not understood.</summary>
    public static Outcome Reject(RejectReason reason) => new(PduType.Reject, Reason: (byte)reason);

    /// <summary>It cannot be carried through.</summary>
    public static Outcome Abort(AbortReason reason) => new(PduType.Abort, Reason: (byte)reason);

    /// <summary>Clause 18.9: what a malformed request is rejected with.</summary>
    public static Outcome Malformed(DecodeError error) => Reject(RejectReasons.Of(error));
}
