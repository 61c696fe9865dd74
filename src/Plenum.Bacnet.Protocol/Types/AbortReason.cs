namespace Plenum.Bacnet.Protocol.Types;

/// <summary>BACnetAbortReason (clauses 18.10 and 21): why a transaction was broken off; 0..63 are the standard's, 64..255 a vendor's.</summary>
public enum AbortReason : byte
{
    /// <summary>other</summary>
    Other = 0,
    /// <summary>buffer-overflow</summary>
    BufferOverflow = 1,
    /// <summary>invalid-apdu-in-this-state</summary>
    InvalidApduInThisState = 2,
    /// <summary>preempted-by-higher-priority-task</summary>
    PreemptedByHigherPriorityTask = 3,
    /// <summary>segmentation-not-supported</summary>
    SegmentationNotSupported = 4,
    /// <summary>security-error</summary>
    SecurityError = 5,
    /// <summary>insufficient-security</summary>
    InsufficientSecurity = 6,
    /// <summary>window-size-out-of-range</summary>
    WindowSizeOutOfRange = 7,
    /// <summary>application-exceeded-reply-time</summary>
    ApplicationExceededReplyTime = 8,
    /// <summary>out-of-resources</summary>
    OutOfResources = 9,
    /// <summary>tsm-timeout</summary>
    TsmTimeout = 10,
    /// <summary>apdu-too-long</summary>
    ApduTooLong = 11,
}
