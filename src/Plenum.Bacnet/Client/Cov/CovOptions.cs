using Plenum.Bacnet.Protocol.Transactions;

namespace Plenum.Bacnet.Client.Cov;

/// <summary>How changes are subscribed to.</summary>
public sealed record CovOptions
{
    /// <summary>Lifetimes and patience.</summary>
    public CovLeasePolicy Lease { get; init; } = new();

    /// <summary>The number that tells our subscriptions of a device from those that others on this port may have, 1 upward; 1 by default. The same after a restart, so that a subscription
    /// that the device still holds is renewed and does not take a second place.</summary>
    public uint ProcessId { get; init; } = 1;

    /// <summary>Whether notifications are acknowledged, and so sent again when they get lost; true by default.</summary>
    public bool Confirmed { get; init; } = true;

    /// <summary>How many subscriptions one device is asked to hold; 1000 by default. A device that says that it is full is asked for no more than it holds.</summary>
    public int MostPerDevice { get; init; } = 1000;

    /// <summary>How many are asked for in one go; 25 by default: starting, or a restart of a device, does not flood it.</summary>
    public int MostAtOnce { get; init; } = 25;

    /// <summary>How many notifications of a device may wait to be taken; 1024 by default.</summary>
    public int MostWaiting { get; init; } = 1024;
}
