namespace Plenum.Bacnet.Protocol.Types;

/// <summary>BACnetBackupState (clause 21): where backup or restore stands.</summary>
public enum BackupState : ushort
{
    /// <summary>idle</summary>
    Idle = 0,
    /// <summary>preparing-for-backup</summary>
    PreparingForBackup = 1,
    /// <summary>preparing-for-restore</summary>
    PreparingForRestore = 2,
    /// <summary>performing-a-backup</summary>
    PerformingABackup = 3,
    /// <summary>performing-a-restore</summary>
    PerformingARestore = 4,
    /// <summary>backup-failure</summary>
    BackupFailure = 5,
    /// <summary>restore-failure</summary>
    RestoreFailure = 6,
}
