using Plenum.Bacnet.Protocol.Bvlc;
using Plenum.Bacnet.Protocol.Links;

namespace Plenum.Bacnet.Transport;

/// <summary>How a registration with a BBMD stands at one moment.</summary>
/// <param name="Bbmd">The BBMD.</param>
/// <param name="Status">Asked for, granted, refused or unanswered.</param>
/// <param name="RegisteredUntil">Until when it holds; null when it does not.</param>
/// <param name="LastResult">The BBMD's last word; null before the first.</param>
/// <param name="LastAnswer">When that was; null before the first.</param>
/// <param name="Why">The same in words: what is wrong, beginning with a code of the troubleshooting guide, and the cure; or until when all is well.</param>
public sealed record ForeignDeviceState(
    DeviceAddress Bbmd, RegistrationStatus Status, DateTimeOffset? RegisteredUntil, BvlcResult? LastResult, DateTimeOffset? LastAnswer, string Why)
{
    /// <summary>Whether broadcasts go out and come in through the BBMD.</summary>
    public bool IsRegistered => RegisteredUntil is not null;
}
