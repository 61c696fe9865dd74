using Plenum.Bacnet.Protocol.Apdu;
using Plenum.Bacnet.Protocol.Types;

namespace Plenum.Bacnet.Simulator.Buildings;

/// <summary>What a simulated device is and can do.</summary>
public sealed record SimulatedDeviceOptions
{
    /// <summary>Its instance, 0..4194302; default 1000.</summary>
    public uint Instance { get; init; } = 1000;

    /// <summary>How many points it has besides its Device object; default 200.</summary>
    public int Points { get; init; } = 200;

    /// <summary>What its signals are derived from, together with instance and object; default 1.</summary>
    public ulong Seed { get; init; } = 1;

    /// <summary>The largest APDU that it takes and sends: 50, 128, 206, 480, 1024 or 1476 octets; default 1476.</summary>
    public int MaxApdu { get; init; } = ApduSizes.Largest;

    /// <summary>Which way it takes and sends messages in segments; default both.</summary>
    public Segmentation Segmentation { get; init; } = Segmentation.SegmentedBoth;

    /// <summary>Whether it knows ReadPropertyMultiple; default true.</summary>
    public bool ReadsMultiple { get; init; } = true;

    /// <summary>Whether it takes subscriptions to its changes; default true.</summary>
    public bool TellsChanges { get; init; } = true;

    /// <summary>Bits in the mask of the subnet that it is in, 0..32; default 16.</summary>
    public int PrefixLength { get; init; } = 16;

    /// <summary>What it wants to be told before it is silent or restarts; null, the default, for nothing.</summary>
    public string? Password { get; init; }

    internal void Check()
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(Instance, ObjectId.AnyInstance, nameof(Instance));
        ArgumentOutOfRangeException.ThrowIfNegative(Points, nameof(Points));
        CheckSize(MaxApdu);
    }

    private static void CheckSize(int maxApdu)
    {
        if (!ApduSizes.IsStandard(maxApdu)) throw new ArgumentOutOfRangeException(nameof(maxApdu), maxApdu, "the largest APDU is 50, 128, 206, 480, 1024 or 1476 octets");
    }
}
