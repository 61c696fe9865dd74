namespace Plenum.Bacnet.Protocol.Types;

/// <summary>BACnetShedState (clause 21): where a load control object is.</summary>
public enum ShedState : ushort
{
    /// <summary>shed-inactive</summary>
    ShedInactive = 0,
    /// <summary>shed-request-pending</summary>
    ShedRequestPending = 1,
    /// <summary>shed-compliant</summary>
    ShedCompliant = 2,
    /// <summary>shed-non-compliant</summary>
    ShedNonCompliant = 3,
}
