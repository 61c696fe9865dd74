using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Text;

namespace Plenum.Simulation.Disk;

/// <summary>Puts a <see cref="SimulatedDisk"/> under the real SQLite of this process, as its file system (sqlite.org/vfs.html). Folders are not looked at: a file is its name.</summary>
internal static unsafe partial class SqliteFileSystem
{
    private const int Ok = 0, Error = 1, Busy = 5, IoError = 10, IoErrorRead = 10 | (1 << 8), IoErrorShortRead = 10 | (2 << 8), IoErrorWrite = 10 | (3 << 8), IoErrorSync = 10 | (4 << 8), NotFound = 12;
    private const int DeleteOnClose = 0x8, PowersafeOverwrite = 0x1000;

    // Connections of a process that has died are closed by the garbage collector's thread.
    private static readonly Lock Gate = new();
    private static readonly List<OpenFile?> Files = [];
    private static readonly SqliteMethods* Methods = (SqliteMethods*)NativeMemory.AllocZeroed((nuint)sizeof(SqliteMethods));
    private static Random _random = new(0);
    private static bool _isRegistered;

    /// <summary>The disk that files are opened on from now on.</summary>
    private static SimulatedDisk _disk = new();

    /// <summary>Has SQLite use a disk.</summary>
    /// <param name="disk">The disk.</param>
    /// <param name="seed">Where SQLite's own chance (the salt of its log) comes from.</param>
    public static void Use(SimulatedDisk disk, int seed)
    {
        lock (Gate) (_disk, _random) = (disk, new(seed));
        if (_isRegistered) return;
        SQLitePCL.Batteries_V2.Init();
        _isRegistered = true;
        FillMethods();
        var vfs = (SqliteVfs*)NativeMemory.AllocZeroed((nuint)sizeof(SqliteVfs));
        vfs->Version = 2;
        vfs->FileBytes = sizeof(SqliteFile);
        vfs->MostPath = 512;
        vfs->Name = (byte*)Marshal.StringToCoTaskMemUTF8("simulated");
        vfs->Open = &Open;
        vfs->Delete = &Delete;
        vfs->Access = &Access;
        vfs->FullPathname = &FullPathname;
        vfs->Randomness = &Randomness;
        vfs->Sleep = &Sleep;
        vfs->CurrentTime = &CurrentTime;
        vfs->GetLastError = &GetLastError;
        vfs->CurrentTimeInt64 = &CurrentTimeInt64;
        if (Register(vfs, 1) != Ok) throw new InvalidOperationException("SQLite does not take the simulated file system");
    }

    [LibraryImport("e_sqlite3", EntryPoint = "sqlite3_vfs_register")]
    [UnmanagedCallConv(CallConvs = [typeof(CallConvCdecl)])]
    private static partial int Register(SqliteVfs* vfs, int makeDefault);

    private static string NameOf(byte* path) => Path.GetFileName(Encoding.UTF8.GetString(MemoryMarshal.CreateReadOnlySpanFromNullTerminated(path)));

    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    private static int Open(SqliteVfs* vfs, byte* path, SqliteFile* file, int flags, int* outFlags)
    {
        lock (Gate)
        {
            var name = path is null ? null : NameOf(path);
            if ((flags & DeleteOnClose) != 0) name = null;
            var place = Files.IndexOf(null);
            if (place < 0) Files.Add(null);
            if (place < 0) place = Files.Count - 1;
            Files[place] = new(_disk, name, name is null ? new() : _disk.Open(name));
            file->Methods = Methods;
            file->Number = place;
            if (outFlags is not null) *outFlags = flags;
            return Ok;
        }
    }

    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    private static int Delete(SqliteVfs* vfs, byte* path, int syncFolder)
    {
        lock (Gate)
        {
            if (!_disk.MayWrite()) return IoError;
            _disk.Delete(NameOf(path));
            return Ok;
        }
    }

    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    private static int Access(SqliteVfs* vfs, byte* path, int flags, int* result)
    {
        lock (Gate) *result = _disk.Exists(NameOf(path)) ? 1 : 0;
        return Ok;
    }

    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    private static int FullPathname(SqliteVfs* vfs, byte* path, int room, byte* full)
    {
        var name = Encoding.UTF8.GetBytes("/" + NameOf(path) + "\0");
        if (name.Length > room) return Error;
        name.CopyTo(new Span<byte>(full, room));
        return Ok;
    }

    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    private static int Randomness(SqliteVfs* vfs, int count, byte* into)
    {
        lock (Gate) _random.NextBytes(new Span<byte>(into, count));
        return count;
    }

    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    private static int Sleep(SqliteVfs* vfs, int microseconds) => microseconds;

    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    private static int CurrentTime(SqliteVfs* vfs, double* days)
    {
        *days = 2461041.5;
        return Ok;
    }

    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    private static int CurrentTimeInt64(SqliteVfs* vfs, long* milliseconds)
    {
        *milliseconds = 2461041 * 86_400_000L;
        return Ok;
    }

    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    private static int GetLastError(SqliteVfs* vfs, int room, byte* text) => Ok;
}
