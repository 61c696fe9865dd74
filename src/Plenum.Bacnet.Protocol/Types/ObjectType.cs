namespace Plenum.Bacnet.Protocol.Types;

/// <summary>BACnetObjectType (clause 21): 0..127 are the standard's, 128..1023 a vendor's.</summary>
public enum ObjectType : ushort
{
    /// <summary>analog-input</summary>
    AnalogInput = 0,
    /// <summary>analog-output</summary>
    AnalogOutput = 1,
    /// <summary>analog-value</summary>
    AnalogValue = 2,
    /// <summary>binary-input</summary>
    BinaryInput = 3,
    /// <summary>binary-output</summary>
    BinaryOutput = 4,
    /// <summary>binary-value</summary>
    BinaryValue = 5,
    /// <summary>device</summary>
    Device = 8,
    /// <summary>multi-state-input</summary>
    MultiStateInput = 13,
    /// <summary>multi-state-output</summary>
    MultiStateOutput = 14,
    /// <summary>multi-state-value</summary>
    MultiStateValue = 19,
}
