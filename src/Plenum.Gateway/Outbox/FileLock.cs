namespace Plenum.Gateway.Outbox;

/// <summary>Holds a file alone among all processes, by a lock file beside it; the system lets go of it when the process ends, however it ends.</summary>
internal sealed class FileLock : IDisposable
{
    // EWOULDBLOCK of Linux and of the BSDs, and ERROR_SHARING_VIOLATION.
    private static readonly int[] Held = [11, 35, unchecked((int)0x80070020)];

    private readonly FileStream _lock;
    private readonly string _holderPath;

    private FileLock(FileStream taken, string holderPath) => (_lock, _holderPath) = (taken, holderPath);

    /// <summary>Takes the lock of <paramref name="path"/>.</summary>
    /// <exception cref="OutboxException">Another process has it.</exception>
    /// <exception cref="IOException">The lock file cannot be made.</exception>
    public static FileLock Take(string path)
    {
        var holderPath = path + ".holder";
        try
        {
            var taken = new FileStream(path + ".lock", FileMode.OpenOrCreate, FileAccess.Write, FileShare.None);
            TellHolder(holderPath);
            return new(taken, holderPath);
        }
        catch (IOException refused) when (Held.Contains(refused.HResult))
        {
            throw new OutboxException($"The outbox {path} is in use by {Holder(holderPath)}. Stop that one, or give this gateway a storage folder of its own.", refused);
        }
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _lock.Dispose();
        Try(() => File.Delete(_holderPath));
    }

    /// <summary>Leaves word of who has the lock, in a file of its own: nobody else can read a locked one.</summary>
    private static void TellHolder(string holderPath) =>
        Try(() => File.WriteAllText(holderPath, $"process {Environment.ProcessId} on {Environment.MachineName}"));

    private static string Holder(string holderPath)
    {
        var holder = "another process";
        Try(() => holder = File.ReadAllText(holderPath));
        return holder;
    }

    /// <summary>The holder's name helps people only. A full or read-only disk may refuse it; the lock itself needs no room and is not touched by that.</summary>
    private static void Try(Action act)
    {
        try
        {
            act();
        }
        catch (Exception refused) when (refused is IOException or UnauthorizedAccessException)
        {
            // As said above.
        }
    }
}
