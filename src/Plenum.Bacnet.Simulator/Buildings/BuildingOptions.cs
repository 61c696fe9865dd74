using Plenum.Bacnet.Protocol.Apdu;
using Plenum.Bacnet.Protocol.Links;
using Plenum.Bacnet.Protocol.Types;
using Plenum.Bacnet.Simulator.Faults;
using Plenum.Bacnet.Simulator.Sockets;

namespace Plenum.Bacnet.Simulator.Buildings;

/// <summary>What a building is made of.</summary>
public sealed record BuildingOptions
{
    /// <summary>How many devices; default 50.</summary>
    public int Devices { get; init; } = 50;

    /// <summary>How many points each device has besides its Device object; default 200.</summary>
    public int PointsPerDevice { get; init; } = 200;

    /// <summary>What all signals and all fates of requests are derived from; default 1.</summary>
    public ulong Seed { get; init; } = 1;

    /// <summary>The instance of the first device, the next ones count on from it; default 1000.</summary>
    public uint FirstInstance { get; init; } = 1000;

    /// <summary>How long a signal keeps a value; default 100 ms.</summary>
    public TimeSpan Resolution { get; init; } = TimeSpan.FromMilliseconds(100);

    /// <summary>Where the devices are, if they are on sockets; default 127.47.0.0/16, an address for each.</summary>
    public BindRange Bind { get; init; } = BindRange.Default;

    /// <summary>The UDP port, 1..65535, of all devices, or of the first one if they share an address; default 47808.</summary>
    public ushort Port { get; init; } = DeviceAddress.DefaultPort;

    /// <summary>The largest APDU of each device: 50, 128, 206, 480, 1024 or 1476 octets; default 1476.</summary>
    public int MaxApdu { get; init; } = ApduSizes.Largest;

    /// <summary>Devices that do not know ReadPropertyMultiple; default none.</summary>
    public InstanceSet NoReadMultiple { get; init; } = InstanceSet.None;

    /// <summary>Devices that do not know SubscribeCOV; default none.</summary>
    public InstanceSet NoCov { get; init; } = InstanceSet.None;

    /// <summary>Devices that accept subscriptions and never tell a change; default none.</summary>
    public InstanceSet MuteCov { get; init; } = InstanceSet.None;

    /// <summary>How many subscriptions each device holds; default 1000.</summary>
    public int CovRoom { get; init; } = 1000;

    /// <summary>What the devices want to be told before they are silent or restart; null, the default, for nothing.</summary>
    public string? Password { get; init; }

    /// <summary>Whether the devices have a log, a schedule with its calendar, a file, and points that tell alarms; default false.</summary>
    public bool Extended { get; init; }

    /// <summary>Devices that neither take nor send messages in segments; default none.</summary>
    public InstanceSet NoSegmentation { get; init; } = InstanceSet.None;

    /// <summary>Devices that are silent from the start; default none.</summary>
    public InstanceSet Silent { get; init; } = InstanceSet.None;

    /// <summary>What is wrong with every device from the start; default nothing.</summary>
    public FaultProfile Faults { get; init; } = FaultProfile.Healthy;

    /// <summary>What goes wrong later; default nothing.</summary>
    public IReadOnlyList<ScenarioStep> Scenario { get; init; } = [];

    internal SimulatedDeviceOptions DeviceAt(int index)
    {
        var instance = FirstInstance + (uint)index;
        return new()
        {
            Instance = instance,
            Points = PointsPerDevice,
            Seed = Seed,
            MaxApdu = MaxApdu,
            Segmentation = NoSegmentation.Contains(instance) ? Segmentation.NoSegmentation : Segmentation.SegmentedBoth,
            ReadsMultiple = !NoReadMultiple.Contains(instance),
            TellsChanges = !NoCov.Contains(instance),
            PrefixLength = Bind.PrefixLength,
            Password = Password,
        };
    }
}
