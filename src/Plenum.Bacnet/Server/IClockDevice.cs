namespace Plenum.Bacnet.Server;

/// <summary>A device whose clock others may set: with it, TimeSynchronization and UTCTimeSynchronization (clauses 16.7, 16.8) are served.</summary>
public interface IClockDevice
{
    /// <summary>Sets the clock.</summary>
    /// <param name="time">What time it is.</param>
    /// <param name="isUtc">Whether that is UTC, and not local time.</param>
    void Synchronize(DateTime time, bool isUtc);
}
