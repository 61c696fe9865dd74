using Plenum.Bacnet.Protocol.Links;

namespace Plenum.Bacnet.Transport;

/// <summary>One UDP port of ours, or its stand-in in memory: datagrams out, datagrams in, nothing about what they mean.</summary>
/// <remarks>Sending is safe from any thread. <see cref="IDisposable.Dispose"/> ends reception and waits for a delivery that is under way,
/// unless it is called from that delivery.</remarks>
public interface IDatagramTransport : IDisposable
{
    /// <summary>The unicast address that we hold; 0.0.0.0 when the port is held on every address of this machine.</summary>
    DeviceAddress LocalAddress { get; }

    /// <summary>What went in and out since the port was opened.</summary>
    TransportCounters Counters { get; }

    /// <summary>Faults when reception has ended by a mistake: nothing arrives any more. Never completes otherwise.</summary>
    Task Failed => NeverFails;

    /// <summary>What <see cref="Failed"/> is for a transport that cannot fail.</summary>
    private static readonly Task NeverFails = new TaskCompletionSource().Task;

    /// <summary>Begins reception, once.</summary>
    /// <exception cref="InvalidOperationException">Reception has begun before.</exception>
    void Start(IDatagramReceiver receiver);

    /// <summary>Sends one datagram to an IPv4 address and port; what lies behind a router is not looked at.</summary>
    /// <returns>False when the network refuses (unreachable, buffer full, too long); it is counted, and never thrown.</returns>
    bool TrySend(ReadOnlySpan<byte> datagram, DeviceAddress to);

    /// <summary>Sends one datagram to every broadcast address of this link.</summary>
    /// <returns>False when it went out to none of them.</returns>
    bool TryBroadcast(ReadOnlySpan<byte> datagram);
}
