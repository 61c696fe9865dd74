namespace Plenum.Bacnet.Protocol.Types;

/// <summary>BACnetProtocolLevel (clause 21): at which level a network port works.</summary>
public enum ProtocolLevel : ushort
{
    /// <summary>physical</summary>
    Physical = 0,
    /// <summary>protocol</summary>
    Protocol = 1,
    /// <summary>bacnet-application</summary>
    BacnetApplication = 2,
    /// <summary>non-bacnet-application</summary>
    NonBacnetApplication = 3,
}
