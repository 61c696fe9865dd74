namespace Plenum.Simulation.Faults;

/// <summary>A mistake put in on purpose, to see that the checks find it.</summary>
internal enum Planted : byte
{
    /// <summary>None.</summary>
    None,
    /// <summary>The disk says that it has synced, and has not.</summary>
    LyingDisk,
    /// <summary>The outbox says that a message is safe, and forgets it now and then.</summary>
    ForgetfulOutbox,
    /// <summary>Values are stored under another device's name now and then.</summary>
    MixedUpDevices,
    /// <summary>One device is not polled any more after a while.</summary>
    Starved,
}
