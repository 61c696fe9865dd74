namespace Plenum.Bacnet.Protocol.Types;

/// <summary>BACnetAccumulatorRecord.accumulator-status (clause 21): how far an accumulator's record can be believed.</summary>
public enum AccumulatorStatus : ushort
{
    /// <summary>normal</summary>
    Normal = 0,
    /// <summary>starting</summary>
    Starting = 1,
    /// <summary>recovered</summary>
    Recovered = 2,
    /// <summary>abnormal</summary>
    Abnormal = 3,
    /// <summary>failed</summary>
    Failed = 4,
}
