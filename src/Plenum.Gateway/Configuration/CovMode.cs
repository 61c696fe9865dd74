namespace Plenum.Gateway.Configuration;

/// <summary>Whether a point's changes are subscribed to.</summary>
public enum CovMode : byte
{
    /// <summary>It is polled.</summary>
    Off,
    /// <summary>A present value or status flags are subscribed to by SubscribeCOV where the device takes that, and polled otherwise.</summary>
    Auto,
    /// <summary>Any property is subscribed to, by SubscribeCOVProperty where SubscribeCOV does not tell it; polled where that is refused.</summary>
    On,
}
