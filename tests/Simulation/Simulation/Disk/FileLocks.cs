namespace Plenum.Simulation.Disk;

/// <summary>The locks of a file, as SQLite asks a file system for them.</summary>
internal sealed class FileLocks
{
    public const int None = 0, SharedLock = 1, ReservedLock = 2, ExclusiveLock = 4;
    private const int Slots = 8;

    private readonly Dictionary<OpenFile, int> _levels = [];
    private readonly int[] _readers = new int[Slots];
    private readonly OpenFile?[] _writers = new OpenFile?[Slots];

    /// <summary>Whether someone is about to write.</summary>
    public bool IsReserved => _levels.Values.Any(level => level >= ReservedLock);

    /// <summary>Takes a lock on the file; false when another one is in the way.</summary>
    public bool TryLock(OpenFile who, int level)
    {
        var others = _levels.Where(held => held.Key != who).Select(held => held.Value).ToList();
        var isFree = level switch
        {
            SharedLock => others.TrueForAll(other => other < ExclusiveLock),
            ReservedLock => others.TrueForAll(other => other < ReservedLock),
            _ => others.Count == 0,
        };
        if (isFree) _levels[who] = level;
        return isFree;
    }

    /// <summary>Goes down to a lower lock.</summary>
    public void Unlock(OpenFile who, int level)
    {
        if (level == None) _levels.Remove(who);
        else _levels[who] = level;
    }

    /// <summary>Takes or gives back slots of the log's index.</summary>
    public bool TryLockSlots(OpenFile who, int first, int count, bool unlocks, bool isShared)
    {
        var slots = Enumerable.Range(first, count);
        if (unlocks)
        {
            foreach (var slot in slots) GiveBack(who, slot, isShared);
            return true;
        }
        if (!slots.All(slot => (_writers[slot] is null || _writers[slot] == who) && (isShared || _readers[slot] == 0))) return false;
        foreach (var slot in slots)
        {
            if (isShared) _readers[slot]++;
            else _writers[slot] = who;
        }
        return true;
    }

    private void GiveBack(OpenFile who, int slot, bool isShared)
    {
        if (isShared) _readers[slot]--;
        else if (_writers[slot] == who) _writers[slot] = null;
    }
}
