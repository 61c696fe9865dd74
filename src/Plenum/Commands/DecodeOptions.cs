namespace Plenum.Commands;

/// <summary>What <c>plenum decode</c> shows of a capture.</summary>
internal sealed record DecodeOptions
{
    /// <summary>One JSON object for each frame, otherwise a line of text.</summary>
    public bool AsJson { get; init; }

    /// <summary>Only frames from or to this device; null for all.</summary>
    public StationFilter? Device { get; init; }

    /// <summary>Only frames that do not decode, and refusals.</summary>
    public bool ErrorsOnly { get; init; }

    /// <summary>No frames, only their counts.</summary>
    public bool CountOnly { get; init; }

    /// <summary>The UDP port that BACnet speaks on; null for 47808 and whatever looks like BACnet.</summary>
    public ushort? Port { get; init; }
}
