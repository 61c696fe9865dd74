namespace Plenum.Bacnet.Protocol.Types;

/// <summary>BACnetPolarity (clause 21): whether a binary point means what it says or the opposite.</summary>
public enum Polarity : ushort
{
    /// <summary>normal</summary>
    Normal = 0,
    /// <summary>reverse</summary>
    Reverse = 1,
}
