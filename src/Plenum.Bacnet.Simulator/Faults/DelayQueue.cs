using System.Buffers;
using Plenum.Bacnet.Protocol.Links;

namespace Plenum.Bacnet.Simulator.Faults;

/// <summary>Datagrams that lie until their time has come. Not for use by several threads at once.</summary>
internal sealed class DelayQueue
{
    private readonly PriorityQueue<Held, (TimeSpan Due, long Order)> _held = new();
    private long _order;

    /// <summary>When the next datagram is due; null when none lies here.</summary>
    public TimeSpan? NextDue => _held.TryPeek(out _, out var when) ? when.Due : null;

    /// <summary>Keeps a copy of a datagram until then.</summary>
    public void Add(ReadOnlySpan<byte> datagram, DeviceAddress from, bool broadcast, Fate fate, TimeSpan due)
    {
        var copy = ArrayPool<byte>.Shared.Rent(datagram.Length);
        datagram.CopyTo(copy);
        _held.Enqueue(new(copy, datagram.Length, from, broadcast, fate), (due, _order++));
    }

    /// <summary>Takes a datagram that is due; <see cref="Return"/> gives its memory back.</summary>
    public bool TryTake(TimeSpan now, out Held held)
    {
        held = default;
        return NextDue <= now && _held.TryDequeue(out held, out _);
    }

    /// <summary>Gives a datagram's memory back.</summary>
    public static void Return(in Held held) => ArrayPool<byte>.Shared.Return(held.Buffer);

    /// <summary>Forgets everything.</summary>
    public void Clear()
    {
        while (_held.TryDequeue(out var held, out _)) Return(in held);
    }

    /// <summary>A datagram that lies here.</summary>
    internal readonly record struct Held(byte[] Buffer, int Length, DeviceAddress From, bool Broadcast, Fate Fate)
    {
        public ReadOnlySpan<byte> Datagram => Buffer.AsSpan(0, Length);
    }
}
