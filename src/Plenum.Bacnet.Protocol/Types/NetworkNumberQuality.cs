namespace Plenum.Bacnet.Protocol.Types;

/// <summary>BACnetNetworkNumberQuality (clause 21): how a device knows its network number.</summary>
public enum NetworkNumberQuality : ushort
{
    /// <summary>unknown</summary>
    Unknown = 0,
    /// <summary>learned</summary>
    Learned = 1,
    /// <summary>learned-configured</summary>
    LearnedConfigured = 2,
    /// <summary>configured</summary>
    Configured = 3,
}
