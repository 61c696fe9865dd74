using System.Buffers;
using Plenum.Bacnet.Protocol.Apdu;
using Plenum.Bacnet.Protocol.Links;
using Plenum.Bacnet.Protocol.Services;
using Plenum.Bacnet.Protocol.Tags;
using Plenum.Bacnet.Protocol.Types;

namespace Plenum.Bacnet.Server;

public sealed partial class BacnetServer
{
    private const int AckHeader = 3;

    /// <summary>The longest acknowledgement that is sent, in segments.</summary>
    private const int MostAnswer = 1 << 17;

    private readonly RecentRequests _recent = new();

    /// <summary>Serves a request, unless it is a copy of one that was: that gets the answer of the first.</summary>
    private void Serve(in ServedRequest request)
    {
        if (IsBeingAnswered(in request)) return;
        if (RecentRequests.OnlyReads(request.Service)) Carry(in request);
        else if (_recent.TryFind(in request, Now, out var outcome, out var written)) SendAnswer(outcome, in request, written);
        else Carry(in request);
    }

    private void Carry(in ServedRequest request)
    {
        var large = MaySegment(in request) ? ArrayPool<byte>.Shared.Rent(MostAnswer) : null;
        Span<byte> small = stackalloc byte[ApduSizes.Largest];
        var writer = new TagWriter(large is null ? small[..(MostApdu(in request) - AckHeader)] : large.AsSpan(0, MostAnswer));
        var outcome = Handle(in request, ref writer);
        if (writer.Overflowed && outcome.IsWritten) outcome = Outcome.Abort(large is null ? AbortReason.SegmentationNotSupported : AbortReason.BufferOverflow);
        if (!RecentRequests.OnlyReads(request.Service)) _recent.Add(in request, outcome, outcome.IsWritten ? writer.Written : default, Now);
        SendAnswer(outcome, in request, writer.Written);
        if (large is not null) ArrayPool<byte>.Shared.Return(large);
    }

    /// <summary>Sends what a request ended with: in one APDU, in segments, or, when it fits neither, as an Abort (clause 5.4.5.3).</summary>
    private void SendAnswer(Outcome outcome, in ServedRequest request, ReadOnlySpan<byte> written)
    {
        if (!outcome.IsWritten || AckHeader + written.Length <= MostApdu(in request)) Send(outcome, in request, written);
        else if (outcome.Type == PduType.ComplexAck && MaySegment(in request)) SendSegmented(in request, written);
        else Send(Outcome.Abort(AbortReason.SegmentationNotSupported), in request, default);
    }

    private bool MaySegment(in ServedRequest request) => request.Header.SegmentedResponseAccepted && _device.Segmentation.Sends();

    /// <summary>As much as both sides can take.</summary>
    private int MostApdu(in ServedRequest request) => Math.Min(_device.MaxApdu, ApduSizes.Decode(request.Header.MaxApduCode));

    private void Send(Outcome outcome, in ServedRequest request, ReadOnlySpan<byte> written)
    {
        Span<byte> apdu = stackalloc byte[ApduSizes.Largest];
        var size = Head(outcome, request.Header).Encode(apdu);
        var writer = new TagWriter(apdu[size..]);
        if (outcome.IsWritten) writer.WriteRaw(written);
        else if (outcome.Type == PduType.Error) ErrorReply.Encode(ref writer, outcome.Refusal);
        _port.TrySendApdu(apdu[..(size + writer.Length)], request.From, expectsReply: false);
    }

    private static ApduHeader Head(Outcome outcome, ApduHeader asked) => new()
    {
        Type = outcome.Type,
        FromServer = outcome.Type == PduType.Abort,
        InvokeId = asked.InvokeId,
        Service = outcome.Type is PduType.Reject or PduType.Abort ? outcome.Reason : asked.Service,
    };
}
