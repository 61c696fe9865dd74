namespace Plenum.TestKit;

/// <summary>What a virtual link does to the datagrams that go over it.</summary>
public sealed record LinkFaults
{
    /// <summary>A perfect link.</summary>
    public static LinkFaults None { get; } = new();

    /// <summary>Of a hundred datagrams, how many are lost; 0..100, default 0.</summary>
    public double LossPercent { get; init; }

    /// <summary>Of a hundred datagrams, how many arrive twice; 0..100, default 0.</summary>
    public double DuplicatePercent { get; init; }

    /// <summary>How long every datagram is under way; default zero, which delivers before the sender's call returns.</summary>
    public TimeSpan Delay { get; init; }

    /// <summary>How much longer a datagram may take at random; default zero. Datagrams that draw differently overtake one another.</summary>
    public TimeSpan Jitter { get; init; }

    /// <summary>The largest IP packet that the link carries, in octets; a datagram that needs more (28 octets are headers) is lost, as one that may not be fragmented is. Default: no limit.</summary>
    public int Mtu { get; init; } = int.MaxValue;
}
