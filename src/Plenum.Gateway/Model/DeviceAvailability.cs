namespace Plenum.Gateway.Model;

/// <summary>How a device does, since when and why.</summary>
/// <param name="Status">How it does.</param>
/// <param name="Since">Since when, by the wall clock.</param>
/// <param name="Why">Why, for people; what is wrong begins with a code of the troubleshooting page.</param>
public sealed record DeviceAvailability(DeviceStatus Status, DateTimeOffset Since, string Why)
{
    /// <summary>Whether no value of it can be expected: it is gone, or another one is in its place.</summary>
    public bool IsOffline => Status is DeviceStatus.Offline or DeviceStatus.Mistaken;

    /// <summary>Whether it does as it did then, for the same reason.</summary>
    public bool IsAs(DeviceAvailability? then) => then is not null && Status == then.Status && Why == then.Why;
}

/// <summary>How a device does.</summary>
public enum DeviceStatus : byte
{
    /// <summary>It has not been asked yet, or not yet answered for the first time.</summary>
    Starting,
    /// <summary>It answers, and its polls are complete.</summary>
    Online,
    /// <summary>It answers, but refuses points, or its polls are late or incomplete.</summary>
    Degraded,
    /// <summary>It does not answer; it is asked ever more rarely until it does.</summary>
    Offline,
    /// <summary>Another device answers in its place, or several do; no values are taken.</summary>
    Mistaken,
    /// <summary>It answered until the gateway lost the network that it is on: nothing is known of it.</summary>
    Unknown,
}
