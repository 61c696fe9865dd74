namespace Plenum.Bacnet.Protocol.Types;

/// <summary>BACnetProgramError (clause 21): why a Program object stopped; 64..65535 are a vendor's.</summary>
public enum ProgramError : ushort
{
    /// <summary>normal</summary>
    Normal = 0,
    /// <summary>load-failed</summary>
    LoadFailed = 1,
    /// <summary>internal</summary>
    Internal = 2,
    /// <summary>program</summary>
    Program = 3,
    /// <summary>other</summary>
    Other = 4,
}
