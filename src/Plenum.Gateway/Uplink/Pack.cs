using Plenum.Gateway.Outbox;

namespace Plenum.Gateway.Uplink;

/// <summary>One publish, ready to be sent, and the stored messages in it.</summary>
/// <param name="Topic">Where it is published.</param>
/// <param name="Payload">What is published.</param>
/// <param name="Messages">What it carries; for a part of a split message, that message.</param>
/// <param name="Whole">For a part of a split message, what the parts have in common; otherwise null.</param>
internal sealed record Pack(string Topic, ReadOnlyMemory<byte> Payload, IReadOnlyList<StoredMessage> Messages, SplitMessage? Whole = null)
{
    /// <summary>Takes note of the acknowledgement; true if the messages are now with the server completely.</summary>
    public bool IsDelivered() => Whole is null || --Whole.PartsLeft == 0;
}

/// <summary>A message too large for one publish.</summary>
internal sealed class SplitMessage(int parts)
{
    /// <summary>Parts that are not acknowledged yet.</summary>
    public int PartsLeft { get; set; } = parts;
}
