namespace Plenum.Simulation.Disk;

/// <summary>A file of the disk: what is in it, and what of that the disk may still forget.</summary>
internal sealed class DiskFile
{
    private const int Sector = 512;

    private readonly List<Change> _unsynced = [];
    private byte[] _octets = [];

    /// <summary>How long it is.</summary>
    public int Length { get; private set; }

    /// <summary>Who holds which lock; a process that dies holds none.</summary>
    public FileLocks Locks { get; private set; } = new();

    /// <summary>The index of the write-ahead log, which the connections of a process share.</summary>
    public List<nint> Shared { get; private set; } = [];

    /// <summary>Memory that it takes, in bytes.</summary>
    public long Memory => _octets.Length + _unsynced.Sum(change => (long)change.Octets.Length + change.Before.Length);

    /// <summary>Writes that the disk may still forget.</summary>
    public int Unsynced => _unsynced.Count;

    /// <summary>Reads; what lies behind the end is zero.</summary>
    /// <returns>Whether all of it was there.</returns>
    public bool Read(Span<byte> into, long at)
    {
        var there = (int)Math.Clamp(Length - at, 0, into.Length);
        if (there > 0) _octets.AsSpan((int)at, there).CopyTo(into);
        into[there..].Clear();
        return there == into.Length;
    }

    /// <summary>Writes into the cache.</summary>
    public void Write(ReadOnlySpan<byte> octets, long at)
    {
        Remember((int)at, octets.ToArray(), Math.Max(Length, (int)at + octets.Length));
        Put(octets, (int)at);
    }

    /// <summary>Shortens it, or fills it up with zeros.</summary>
    public void Truncate(long length)
    {
        Remember((int)length, [], (int)length, cuts: true);
        SetLength((int)length);
    }

    /// <summary>From now on the disk does not forget what is in it.</summary>
    public void Sync() => _unsynced.Clear();

    /// <summary>The process that used it is dead.</summary>
    public void Abandon() => (Locks, Shared) = (new(), []);   // what the dead one had mapped stays mapped: its connections are closed by the garbage collector

    /// <summary>The power fails: of what was not synced some is there and some is not, in any order, down to a part of a write.</summary>
    public void LosePower(Random random)
    {
        var unsynced = _unsynced.ToArray();
        _unsynced.Clear();
        foreach (var change in unsynced.Reverse()) Undo(change);
        foreach (var change in unsynced) Redo(change, random);
    }

    private void Remember(int at, byte[] octets, int length, bool cuts = false)
    {
        var covered = Math.Clamp(Length - at, 0, cuts ? Length : octets.Length);
        _unsynced.Add(new(at, octets, _octets.AsSpan(Math.Min(at, Length), covered).ToArray(), length, Length, cuts));
    }

    private void Undo(Change change)
    {
        SetLength(change.LengthBefore);
        if (change.Before.Length > 0) change.Before.CopyTo(_octets, change.At);
    }

    private void Redo(Change change, Random random)
    {
        var fate = random.Next(4);
        if (fate == 0) return;
        if (change.Cuts)
        {
            SetLength(change.Length);
            return;
        }
        var sectors = (change.Octets.Length + Sector - 1) / Sector;
        var kept = fate > 1 || sectors == 1 ? change.Octets.Length : Math.Min(change.Octets.Length, random.Next(sectors) * Sector);
        if (kept > 0) Put(change.Octets.AsSpan(0, kept), change.At);
    }

    private void Put(ReadOnlySpan<byte> octets, int at)
    {
        if (at + octets.Length > Length) SetLength(at + octets.Length);
        octets.CopyTo(_octets.AsSpan(at));
    }

    private void SetLength(int length)
    {
        if (length > _octets.Length) Array.Resize(ref _octets, Math.Max(length, 2 * _octets.Length));
        if (length > Length) _octets.AsSpan(Length, length - Length).Clear();
        Length = length;
    }

    private sealed record Change(int At, byte[] Octets, byte[] Before, int Length, int LengthBefore, bool Cuts);
}
