namespace Plenum.Bacnet.Protocol.Types;

/// <summary>BACnetAuditLevel (clause 21): how much is audited; 128..255 are a vendor's.</summary>
public enum AuditLevel : ushort
{
    /// <summary>none</summary>
    None = 0,
    /// <summary>audit-all</summary>
    AuditAll = 1,
    /// <summary>audit-config</summary>
    AuditConfig = 2,
    /// <summary>default</summary>
    Default = 3,
}
