using System.Collections.Concurrent;
using Plenum.Bacnet.Protocol.Links;
using Plenum.Bacnet.Transport;

namespace Plenum.TestKit;

/// <summary>Keeps what a transport receives, and waits for it with a bound.</summary>
public sealed class Inbox : IDatagramReceiver, IDisposable
{
    /// <summary>Far longer than any machine needs; only a failing test waits for so long.</summary>
    public static readonly TimeSpan Bound = TimeSpan.FromSeconds(20);

    private readonly BlockingCollection<Datagram> _datagrams = [];

    /// <summary>A datagram as it was received.</summary>
    public sealed record Datagram(string Bytes, DeviceAddress From, bool Broadcast);

    /// <summary>How many have come in and not been taken.</summary>
    public int Count => _datagrams.Count;

    /// <summary>The next datagram, in hexadecimal; waits for it.</summary>
    public Datagram Take() => _datagrams.TryTake(out var datagram, Bound)
        ? datagram
        : throw new TimeoutException($"no datagram came in {Bound.TotalSeconds} s");

    /// <inheritdoc/>
    public void OnDatagram(ReadOnlySpan<byte> datagram, DeviceAddress from, bool broadcast) =>
        _datagrams.Add(new(Convert.ToHexString(datagram), from, broadcast));

    /// <inheritdoc/>
    public void Dispose() => _datagrams.Dispose();
}
