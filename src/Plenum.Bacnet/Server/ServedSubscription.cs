using Plenum.Bacnet.Protocol.Links;
using Plenum.Bacnet.Protocol.Types;

namespace Plenum.Bacnet.Server;

/// <summary>Who is told of what: one subscription that a device of ours holds (clause 13.14.2: one for each subscriber, process and monitored thing).</summary>
internal readonly record struct SubscriptionKey(DeviceAddress Subscriber, uint ProcessId, ObjectId Object, PropertyId? Property, uint? ArrayIndex)
{
    public PropertyReference Monitored => new(Object, Property ?? PropertyId.PresentValue, ArrayIndex);
}

/// <summary>A subscription as the device holds it. Guarded by the lock of its <see cref="CovSource"/>.</summary>
internal sealed class ServedSubscription(SubscriptionKey key)
{
    public SubscriptionKey Key => key;

    public bool Confirmed { get; set; }

    public float? Increment { get; set; }

    /// <summary>When it ends; null for never.</summary>
    public TimeSpan? EndsAt { get; set; }

    /// <summary>What was told last; null when it is to be told now, whatever it is.</summary>
    public (BacnetValue Value, BacnetValue Flags)? Told { get; set; }

    /// <summary>The confirmed notification that waits for its acknowledgement.</summary>
    public PendingNotification? Pending { get; set; }

    /// <summary>Seconds until it ends, at least one; 0 for never.</summary>
    public uint Remaining(TimeSpan now) => EndsAt is { } end ? (uint)Math.Max(1, Math.Ceiling((end - now).TotalSeconds)) : 0;

    /// <summary>Whether a value is so far from the one told last that it has to be told (table 13-1): numbers by the increment, everything else by any difference.</summary>
    public bool IsChange(BacnetValue value, BacnetValue flags, double increment)
    {
        if (Told is not { } told || told.Flags != flags) return true;
        if (told.Value == value) return false;
        if (Number(told.Value) is not { } before || Number(value) is not { } now || increment <= 0) return true;
        var distance = Math.Abs(now - before);
        return double.IsNaN(distance) || distance >= increment;
    }

    private static double? Number(BacnetValue value) => value.Kind switch
    {
        BacnetKind.Real => value.AsReal,
        BacnetKind.Double => value.AsDouble,
        _ => null,
    };
}

/// <summary>A confirmed notification on its way.</summary>
/// <param name="Apdu">The whole APDU.</param>
/// <param name="InvokeId">Its invoke id.</param>
/// <param name="Tries">How often it was sent.</param>
/// <param name="Due">When it is sent again, or given up.</param>
internal sealed record PendingNotification(byte[] Apdu, byte InvokeId, int Tries, TimeSpan Due);
