namespace Plenum.Bacnet.Protocol.Types;

/// <summary>BACnetAuthenticationStatus (clause 21): where authentication stands.</summary>
public enum AuthenticationStatus : ushort
{
    /// <summary>not-ready</summary>
    NotReady = 0,
    /// <summary>ready</summary>
    Ready = 1,
    /// <summary>disabled</summary>
    Disabled = 2,
    /// <summary>waiting-for-authentication-factor</summary>
    WaitingForAuthenticationFactor = 3,
    /// <summary>waiting-for-accompaniment</summary>
    WaitingForAccompaniment = 4,
    /// <summary>waiting-for-verification</summary>
    WaitingForVerification = 5,
    /// <summary>in-progress</summary>
    InProgress = 6,
}
