using Plenum.Bacnet.Protocol.Services;
using Plenum.Bacnet.Protocol.Tags;

namespace Plenum.Bacnet.Protocol.Tests.Services;

/// <summary>The services about changes of value that carry lists, which are equal when their elements are.</summary>
internal static class CovWire
{
    public static void BothWays(string hex, CovNotificationRequest message)
    {
        Octets.AreEqual(hex, Octets.Written(message.Encode));
        Assert.True(CovNotificationRequest.TryDecode(Octets.Of(hex), out var read, out var error), error.ToString());
        Assert.True(AreEqual(message, read), read.ToString());
    }

    public static void BothWays(string hex, CovNotificationMultipleRequest message)
    {
        Octets.AreEqual(hex, Octets.Written(message.Encode));
        Assert.True(CovNotificationMultipleRequest.TryDecode(Octets.Of(hex), out var read, out var error), error.ToString());
        Assert.True(AreEqual(message, read), read.ToString());
    }

    public static void BothWays(string hex, SubscribeCovPropertyMultipleRequest message)
    {
        Octets.AreEqual(hex, Octets.Written(message.Encode));
        Assert.True(SubscribeCovPropertyMultipleRequest.TryDecode(Octets.Of(hex), out var read, out var error), error.ToString());
        Assert.True(AreEqual(message, read), read.ToString());
    }

    public static bool ReadsBack(CovNotificationRequest message) =>
        CovNotificationRequest.TryDecode(Octets.Written(message.Encode, room: 100_000), out var read, out DecodeError _) && AreEqual(message, read);

    public static bool ReadsBack(CovNotificationMultipleRequest message) =>
        CovNotificationMultipleRequest.TryDecode(Octets.Written(message.Encode, room: 100_000), out var read, out DecodeError _) && AreEqual(message, read);

    public static bool ReadsBack(SubscribeCovPropertyMultipleRequest message) =>
        SubscribeCovPropertyMultipleRequest.TryDecode(Octets.Written(message.Encode, room: 100_000), out var read, out DecodeError _) && AreEqual(message, read);

    private static bool AreEqual(CovNotificationRequest one, CovNotificationRequest other) =>
        one with { Values = other.Values } == other && one.Values.SequenceEqual(other.Values);

    private static bool AreEqual(CovNotificationMultipleRequest one, CovNotificationMultipleRequest other) =>
        one with { Changes = other.Changes } == other && one.Changes.SequenceEqual(other.Changes);

    private static bool AreEqual(SubscribeCovPropertyMultipleRequest one, SubscribeCovPropertyMultipleRequest other) =>
        one with { References = other.References } == other && one.References.SequenceEqual(other.References);
}
