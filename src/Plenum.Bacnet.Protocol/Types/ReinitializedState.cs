namespace Plenum.Bacnet.Protocol.Types;

/// <summary>The state that a device is to go into (clause 16.4.1.1.1).</summary>
public enum ReinitializedState : byte
{
    /// <summary>coldstart: begin as after power-up</summary>
    Coldstart = 0,
    /// <summary>warmstart: begin again, keeping what the vendor chose to keep</summary>
    Warmstart = 1,
    /// <summary>start-backup: get ready to hand out the configuration files (clause 19.1)</summary>
    StartBackup = 2,
    /// <summary>end-backup</summary>
    EndBackup = 3,
    /// <summary>start-restore: get ready to take configuration files</summary>
    StartRestore = 4,
    /// <summary>end-restore: begin again with the files that were taken</summary>
    EndRestore = 5,
    /// <summary>abort-restore</summary>
    AbortRestore = 6,
    /// <summary>activate-changes: let pending changes of Network Port objects take effect</summary>
    ActivateChanges = 7,
}
