namespace Plenum.Gateway.Polling;

/// <summary>Whether a device answers.</summary>
public enum DeviceStatus : byte
{
    /// <summary>It has not been asked yet, or not yet answered for the first time.</summary>
    Starting,
    /// <summary>It answers.</summary>
    Online,
    /// <summary>It does not answer; it is asked ever more rarely until it does.</summary>
    Silent,
    /// <summary>Another device answers at its address.</summary>
    Mistaken,
}
