namespace Plenum.Bacnet.Protocol.Types;

/// <summary>BACnetEscalatorOperationDirection (clause 21): which way an escalator runs; 1024..65535 are a vendor's.</summary>
public enum EscalatorOperationDirection : ushort
{
    /// <summary>unknown</summary>
    Unknown = 0,
    /// <summary>stopped</summary>
    Stopped = 1,
    /// <summary>up-rated-speed</summary>
    UpRatedSpeed = 2,
    /// <summary>up-reduced-speed</summary>
    UpReducedSpeed = 3,
    /// <summary>down-rated-speed</summary>
    DownRatedSpeed = 4,
    /// <summary>down-reduced-speed</summary>
    DownReducedSpeed = 5,
}
