namespace Plenum.Bacnet.Protocol.Types;

/// <summary>BACnetRelationship (clause 21): what an object is to another; 1024..65535 are a vendor's.</summary>
public enum Relationship : ushort
{
    /// <summary>unknown</summary>
    Unknown = 0,
    /// <summary>default</summary>
    Default = 1,
    /// <summary>contains</summary>
    Contains = 2,
    /// <summary>contained-by</summary>
    ContainedBy = 3,
    /// <summary>uses</summary>
    Uses = 4,
    /// <summary>used-by</summary>
    UsedBy = 5,
    /// <summary>commands</summary>
    Commands = 6,
    /// <summary>commanded-by</summary>
    CommandedBy = 7,
    /// <summary>adjusts</summary>
    Adjusts = 8,
    /// <summary>adjusted-by</summary>
    AdjustedBy = 9,
    /// <summary>ingress</summary>
    Ingress = 10,
    /// <summary>egress</summary>
    Egress = 11,
    /// <summary>supplies-air</summary>
    SuppliesAir = 12,
    /// <summary>receives-air</summary>
    ReceivesAir = 13,
    /// <summary>supplies-hot-air</summary>
    SuppliesHotAir = 14,
    /// <summary>receives-hot-air</summary>
    ReceivesHotAir = 15,
    /// <summary>supplies-cool-air</summary>
    SuppliesCoolAir = 16,
    /// <summary>receives-cool-air</summary>
    ReceivesCoolAir = 17,
    /// <summary>supplies-power</summary>
    SuppliesPower = 18,
    /// <summary>receives-power</summary>
    ReceivesPower = 19,
    /// <summary>supplies-gas</summary>
    SuppliesGas = 20,
    /// <summary>receives-gas</summary>
    ReceivesGas = 21,
    /// <summary>supplies-water</summary>
    SuppliesWater = 22,
    /// <summary>receives-water</summary>
    ReceivesWater = 23,
    /// <summary>supplies-hot-water</summary>
    SuppliesHotWater = 24,
    /// <summary>receives-hot-water</summary>
    ReceivesHotWater = 25,
    /// <summary>supplies-cool-water</summary>
    SuppliesCoolWater = 26,
    /// <summary>receives-cool-water</summary>
    ReceivesCoolWater = 27,
    /// <summary>supplies-steam</summary>
    SuppliesSteam = 28,
    /// <summary>receives-steam</summary>
    ReceivesSteam = 29,
}
