using Plenum.Bacnet.Protocol.Links;

namespace Plenum.Bacnet.Transport;

/// <summary>The BBMD to register with as a foreign device (clause J.5), and for how long.</summary>
public sealed record ForeignDeviceOptions
{
    /// <summary>The address and port of the BBMD.</summary>
    public required DeviceAddress Bbmd { get; init; }

    /// <summary>For how long one registration is good, 1..65535 s; default 300 s. It is renewed at half of this time.</summary>
    public TimeSpan TimeToLive { get; init; } = TimeSpan.FromSeconds(300);
}
