using Plenum.Bacnet.Protocol.Types;

namespace Plenum.Bacnet.Client;

/// <summary>How a confirmed request ended.</summary>
/// <param name="Kind">What kind of end it was.</param>
/// <param name="Error">Why it was refused; default when it was answered.</param>
/// <param name="Tries">How often the request was sent.</param>
public readonly record struct Reply(ReplyKind Kind, BacnetError Error = default, int Tries = 0)
{
    /// <summary>Whether the device did what it was asked.</summary>
    public bool IsAnswered => Kind == ReplyKind.Answered;

    /// <summary>Whether the device itself said nothing at all.</summary>
    public bool IsSilence => Kind is ReplyKind.Silent or ReplyKind.NotSent or ReplyKind.Unreachable;

    /// <summary>Whether the answer came in segments.</summary>
    public bool InSegments { get; init; }
}

/// <summary>The ways a confirmed request can end.</summary>
public enum ReplyKind : byte
{
    /// <summary>With the acknowledgement asked for.</summary>
    Answered,
    /// <summary>With an Error.</summary>
    Error,
    /// <summary>With a Reject: the device does not understand the request.</summary>
    Reject,
    /// <summary>With an Abort, the device's or our own: it cannot carry the request through; without a try, the request is longer than it takes; its answer in segments
    /// is longer than we take (buffer-overflow), came to a stop (tsm-timeout) or was two answers in one (invalid-apdu-in-this-state).</summary>
    Abort,
    /// <summary>With an acknowledgement that does not decode, of a kind that no other try makes better.</summary>
    Malformed,
    /// <summary>Nobody answered, for all tries.</summary>
    Silent,
    /// <summary>The caller gave it up, or the client was closed.</summary>
    NotSent,
    /// <summary>No router leads to the device's network, or the router refuses: its reason is the error, of class communication.</summary>
    Unreachable,
}
