using Plenum.Bacnet.Protocol.Apdu;
using Plenum.Bacnet.Protocol.Bvlc;
using Plenum.Bacnet.Protocol.Npdu;
using Plenum.Bacnet.Protocol.Tags;

namespace Plenum.Bacnet.Protocol.Messages;

/// <summary>A message as it is shown: its headers, what it is, and its fields in the order of the octets.</summary>
public sealed record BacnetMessage
{
    /// <summary>The link layer's header; null on links other than BACnet/IP, and when it could not be read.</summary>
    public BvlcHeader? Link { get; init; }

    /// <summary>The network layer's header; null for a message of the link layer itself, and when it could not be read.</summary>
    public NpduHeader? Network { get; init; }

    /// <summary>The APDU's header; null for a message of the link or network layer itself, and when it could not be read.</summary>
    public ApduHeader? Apdu { get; init; }

    /// <summary>What it is, by the standard's name: <c>read-property</c>, <c>who-is-router-to-network</c>, <c>register-foreign-device</c>.</summary>
    public string Name { get; init; } = "";

    /// <summary>What it says. None when it could not be read, and for one segment of several.</summary>
    public IReadOnlyList<MessageField> Fields { get; init; } = [];

    /// <summary>What is wrong with it, and where; null when nothing is.</summary>
    public MessageFailure? Failure { get; init; }

    /// <summary>Where the message's own content begins, behind all headers, counted from the first octet read.</summary>
    public int ContentOffset { get; init; }

    /// <summary>Whether it is one segment of several, whose content only makes sense together with the others.</summary>
    public bool IsSegment => Apdu is { Segmented: true };

    /// <summary>Whether it tells that a request was not done: an Error, a Reject or an Abort.</summary>
    public bool IsRefusal => Apdu is { Type: PduType.Error or PduType.Reject or PduType.Abort };
}

/// <summary>Why octets are no message.</summary>
/// <param name="Reason">What is wrong.</param>
/// <param name="Offset">Where: counted from the message's first octet.</param>
public readonly record struct MessageFailure(DecodeError Reason, int Offset)
{
    /// <summary><c>octet 17: another tag stands where this one is required</c>.</summary>
    public override string ToString() => $"octet {Offset}: {DecodeErrorText.Of(Reason)}";
}
