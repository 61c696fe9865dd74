namespace Plenum.Bacnet.Protocol.Types;

/// <summary>BACnetLogStatus (clause 21): what happened to a log, in a record of its own; bit n of the bit string, counted from the first bit sent, is 1 &lt;&lt; n here.</summary>
[Flags]
public enum LogStatus : byte
{
    /// <summary>Nothing: the log goes on.</summary>
    None = 0,
    /// <summary>log-disabled (bit 0)</summary>
    LogDisabled = 1 << 0,
    /// <summary>buffer-purged (bit 1)</summary>
    BufferPurged = 1 << 1,
    /// <summary>log-interrupted (bit 2)</summary>
    LogInterrupted = 1 << 2,
}
