using Plenum.Bacnet.Protocol.Apdu;
using Plenum.Bacnet.Protocol.Links;
using Plenum.Bacnet.Protocol.Services;
using Plenum.Bacnet.Protocol.Tags;
using Plenum.Bacnet.Protocol.Types;

namespace Plenum.Bacnet.Server;

public sealed partial class BacnetServer
{
    private const int AckHeader = 3;

    /// <summary>Serves a request and sends what it ended with: in one APDU, or an Abort (clause 5.4.5.3).</summary>
    private void Serve(in ServedRequest request)
    {
        Span<byte> octets = stackalloc byte[ApduSizes.Largest];
        var writer = new TagWriter(octets[..(MostApdu(in request) - AckHeader)]);
        var outcome = Handle(in request, ref writer);
        if (writer.Overflowed && outcome.IsWritten) outcome = Outcome.Abort(AbortReason.SegmentationNotSupported);
        Send(outcome, in request, writer.Written);
    }

    /// <summary>One service, one handler: it reads the request's content, writes the octets of the acknowledgement, if there are any, and says how it ended. A Reject for every service that there is none for.</summary>
    private Outcome Handle(in ServedRequest request, ref TagWriter writer) => request.Service switch
    {
        ConfirmedService.ReadProperty => ReadProperty(in request, ref writer),
        ConfirmedService.ReadPropertyMultiple when _device.ReadsMultiple => ReadPropertyMultiple(in request, ref writer),
        ConfirmedService.WriteProperty => WriteProperty(in request),
        ConfirmedService.SubscribeCov when Cov is not null => SubscribeCov(in request),
        ConfirmedService.SubscribeCovProperty when Cov is not null => SubscribeCovProperty(in request),
        _ => Outcome.Reject(RejectReason.UnrecognizedService),
    };

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
