namespace Plenum.Bacnet.Protocol.Transactions;

/// <summary>The receiving side of one message in segments (clauses 5.4.4.4, SEGMENTED_CONF, and 5.4.5.2, SEGMENTED_REQUEST): puts it together, exactly or not at all.</summary>
/// <remarks>
/// Only the segment after the last one is taken. A gap is answered once, not for every segment behind it, and again when its sender has begun anew: a window that lost
/// its first segment draws one negative acknowledgement. A segment that came before is dropped; when it is the one that was acknowledged last, the acknowledgement
/// was lost and is repeated. A segment that comes twice with different octets belongs to another message: then nothing is believed.
/// Sequence numbers return after 256 segments, their places here do not.
/// </remarks>
public sealed class SegmentReceiver(SegmentPolicy policy)
{
    private readonly SegmentBuffer _buffer = new(policy.MostOctets);
    private int _acknowledged;
    private int _last = -1;
    private int _duplicates;
    private int _gap;

    /// <summary>When <see cref="OnTime"/> is due; null before the first segment and once the message is whole or given up.</summary>
    public TimeSpan? Deadline { get; private set; }

    /// <summary>'actual-window-size': what was proposed, within our own bound.</summary>
    public byte Window { get; private set; }

    /// <summary>'sequence-number' of an acknowledgement: the last segment in order.</summary>
    public byte Sequence => (byte)_last;

    /// <summary>Whether the message is whole.</summary>
    public bool IsWhole { get; private set; }

    /// <summary>What has been put together so far; the message once it <see cref="IsWhole"/>. Gone after <see cref="Release"/>.</summary>
    public ReadOnlySpan<byte> Octets => _buffer.Octets;

    /// <summary>Takes a segment.</summary>
    /// <param name="sequence">Its 'sequence-number'.</param>
    /// <param name="proposedWindow">Its 'proposed-window-size'; that of the first segment counts.</param>
    /// <param name="moreFollows">Its 'more-follows'.</param>
    /// <param name="content">Its part of the message.</param>
    /// <param name="now">The time.</param>
    public ReceiveStep OnSegment(byte sequence, byte proposedWindow, bool moreFollows, ReadOnlySpan<byte> content, TimeSpan now)
    {
        if (_last < 0) return OnFirst(sequence, proposedWindow, moreFollows, content, now);
        if (Deadline is null && !IsWhole) return ReceiveStep.Wait;
        if (sequence == (byte)(_last + 1) && !IsWhole) return OnNext(moreFollows, content, now);
        return SegmentWindow.IsDuplicate(sequence, (byte)_acknowledged, (byte)_last, Window)
            ? OnDuplicate(_last - (byte)(_last - sequence), content)
            : OnGap((byte)(sequence - _last));
    }

    /// <summary>What is due at this time: giving up, or nothing yet.</summary>
    public ReceiveStep OnTime(TimeSpan now)
    {
        if (Deadline is not { } deadline || now < deadline) return ReceiveStep.Wait;
        Deadline = null;
        return ReceiveStep.GiveUp;
    }

    /// <summary>Ends the receiving and gives the memory back. Once it is whole, its last acknowledgement can still be asked for.</summary>
    public void Release()
    {
        Deadline = null;
        _buffer.Release();
    }

    private ReceiveStep OnFirst(byte sequence, byte proposedWindow, bool moreFollows, ReadOnlySpan<byte> content, TimeSpan now)
    {
        if (sequence != 0) return ReceiveStep.Wait;   // of a message that is over: the first segment goes alone
        if (!SegmentWindow.IsValid(proposedWindow)) return ReceiveStep.WindowOutOfRange;
        Window = (byte)Math.Min(proposedWindow, policy.Window);
        var step = OnNext(moreFollows, content, now);
        return step == ReceiveStep.Wait ? Acknowledge(ReceiveStep.Acknowledge) : step;
    }

    private ReceiveStep OnNext(bool moreFollows, ReadOnlySpan<byte> content, TimeSpan now)
    {
        if (_last + 1 == policy.MostSegments || !_buffer.TryAppend(content))
        {
            Deadline = null;
            return ReceiveStep.TooLong;
        }
        _last++;
        _gap = 0;
        Deadline = moreFollows ? now + (4 * policy.Timeout) : null;
        IsWhole = !moreFollows;
        if (IsWhole) return Acknowledge(ReceiveStep.Whole);
        return _last - _acknowledged >= Window ? Acknowledge(ReceiveStep.Acknowledge) : ReceiveStep.Wait;
    }

    private ReceiveStep OnDuplicate(int place, ReadOnlySpan<byte> content)
    {
        if (place < 0) return ReceiveStep.Wait;   // there was no such segment yet
        if (!_buffer.IsSame(place, content))
        {
            Deadline = null;
            return ReceiveStep.Mixed;
        }
        if (place == _last && place == _acknowledged) return Acknowledge(ReceiveStep.Acknowledge);
        return !IsWhole && ++_duplicates > Window ? Acknowledge(ReceiveStep.AcknowledgeNegatively) : ReceiveStep.Wait;
    }

    private ReceiveStep OnGap(int ahead)
    {
        if (IsWhole) return ReceiveStep.Wait;
        var known = _gap > 0 && ahead > _gap;
        _gap = ahead;
        return known ? ReceiveStep.Wait : Acknowledge(ReceiveStep.AcknowledgeNegatively);
    }

    private ReceiveStep Acknowledge(ReceiveStep step)
    {
        (_acknowledged, _duplicates) = (_last, 0);
        return step;
    }
}

/// <summary>What the receiver of a message in segments asks its driver to do.</summary>
public enum ReceiveStep : byte
{
    /// <summary>Nothing before the deadline.</summary>
    Wait,
    /// <summary>Send a SegmentACK.</summary>
    Acknowledge,
    /// <summary>Send a negative SegmentACK.</summary>
    AcknowledgeNegatively,
    /// <summary>Send a SegmentACK, and take the message: it is whole.</summary>
    Whole,
    /// <summary>Abort: the message is longer than can be taken.</summary>
    TooLong,
    /// <summary>Abort: the window that was proposed is not one.</summary>
    WindowOutOfRange,
    /// <summary>Abort: segments of two messages came under one invoke id.</summary>
    Mixed,
    /// <summary>Abort: no further segment came.</summary>
    GiveUp,
}
