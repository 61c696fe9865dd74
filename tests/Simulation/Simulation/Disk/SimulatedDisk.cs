namespace Plenum.Simulation.Disk;

/// <summary>A disk in memory, which SQLite reads and writes through <see cref="SqliteFileSystem"/>. Its cache is lost with the power, and it can be told to refuse.</summary>
internal sealed class SimulatedDisk
{
    private readonly Dictionary<string, DiskFile> _files = new(StringComparer.Ordinal);
    private bool _isOver;

    /// <summary>Which life of the machine this is: what was opened in an earlier one reaches nothing any more.</summary>
    public int Life { get; private set; }

    /// <summary>Writes so far.</summary>
    public long Writes { get; private set; }

    /// <summary>The number of the write in which the process dies; null for none.</summary>
    public long? LastWrite { get; set; }

    /// <summary>Told when it does: of that write, nothing is done.</summary>
    public Action OnLastWrite { get; set; } = static () => { };

    /// <summary>Whether every write and sync is refused.</summary>
    public bool IsRefusing { get; set; }

    /// <summary>Whether it says that it has synced, and has not.</summary>
    public bool Lies { get; init; }

    /// <summary>Memory that all files take, in bytes.</summary>
    public long Memory => _files.Values.Sum(file => file.Memory);

    /// <summary>The files with their lengths and the writes that may still be forgotten, for the trace.</summary>
    public string Describe() => string.Join(", ", _files.OrderBy(file => file.Key, StringComparer.Ordinal).Select(file => $"{file.Key} {file.Value.Length} bytes, {file.Value.Unsynced} writes not synced"));

    /// <summary>Opens a file, and makes it when it is not there.</summary>
    public DiskFile Open(string name)
    {
        if (!_files.TryGetValue(name, out var file)) _files.Add(name, file = new());
        return file;
    }

    public bool Exists(string name) => _files.ContainsKey(name);

    public void Delete(string name) => _files.Remove(name);

    /// <summary>A write is about to happen.</summary>
    /// <returns>Whether it happens.</returns>
    public bool MayWrite()
    {
        if (IsRefusing || _isOver) return false;
        if (++Writes != LastWrite) return true;
        _isOver = true;
        OnLastWrite();
        return false;
    }

    /// <summary>The process is dead; another one begins a new life with what is there.</summary>
    /// <param name="powerLost">The source of chance when the power failed, and with it the cache; null when it was only the process.</param>
    public void Abandon(Random? powerLost)
    {
        Life++;
        (LastWrite, _isOver) = (null, false);
        foreach (var (_, file) in _files.OrderBy(file => file.Key, StringComparer.Ordinal))
        {
            file.Abandon();
            if (powerLost is not null) file.LosePower(powerLost);
        }
    }
}
