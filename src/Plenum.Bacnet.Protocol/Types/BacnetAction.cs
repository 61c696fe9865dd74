namespace Plenum.Bacnet.Protocol.Types;

/// <summary>BACnetAction (clause 21): which way a loop acts.</summary>
public enum BacnetAction : ushort
{
    /// <summary>direct</summary>
    Direct = 0,
    /// <summary>reverse</summary>
    Reverse = 1,
}
