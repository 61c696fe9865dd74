using System.Collections.Immutable;
using Plenum.Bacnet.Protocol.Apdu;
using Plenum.Bacnet.Protocol.Types;

namespace Plenum.Bacnet.Client;

/// <summary>Everything that is known of what a device can do, at one moment; each fact with when and why it was learned. Sizes are in octets.</summary>
public sealed record CapabilityFacts
{
    /// <summary>What is assumed of a device that nothing is known of: everything.</summary>
    public static CapabilityFacts Unknown { get; } = new();

    /// <summary>Whether ReadPropertyMultiple may be used.</summary>
    public Fact<bool> ReadsMultiple { get; init; } = Fact.Assume(true);

    /// <summary>The largest APDU that the device says it takes, 50..1476.</summary>
    public Fact<int> MaxApdu { get; init; } = Fact.Assume(ApduSizes.Largest);

    /// <summary>The largest APDU that comes through between the device and here, 50..1476: a router on the way may take less than both ends.</summary>
    public Fact<int> PathApdu { get; init; } = Fact.Assume(ApduSizes.Largest);

    /// <summary>The largest answer that is asked for at once, as estimated before it is asked for.</summary>
    public Fact<int> MostAnswer { get; init; } = Fact.Assume(ApduSizes.Largest - Capabilities.Header);

    /// <summary>The largest answer that came to a ReadPropertyMultiple, as estimated before; 0 before the first.</summary>
    public Fact<int> LargestAnswered { get; init; } = Fact.Assume(0);

    /// <summary>Which way the device says that it can segment; null until it has said so.</summary>
    public Fact<Segmentation>? Segmentation { get; init; }

    /// <summary>Whether segments were seen to come from it, whatever it says; null when it was never put to the test.</summary>
    public Fact<bool>? Segments { get; init; }

    /// <summary>Whether it takes subscriptions to changes of value; null when it was never asked.</summary>
    public Fact<bool>? Cov { get; init; }

    /// <summary>Properties that make a batch fail when they are in it, and are read alone.</summary>
    public ImmutableDictionary<PropertyReference, Fact<PropertyReference>> Alone { get; init; } = ImmutableDictionary<PropertyReference, Fact<PropertyReference>>.Empty;

    /// <summary>How often in a row larger answers were tried in vain; -1 after a trial that succeeded.</summary>
    public int FailedTrials { get; init; }
}
