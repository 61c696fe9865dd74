using Plenum.Bacnet.Protocol.Constructed;
using Plenum.Bacnet.Protocol.Types;

namespace Plenum.Bacnet.Server;

/// <summary>A subscription as Active_COV_Subscriptions shows it: who is told by its address.</summary>
internal static class ActiveSubscription
{
    public static BacnetValue Of(ServedSubscription subscription, TimeSpan now)
    {
        var key = subscription.Key;
        Recipient recipient = new(null, Addresses.ToBacnet(key.Subscriber));
        return Typed.ToValue(new CovSubscription(new(recipient, key.ProcessId), key.Monitored with { ArrayIndex = key.ArrayIndex }, subscription.Confirmed, subscription.Remaining(now), subscription.Increment));
    }
}
