namespace Plenum.Bacnet.Protocol.Types;

/// <summary>BACnetMaintenance (clause 21): which maintenance is due; 256..65535 are a vendor's.</summary>
public enum Maintenance : ushort
{
    /// <summary>none</summary>
    None = 0,
    /// <summary>periodic-test</summary>
    PeriodicTest = 1,
    /// <summary>need-service-operational</summary>
    NeedServiceOperational = 2,
    /// <summary>need-service-inoperative</summary>
    NeedServiceInoperative = 3,
}
