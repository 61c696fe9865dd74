using Plenum.Bacnet.Protocol.Links;
using Plenum.Bacnet.Protocol.Transactions;

namespace Plenum.Bacnet.Client;

/// <summary>What the client knows of one device that it talks to: its invoke ids, its pace, and what waits for it. Guarded by its own lock.</summary>
internal sealed class Peer(DeviceAddress address, RetryPolicy policy, int mostInFlight)
{
    /// <summary>Two answers that come within this time are one datagram that the network has doubled.</summary>
    private static readonly TimeSpan Twins = TimeSpan.FromMilliseconds(20);

    public DeviceAddress Address { get; } = address;
    public Lock Gate { get; } = new();
    public InvokeIds Ids { get; } = new();
    public Exchange?[] Pending { get; } = new Exchange?[256];
    public Queue<(Exchange Exchange, short Version)> Waiting { get; } = new();
    public RequestWindow Window { get; } = new(mostInFlight);
    public RoundTripEstimator RoundTrip { get; } = new(policy);
    public int InFlight { get; set; }

    /// <summary>The network behind a router that it is on; null for a device on this link.</summary>
    public RemoteNetwork? Network { get; init; }

    public TimeSpan? LastHeard { get; set; }

    /// <summary>Since when it has been asked without anything being heard of it; null when it was heard since it was last asked.</summary>
    public TimeSpan? SilentSince { get; set; }

    public LossEstimate Loss { get; } = new();

    /// <summary>The last request that was sent more than once: its answers tell whether the time-out was too short.</summary>
    public RetriedRequest Retried { get; set; }

    /// <summary>The last answer that was put together from segments: its last acknowledgement is repeated should it have been lost.</summary>
    public TakenAnswer? Taken { get; set; }

    /// <summary>How it may be asked now. What of a slow device's time went by in requests before this one need not go by again; a trunk is not taken for lossy before its pace is known.</summary>
    public Pace PaceAt(TimeSpan now)
    {
        var pace = RoundTrip.Pace;
        if (Network is not null) return pace.Unhurried;
        return SilentSince is { } since ? pace with { Patience = pace.Patience - (now - since) } : pace;
    }

    /// <summary>An answer came that no request waits for any more.</summary>
    /// <returns>Whether it belongs to the last retried request.</returns>
    public bool OnLateAnswer(byte invokeId, TimeSpan now)
    {
        if (Retried is not { Sent: > 0 } retried || retried.InvokeId != invokeId) return false;
        var first = retried.FirstAnswerAt ?? now;
        retried = retried with { Answers = retried.Answers + 1, FirstAnswerAt = first };
        // As many answers as tries: the first one belongs to the first try. Given up before any answer: it took at most this long.
        if (retried.Answers == retried.Sent || retried.GivenUp)
        {
            RoundTrip.OnSample(first - retried.FirstSentAt);
            retried = default;
        }
        else if (now - first >= Twins) RoundTrip.OnTooShort();
        Retried = retried;
        return true;
    }
}

/// <summary>What the last acknowledgement of an answer in segments said.</summary>
internal readonly record struct TakenAnswer(byte InvokeId, byte Sequence, byte Window);

internal readonly record struct RetriedRequest(byte InvokeId, int Sent, TimeSpan FirstSentAt, int Answers, TimeSpan? FirstAnswerAt, bool GivenUp);
