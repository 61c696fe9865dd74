using Plenum.Bacnet.Protocol.Apdu;
using Plenum.Bacnet.Protocol.Frames;
using Plenum.Bacnet.Protocol.Services;
using Plenum.Bacnet.Protocol.Types;

namespace Plenum.Bacnet.Server;

public sealed partial class BacnetServer
{
    private int SubscribeCov(Span<byte> apdu, in BipFrame frame)
    {
        var id = frame.Apdu.InvokeId;
        if (!SubscribeCovRequest.TryDecode(frame.Content, out var request, out var error)) return Reject(apdu, id, Reason(error));
        if (request is { Confirmed: null, Lifetime: not null }) return Reject(apdu, id, RejectReason.MissingRequiredParameter);
        SubscriptionKey key = new(frame.Source, request.ProcessId, Ours(new(request.Monitored, PropertyId.PresentValue)).Object, null, null);
        return Acknowledge(apdu, in frame, Cov!.Subscribe(key, request.Confirmed, request.Lifetime, increment: null));
    }

    private int SubscribeCovProperty(Span<byte> apdu, in BipFrame frame)
    {
        var id = frame.Apdu.InvokeId;
        if (!SubscribeCovPropertyRequest.TryDecode(frame.Content, out var request, out var error)) return Reject(apdu, id, Reason(error));
        if (!request.IsCancellation && (request.Confirmed is null || request.Lifetime is null)) return Reject(apdu, id, RejectReason.MissingRequiredParameter);
        if (request.Lifetime == 0 || request.Increment is < 0 or float.NaN) return Reject(apdu, id, RejectReason.ParameterOutOfRange);   // here, unlike above, 0 is no lifetime
        var monitored = Ours(request.Monitored);
        SubscriptionKey key = new(frame.Source, request.ProcessId, monitored.Object, monitored.Property, monitored.ArrayIndex);
        return Acknowledge(apdu, in frame, Cov!.Subscribe(key, request.Confirmed, request.Lifetime, request.Increment));
    }

    private static int Acknowledge(Span<byte> apdu, in BipFrame frame, BacnetError? refusal) => refusal is { } why
        ? Error(apdu, in frame, why)
        : new ApduHeader { Type = PduType.SimpleAck, InvokeId = frame.Apdu.InvokeId, Service = frame.Apdu.Service }.Encode(apdu);
}
