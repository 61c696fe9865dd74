namespace Plenum.Bacnet.Protocol.Types;

/// <summary>BACnetSegmentation (clause 21): which way a device can segment messages.</summary>
public enum Segmentation : byte
{
    /// <summary>Both ways.</summary>
    SegmentedBoth = 0,
    /// <summary>It can send segmented messages, not receive them.</summary>
    SegmentedTransmit = 1,
    /// <summary>It can receive segmented messages, not send them.</summary>
    SegmentedReceive = 2,
    /// <summary>Neither way.</summary>
    NoSegmentation = 3,
}

/// <summary>The two ways, asked for one by one.</summary>
public static class SegmentationWays
{
    /// <summary>Whether long messages can be sent.</summary>
    public static bool Sends(this Segmentation segmentation) => segmentation is Segmentation.SegmentedBoth or Segmentation.SegmentedTransmit;

    /// <summary>Whether long messages can be received.</summary>
    public static bool Receives(this Segmentation segmentation) => segmentation is Segmentation.SegmentedBoth or Segmentation.SegmentedReceive;
}
