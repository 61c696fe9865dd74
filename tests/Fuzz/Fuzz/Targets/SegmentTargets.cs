using Plenum.Bacnet.Protocol.Transactions;

namespace Plenum.Fuzz.Targets;

/// <summary>Messages in segments: what a hostile sender does to the receiver, and what a hostile network does between two honest ends. The octets are a script.</summary>
internal static class SegmentTargets
{
    public static IReadOnlyList<Target> All { get; } =
    [
        new("Segments.Receiver", Receive),
        new("Segments.Network", Transfer),
    ];

    private static readonly SegmentPolicy Small = new() { MostOctets = 400, MostSegments = 300, Window = 8 };

    /// <summary>Four octets a step: what comes, its number, its window, its length. Never more is kept than the policy allows, and a message that is whole is that of the segments in order.</summary>
    private static void Receive(ReadOnlySpan<byte> script)
    {
        var receiver = new SegmentReceiver(Small);
        var now = TimeSpan.Zero;
        List<byte> taken = [];
        for (; script.Length >= 4; script = script[4..])
        {
            now += TimeSpan.FromMilliseconds(script[0] >> 2);
            var content = Enumerable.Repeat(script[3], script[3] & 15).ToArray();
            var (before, wasWhole) = (receiver.Octets.Length, receiver.IsWhole);
            var step = (script[0] & 3) == 3 ? receiver.OnTime(now + TimeSpan.FromSeconds(script[1])) : receiver.OnSegment(script[1], script[2], (script[0] & 1) != 0, content, now);
            if (receiver.Octets.Length > before) taken.AddRange(content);
            if (!receiver.Octets.SequenceEqual(taken.ToArray())) throw new BrokenPromiseException($"after {step} it holds other octets than came in order");
            if (receiver.Octets.Length > Small.MostOctets) throw new BrokenPromiseException($"it holds {receiver.Octets.Length} octets");
            if (wasWhole && !receiver.IsWhole) throw new BrokenPromiseException("a whole message is not whole any more");
            if (step is ReceiveStep.TooLong or ReceiveStep.WindowOutOfRange or ReceiveStep.Mixed or ReceiveStep.GiveUp && receiver.Deadline is not null) throw new BrokenPromiseException($"after {step} it still waits");
        }
        receiver.Release();
    }

    /// <summary>The first octets are the message's length and the segments' size; each further one is the fate of a datagram: it comes, is lost, comes twice, comes late.</summary>
    private static void Transfer(ReadOnlySpan<byte> script)
    {
        if (script.Length < 3) return;
        var message = Enumerable.Range(0, 1 + script[0]).Select(place => (byte)(place * 7)).ToArray();
        new SegmentNetwork(message, 1 + (script[1] & 31), new() { Window = 1 + (script[2] & 31) }, script[3..].ToArray()).Run();
    }
}
