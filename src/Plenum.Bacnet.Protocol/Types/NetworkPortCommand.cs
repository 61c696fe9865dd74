namespace Plenum.Bacnet.Protocol.Types;

/// <summary>BACnetNetworkPortCommand (clause 21): what a network port is told to do; 128..255 are a vendor's.</summary>
public enum NetworkPortCommand : ushort
{
    /// <summary>idle</summary>
    Idle = 0,
    /// <summary>discard-changes</summary>
    DiscardChanges = 1,
    /// <summary>renew-fd-registration</summary>
    RenewFdRegistration = 2,
    /// <summary>restart-slave-discovery</summary>
    RestartSlaveDiscovery = 3,
    /// <summary>renew-dhcp</summary>
    RenewDhcp = 4,
    /// <summary>restart-autonegotiation</summary>
    RestartAutonegotiation = 5,
    /// <summary>disconnect</summary>
    Disconnect = 6,
    /// <summary>restart-port</summary>
    RestartPort = 7,
    /// <summary>generate-csr-file</summary>
    GenerateCsrFile = 8,
    /// <summary>validate-changes</summary>
    ValidateChanges = 9,
}
