namespace Plenum.Bacnet.Protocol.Types;

/// <summary>BACnetFileAccessMethod (clause 21): how a file is read.</summary>
public enum FileAccessMethod : ushort
{
    /// <summary>record-access</summary>
    RecordAccess = 0,
    /// <summary>stream-access</summary>
    StreamAccess = 1,
}
