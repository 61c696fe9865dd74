using Plenum.Bacnet.Protocol.Transactions;
using Plenum.Bacnet.Protocol.Types;

namespace Plenum.Bacnet.Client.Cov;

/// <summary>One subscription of a device, and what it has told. Guarded by the lock of its <see cref="DeviceSubscriptions"/>.</summary>
internal sealed class CovSubscription(CovTarget target, CovLeasePolicy policy)
{
    /// <summary>An object tells of a handful of its properties (table 13-1); a device that names ever new ones fills no memory.</summary>
    private const int MostProperties = 64;

    private readonly Dictionary<(PropertyId, uint?), CovNotification> _last = [];

    public CovTarget Target => target;

    public CovLease Lease { get; } = new(policy);

    public ConfirmedService Service => target.Property is null ? ConfirmedService.SubscribeCov : ConfirmedService.SubscribeCovProperty;

    public void Keep(in CovNotification notification)
    {
        var key = (notification.Property.Property, notification.Property.ArrayIndex);
        if (_last.Count < MostProperties || _last.ContainsKey(key)) _last[key] = notification;
    }

    /// <summary>What was told last of a property; null when nothing was.</summary>
    public CovNotification? Last(PropertyReference property) => _last.TryGetValue((property.Property, property.ArrayIndex), out var last) ? last : null;

    /// <summary>What was told before no longer counts.</summary>
    public void Forget() => _last.Clear();
}
