namespace Plenum.Bacnet.Protocol.Types;

/// <summary>BACnetNodeType (clause 21): what a Structured View object stands for.</summary>
public enum NodeType : ushort
{
    /// <summary>unknown</summary>
    Unknown = 0,
    /// <summary>system</summary>
    System = 1,
    /// <summary>network</summary>
    Network = 2,
    /// <summary>device</summary>
    Device = 3,
    /// <summary>organizational</summary>
    Organizational = 4,
    /// <summary>area</summary>
    Area = 5,
    /// <summary>equipment</summary>
    Equipment = 6,
    /// <summary>point</summary>
    Point = 7,
    /// <summary>collection</summary>
    Collection = 8,
    /// <summary>property</summary>
    Property = 9,
    /// <summary>functional</summary>
    Functional = 10,
    /// <summary>other</summary>
    Other = 11,
    /// <summary>subsystem</summary>
    Subsystem = 12,
    /// <summary>building</summary>
    Building = 13,
    /// <summary>floor</summary>
    Floor = 14,
    /// <summary>section</summary>
    Section = 15,
    /// <summary>module</summary>
    Module = 16,
    /// <summary>tree</summary>
    Tree = 17,
    /// <summary>member</summary>
    Member = 18,
    /// <summary>protocol</summary>
    Protocol = 19,
    /// <summary>room</summary>
    Room = 20,
    /// <summary>zone</summary>
    Zone = 21,
}
