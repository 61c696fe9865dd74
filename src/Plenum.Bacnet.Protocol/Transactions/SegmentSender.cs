namespace Plenum.Bacnet.Protocol.Transactions;

/// <summary>The sending side of one message in segments (clauses 5.4.4.2, SEGMENTED_REQUEST, and 5.4.5.4, SEGMENTED_RESPONSE): which segments may go out, when they go out again, when the message is given up.</summary>
/// <remarks>The first segment goes alone; its acknowledgement says how large the window is. What is to be sent now is taken by <see cref="TryTake"/> until there is no more.</remarks>
public sealed class SegmentSender
{
    private readonly SegmentPolicy _policy;
    private readonly int _octets;
    private readonly int _perSegment;
    private int _first;
    private int _next;
    private int _sent;
    private int _window = 1;
    private int _retries;

    /// <summary>A message of some octets, of which each segment carries so many at most.</summary>
    public SegmentSender(SegmentPolicy policy, int octets, int perSegment)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(perSegment, 1);
        (_policy, _octets, _perSegment) = (policy, octets, perSegment);
        Segments = Count(octets, perSegment);
    }

    /// <summary>How many segments the message has.</summary>
    public int Segments { get; }

    /// <summary>When <see cref="OnTime"/> is due; null before the start and once the sending is over.</summary>
    public TimeSpan? Deadline { get; private set; }

    /// <summary>Whether every segment has gone out: before that, nobody can have an answer to the message.</summary>
    public bool HasSentAll => _sent == Segments;

    /// <summary>How many segments a message takes.</summary>
    public static int Count(int octets, int perSegment) => Math.Max(1, ((octets - 1) / perSegment) + 1);

    /// <summary>Begins, or begins anew.</summary>
    public SegmentStep Start(TimeSpan now)
    {
        (_first, _next, _sent, _window, _retries) = (0, 0, 0, 1, 0);
        Deadline = now + _policy.Timeout;
        return SegmentStep.Send;
    }

    /// <summary>The next segment that is to go out now; false when nothing is before the next event.</summary>
    public bool TryTake(out Segment segment)
    {
        segment = default;
        if (Deadline is null || _next >= Math.Min(_first + _window, Segments)) return false;
        var offset = _next * _perSegment;
        segment = new(_next, offset, Math.Min(_perSegment, _octets - offset), _next + 1 < Segments, (byte)_policy.Window);
        _sent = Math.Max(_sent, ++_next);
        return true;
    }

    /// <summary>A SegmentACK, positive or negative: either way it names the last segment that came in order, and the sending goes on behind that.</summary>
    /// <remarks>One that names no segment under way is a duplicate and changes nothing, not even the deadline, so that nobody can hold the message up for ever.
    /// A window larger than proposed, or none at all, is taken for the nearest one that may be.</remarks>
    public SegmentStep OnAck(byte sequence, byte window, TimeSpan now)
    {
        if (Deadline is null || !SegmentWindow.Contains(sequence, (byte)_first, _sent - _first)) return SegmentStep.Wait;
        _first += (byte)(sequence - (byte)_first) + 1;
        (_next, _window, _retries) = (_first, Math.Clamp((int)window, 1, _policy.Window), 0);
        Deadline = _first < Segments ? now + _policy.Timeout : null;
        return _first < Segments ? SegmentStep.Send : SegmentStep.Done;
    }

    /// <summary>What is due at this time: the window again, giving up, or nothing yet.</summary>
    public SegmentStep OnTime(TimeSpan now)
    {
        if (Deadline is not { } deadline || now < deadline) return SegmentStep.Wait;
        _next = _first;
        Deadline = _retries++ < _policy.Retries ? now + _policy.Timeout : null;
        return Deadline is null ? SegmentStep.GiveUp : SegmentStep.Send;
    }

    /// <summary>Ends the sending: the message was answered, or nobody wants it any more.</summary>
    public void End() => Deadline = null;
}

/// <summary>One segment of a message that is sent.</summary>
/// <param name="Index">Its place, counted from 0 without an end.</param>
/// <param name="Offset">Where its octets begin in the message.</param>
/// <param name="Length">How many they are.</param>
/// <param name="MoreFollows">Whether it is not the last one.</param>
/// <param name="ProposedWindow">The window that is proposed with it.</param>
public readonly record struct Segment(int Index, int Offset, int Length, bool MoreFollows, byte ProposedWindow)
{
    /// <summary>'sequence-number': its place modulo 256.</summary>
    public byte Sequence => (byte)Index;
}

/// <summary>What the sender of a message in segments asks its driver to do.</summary>
public enum SegmentStep : byte
{
    /// <summary>Nothing before the deadline.</summary>
    Wait,
    /// <summary>Send what <see cref="SegmentSender.TryTake"/> hands out.</summary>
    Send,
    /// <summary>The other side has it all.</summary>
    Done,
    /// <summary>The other side is silent.</summary>
    GiveUp,
}
