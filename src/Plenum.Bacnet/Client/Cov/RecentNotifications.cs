namespace Plenum.Bacnet.Client.Cov;

/// <summary>The confirmed notifications that a device sent last, so that one that comes again is known again: the same invoke id with the same octets, soon after.</summary>
internal sealed class RecentNotifications
{
    private const int Kept = 32;

    /// <summary>As long as a device with slow retries goes on trying; an id that comes round later carries something new.</summary>
    private static readonly TimeSpan Window = TimeSpan.FromSeconds(30);

    private readonly (byte InvokeId, byte[] Octets, TimeSpan At)[] _recent = new (byte, byte[], TimeSpan)[Kept];
    private int _next;

    /// <summary>Whether this one came before.</summary>
    public bool Contains(byte invokeId, ReadOnlySpan<byte> octets, TimeSpan now)
    {
        foreach (var recent in _recent)
            if (recent.Octets is not null && recent.InvokeId == invokeId && now - recent.At <= Window && octets.SequenceEqual(recent.Octets)) return true;
        return false;
    }

    /// <summary>Remembers one that was taken.</summary>
    public void Add(byte invokeId, ReadOnlySpan<byte> octets, TimeSpan now)
    {
        _recent[_next] = (invokeId, octets.ToArray(), now);
        _next = (_next + 1) % Kept;
    }
}
