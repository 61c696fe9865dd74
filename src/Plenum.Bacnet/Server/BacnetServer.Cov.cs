using Plenum.Bacnet.Protocol.Services;
using Plenum.Bacnet.Protocol.Types;

namespace Plenum.Bacnet.Server;

public sealed partial class BacnetServer
{
    private Outcome SubscribeCov(in ServedRequest request)
    {
        if (!SubscribeCovRequest.TryDecode(request.Content, out var asked, out var error)) return Outcome.Malformed(error);
        if (asked is { Confirmed: null, Lifetime: not null }) return Outcome.Reject(RejectReason.MissingRequiredParameter);
        SubscriptionKey key = new(request.From, asked.ProcessId, asked.Monitored, null, null);
        return Outcome.DoneUnless(Cov!.Subscribe(key, asked.Confirmed, asked.Lifetime, increment: null));
    }

    private Outcome SubscribeCovProperty(in ServedRequest request)
    {
        if (!SubscribeCovPropertyRequest.TryDecode(request.Content, out var asked, out var error)) return Outcome.Malformed(error);
        if (!asked.IsCancellation && (asked.Confirmed is null || asked.Lifetime is null)) return Outcome.Reject(RejectReason.MissingRequiredParameter);
        if (asked.Lifetime == 0 || asked.Increment is < 0 or float.NaN) return Outcome.Reject(RejectReason.ParameterOutOfRange);   // here, unlike above, 0 is no lifetime
        var monitored = asked.Monitored;
        SubscriptionKey key = new(request.From, asked.ProcessId, monitored.Object, monitored.Property, monitored.ArrayIndex);
        return Outcome.DoneUnless(Cov!.Subscribe(key, asked.Confirmed, asked.Lifetime, asked.Increment));
    }
}
