namespace Plenum.Bacnet.Protocol.Types;

/// <summary>BACnetLiftCarDoorCommand (clause 21): what a lift's door is told.</summary>
public enum LiftCarDoorCommand : ushort
{
    /// <summary>none</summary>
    None = 0,
    /// <summary>open</summary>
    Open = 1,
    /// <summary>close</summary>
    Close = 2,
}
