using System.Threading.Tasks.Sources;
using Plenum.Bacnet.Protocol.Apdu;
using Plenum.Bacnet.Protocol.Bvlc;
using Plenum.Bacnet.Protocol.Frames;
using Plenum.Bacnet.Protocol.Links;
using Plenum.Bacnet.Protocol.Npdu;
using Plenum.Bacnet.Protocol.Services;
using Plenum.Bacnet.Protocol.Tags;
using Plenum.Bacnet.Protocol.Transactions;
using Plenum.Bacnet.Protocol.Types;

namespace Plenum.Bacnet.Client;

/// <summary>A confirmed request and its answer. One object serves one request after another without an allocation; it carries one at a time.</summary>
public abstract partial class Exchange : IValueTaskSource<Reply>, IHasDeadline
{
    private ManualResetValueTaskSourceCore<Reply> _completion = new() { RunContinuationsAsynchronously = true };
    private byte[] _datagram = [];
    private int _length;
    private int _invokeIdAt;

    /// <summary>The service asked for.</summary>
    protected internal abstract ConfirmedService Service { get; }

    /// <summary>Whether a positive answer is a SimpleACK.</summary>
    protected internal virtual bool ExpectsSimpleAck => false;

    /// <summary>Writes the service's octets.</summary>
    protected internal abstract void Encode(ref TagWriter writer);

    /// <summary>Reads the service's octets of a ComplexACK, and holds them against the request. Runs on the receiving thread.</summary>
    protected internal virtual AckVerdict Accept(ReadOnlySpan<byte> service) => AckVerdict.WrongTarget;

    /// <summary>Reads the content of an Error-PDU: class and code, and what the service adds to them. Runs on the receiving thread.</summary>
    protected internal virtual bool TryReadError(ReadOnlySpan<byte> content, out BacnetError error) => ErrorReply.TryDecode(content, out error, out _);

    internal Exchanges? Owner { get; set; }
    internal ExchangeState State { get; set; }
    internal Peer? Peer { get; set; }
    internal byte InvokeId { get; private set; }
    internal TimeSpan? Until { get; set; }

    /// <summary>When its caller asked for it.</summary>
    internal TimeSpan AskedAt { get; set; }

    /// <summary>After how many tries, the policy's retries at least, it is given up although there is time left.</summary>
    internal int MostTries { get; set; } = int.MaxValue;

    /// <summary>What it takes of the budgets.</summary>
    internal BudgetPlace Place { get; set; }

    internal ClientTransaction? Transaction { get; set; }
    internal short Version => _completion.Version;
    internal ReadOnlySpan<byte> Datagram => _datagram.AsSpan(0, _length);

    /// <summary>When it is to be looked at next. Changed inside the lock of the deadlines only, because the heap is ordered by it.</summary>
    internal TimeSpan Due { get; set; }

    TimeSpan IHasDeadline.HeapDeadline => Due;

    int IHasDeadline.HeapIndex { get; set; } = -1;

    internal ValueTask<Reply> Begin()
    {
        _completion.Reset();
        return new(this, _completion.Version);
    }

    internal void GiveUp() => Owner?.Cancel(this);

    internal void Complete(Reply reply) => _completion.SetResult(reply);

    /// <summary>Writes the whole datagram but for its invoke id, or, when the device cannot take it in one APDU, what goes out in segments.</summary>
    /// <returns>False when the device takes no request of this length.</returns>
    internal bool TryPrepare(DeviceAddress to, in RequestLimits limits, BacnetClientOptions options)
    {
        Span<byte> apdu = stackalloc byte[ApduSizes.Largest];
        var header = Header(in limits, options);
        var size = header.Encode(apdu);
        var writer = new TagWriter(apdu[size..Math.Min(limits.MaxApdu, apdu.Length)]);
        Encode(ref writer);
        if (writer.Overflowed) return TryPrepareSegments(header, in limits, options);
        apdu = apdu[..(size + writer.Length)];
        if (_datagram.Length < apdu.Length + BipFrame.MaxOverhead) _datagram = new byte[apdu.Length + BipFrame.MaxOverhead];
        _length = BipFrame.Encode(_datagram, BvlcFunction.OriginalUnicastNpdu, new NpduHeader(to.Remote, default, ExpectsReply: true), apdu);
        _invokeIdAt = _length - apdu.Length + ApduHeader.InvokeIdOffset;
        _long = null;
        return true;
    }

    internal void Number(byte invokeId)
    {
        InvokeId = invokeId;
        if (_long is null) _datagram[_invokeIdAt] = invokeId;
    }

    Reply IValueTaskSource<Reply>.GetResult(short token) => _completion.GetResult(token);

    ValueTaskSourceStatus IValueTaskSource<Reply>.GetStatus(short token) => _completion.GetStatus(token);

    void IValueTaskSource<Reply>.OnCompleted(Action<object?> continuation, object? state, short token, ValueTaskSourceOnCompletedFlags flags) =>
        _completion.OnCompleted(continuation, state, token, flags);
}

/// <summary>Whether an acknowledgement answers the request that it claims to answer.</summary>
public enum AckVerdict : byte
{
    /// <summary>It does, and its values have been taken.</summary>
    Accepted,
    /// <summary>It is about another object or property.</summary>
    WrongTarget,
    /// <summary>It does not decode. The request is sent again: the next answer may.</summary>
    Malformed,
    /// <summary>It does not decode, and no other try will make it better: the request ends with <see cref="ReplyKind.Malformed"/>.</summary>
    Hopeless,
}

/// <summary>What a request takes of the budgets.</summary>
internal enum BudgetPlace : byte
{
    /// <summary>Nothing: it has not been sent, or waits for an answer that is overdue.</summary>
    None,
    /// <summary>A place.</summary>
    Own,
    /// <summary>A place beside, that keeps nobody out.</summary>
    Beside,
}

internal enum ExchangeState : byte
{
    Idle,
    Waiting,
    InFlight,
}
