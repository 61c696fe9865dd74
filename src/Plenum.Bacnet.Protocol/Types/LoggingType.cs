namespace Plenum.Bacnet.Protocol.Types;

/// <summary>BACnetLoggingType (clause 21): what makes a log take a record; 64..255 are a vendor's.</summary>
public enum LoggingType : ushort
{
    /// <summary>polled</summary>
    Polled = 0,
    /// <summary>cov</summary>
    Cov = 1,
    /// <summary>triggered</summary>
    Triggered = 2,
}
