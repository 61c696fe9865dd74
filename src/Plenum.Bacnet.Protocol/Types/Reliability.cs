namespace Plenum.Bacnet.Protocol.Types;

/// <summary>BACnetReliability (clause 21): whether a value can be believed and, if not, why; 0..63 are the standard's, 64..65535 a vendor's.</summary>
public enum Reliability : ushort
{
    /// <summary>no-fault-detected</summary>
    NoFaultDetected = 0,
    /// <summary>no-sensor</summary>
    NoSensor = 1,
    /// <summary>over-range</summary>
    OverRange = 2,
    /// <summary>under-range</summary>
    UnderRange = 3,
    /// <summary>open-loop</summary>
    OpenLoop = 4,
    /// <summary>shorted-loop</summary>
    ShortedLoop = 5,
    /// <summary>no-output</summary>
    NoOutput = 6,
    /// <summary>unreliable-other</summary>
    UnreliableOther = 7,
    /// <summary>process-error</summary>
    ProcessError = 8,
    /// <summary>multi-state-fault</summary>
    MultiStateFault = 9,
    /// <summary>configuration-error</summary>
    ConfigurationError = 10,
    /// <summary>communication-failure</summary>
    CommunicationFailure = 12,
    /// <summary>member-fault</summary>
    MemberFault = 13,
    /// <summary>monitored-object-fault</summary>
    MonitoredObjectFault = 14,
    /// <summary>tripped</summary>
    Tripped = 15,
    /// <summary>lamp-failure</summary>
    LampFailure = 16,
    /// <summary>activation-failure</summary>
    ActivationFailure = 17,
    /// <summary>renew-dhcp-failure</summary>
    RenewDhcpFailure = 18,
    /// <summary>renew-fd-registration-failure</summary>
    RenewFdRegistrationFailure = 19,
    /// <summary>restart-auto-negotiation-failure</summary>
    RestartAutoNegotiationFailure = 20,
    /// <summary>restart-failure</summary>
    RestartFailure = 21,
    /// <summary>proprietary-command-failure</summary>
    ProprietaryCommandFailure = 22,
    /// <summary>faults-listed</summary>
    FaultsListed = 23,
    /// <summary>referenced-object-fault</summary>
    ReferencedObjectFault = 24,
    /// <summary>multi-state-out-of-range</summary>
    MultiStateOutOfRange = 25,
}
