using Plenum.Bacnet.Protocol.Apdu;

namespace Plenum.Bacnet.Client;

/// <summary>What a request to a device has to keep to.</summary>
/// <param name="MaxApdu">The largest APDU that it may have.</param>
/// <param name="TakesSegments">Whether it takes a request in segments. A device that has not said is tried: if it does not, it says so with an Abort.</param>
/// <param name="MaxAnswer">The largest APDU that comes back, as far as the way is known: the device is told no more, so that it cuts a longer answer into segments, or aborts it,
/// and none is lost in a router (BTL guideline 2.5).</param>
internal readonly record struct RequestLimits(int MaxApdu, bool TakesSegments, int MaxAnswer)
{
    /// <summary>Of a device that has said nothing of itself.</summary>
    public static RequestLimits Unknown { get; } = new(ApduSizes.Largest, true, ApduSizes.Largest);
}
