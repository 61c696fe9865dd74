namespace Plenum.Bacnet.Protocol.Types;

/// <summary>BACnetDeviceStatus (clause 21): 0..63 are the standard's, 64..65535 a vendor's.</summary>
public enum DeviceStatus : ushort
{
    /// <summary>operational</summary>
    Operational = 0,
    /// <summary>operational-read-only</summary>
    OperationalReadOnly = 1,
    /// <summary>download-required</summary>
    DownloadRequired = 2,
    /// <summary>download-in-progress</summary>
    DownloadInProgress = 3,
    /// <summary>non-operational</summary>
    NonOperational = 4,
    /// <summary>backup-in-progress</summary>
    BackupInProgress = 5,
}
