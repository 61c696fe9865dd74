using Plenum.Bacnet.Protocol.Apdu;

namespace Plenum.Bacnet.Client;

/// <summary>What a device takes of a request.</summary>
/// <param name="MaxApdu">The largest APDU.</param>
/// <param name="TakesSegments">Whether it takes a request in segments. A device that has not said is tried: if it does not, it says so with an Abort.</param>
internal readonly record struct RequestLimits(int MaxApdu, bool TakesSegments)
{
    /// <summary>Of a device that has said nothing of itself.</summary>
    public static RequestLimits Unknown { get; } = new(ApduSizes.Largest, true);
}
