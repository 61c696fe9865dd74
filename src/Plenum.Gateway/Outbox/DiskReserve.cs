namespace Plenum.Gateway.Outbox;

/// <summary>A few megabytes of the disk, held for the day when it is full. Given up then, they let the write-ahead log move into its file, so that what the server takes can still be forgotten and its room used again.</summary>
/// <param name="path">The file that holds them.</param>
internal sealed class DiskReserve(string path)
{
    /// <summary>Above what the log grows to between two checkpoints, its largest group included.</summary>
    private const int Size = 4 << 20;

    /// <summary>Whether it is held.</summary>
    public bool IsHeld { get; private set; }

    /// <summary>Takes the reserve, if the disk has room for it and as much again.</summary>
    /// <returns>Whether it is held now.</returns>
    public bool TryTake()
    {
        if (IsHeld) return true;
        try
        {
            if (new FileInfo(path) is { Exists: true, Length: Size }) return IsHeld = true;
            if (new DriveInfo(Path.GetDirectoryName(path)!).AvailableFreeSpace < 2 * Size) return false;
            using var file = new FileStream(path, FileMode.Create, FileAccess.Write);
            // Written, not just set to a length: a hole reserves nothing.
            file.Write(new byte[Size]);
            file.Flush(flushToDisk: true);
            return IsHeld = true;
        }
        catch (IOException)
        {
            // No room after all, by a quota for instance: that is what false says.
            File.Delete(path);
            return false;
        }
    }

    /// <summary>Gives the room back to the disk.</summary>
    public void GiveUp()
    {
        File.Delete(path);
        IsHeld = false;
    }
}
