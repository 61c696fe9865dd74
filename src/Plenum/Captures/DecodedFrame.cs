using Plenum.Bacnet.Protocol.Messages;

namespace Plenum.Captures;

/// <summary>One frame of a capture with BACnet in it.</summary>
/// <param name="Number">The frame's place in the capture, as Wireshark counts.</param>
/// <param name="Time">When it was captured.</param>
/// <param name="Source">Who speaks: of a forwarded message its origin, of a routed one the device behind the router.</param>
/// <param name="Destination">Who is spoken to.</param>
/// <param name="Message">What it says; of the frame that completes a segmented message the whole of that.</param>
internal sealed record DecodedFrame(int Number, DateTimeOffset Time, Station Source, Station Destination, BacnetMessage Message)
{
    /// <summary>The BBMD that passed the message on; null for any other.</summary>
    public Station? ForwardedBy { get; init; }

    /// <summary>The frames that the message was put together of; empty for one that is whole by itself.</summary>
    public IReadOnlyList<int> Segments { get; init; } = [];

    /// <summary>What is to be known about the frame besides: that it was cut, is sent again, or waits for other segments.</summary>
    public string? Note { get; init; }

    /// <summary>Whether the same request was there before, unanswered.</summary>
    public bool IsRetransmission { get; init; }
}
