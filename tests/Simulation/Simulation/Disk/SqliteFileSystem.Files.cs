using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace Plenum.Simulation.Disk;

/// <content>What SQLite does with an open file.</content>
internal static unsafe partial class SqliteFileSystem
{
    private static void FillMethods()
    {
        Methods->Version = 2;
        Methods->Close = &Close;
        Methods->Read = &Read;
        Methods->Write = &Write;
        Methods->Truncate = &Truncate;
        Methods->Sync = &Sync;
        Methods->FileSize = &FileSize;
        Methods->Lock = &LockFile;
        Methods->Unlock = &UnlockFile;
        Methods->CheckReservedLock = &CheckReservedLock;
        Methods->FileControl = &FileControl;
        Methods->SectorSize = &SectorSize;
        Methods->DeviceCharacteristics = &DeviceCharacteristics;
        Methods->SharedMap = &SharedMap;
        Methods->SharedLock = &SharedLock;
        Methods->SharedBarrier = &SharedBarrier;
        Methods->SharedUnmap = &SharedUnmap;
    }

    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    private static int Close(SqliteFile* file)
    {
        lock (Gate)
        {
            var open = Files[file->Number]!;
            if (!open.IsDead) open.File.Locks.Unlock(open, FileLocks.None);
            Files[file->Number] = null;
            return Ok;
        }
    }

    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    private static int Read(SqliteFile* file, byte* into, int count, long at)
    {
        lock (Gate)
        {
            var open = Files[file->Number]!;
            if (open.IsDead) return IoErrorRead;
            return open.File.Read(new(into, count), at) ? Ok : IoErrorShortRead;
        }
    }

    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    private static int Write(SqliteFile* file, byte* from, int count, long at)
    {
        lock (Gate)
        {
            var open = Files[file->Number]!;
            if (open.IsDead || !open.Disk.MayWrite() || open.IsDead) return IoErrorWrite;
            open.File.Write(new(from, count), at);
            return Ok;
        }
    }

    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    private static int Truncate(SqliteFile* file, long length)
    {
        lock (Gate)
        {
            var open = Files[file->Number]!;
            if (open.IsDead || !open.Disk.MayWrite() || open.IsDead) return IoErrorWrite;
            open.File.Truncate(length);
            return Ok;
        }
    }

    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    private static int Sync(SqliteFile* file, int flags)
    {
        lock (Gate)
        {
            var open = Files[file->Number]!;
            if (open.IsDead || !open.Disk.MayWrite() || open.IsDead) return IoErrorSync;
            if (!open.Disk.Lies) open.File.Sync();
            return Ok;
        }
    }

    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    private static int FileSize(SqliteFile* file, long* size)
    {
        lock (Gate) *size = Files[file->Number]!.File.Length;
        return Ok;
    }

    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    private static int LockFile(SqliteFile* file, int level)
    {
        lock (Gate)
        {
            var open = Files[file->Number]!;
            if (open.IsDead) return IoError;
            return open.File.Locks.TryLock(open, level) ? Ok : Busy;
        }
    }

    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    private static int UnlockFile(SqliteFile* file, int level)
    {
        lock (Gate)
        {
            var open = Files[file->Number]!;
            if (!open.IsDead) open.File.Locks.Unlock(open, level);
            return Ok;
        }
    }

    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    private static int CheckReservedLock(SqliteFile* file, int* result)
    {
        lock (Gate) *result = Files[file->Number]!.File.Locks.IsReserved ? 1 : 0;
        return Ok;
    }

    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    private static int FileControl(SqliteFile* file, int operation, void* argument) => NotFound;

    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    private static int SectorSize(SqliteFile* file) => 512;

    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    private static int DeviceCharacteristics(SqliteFile* file) => PowersafeOverwrite;

    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    private static int SharedMap(SqliteFile* file, int region, int size, int extends, nint* memory)
    {
        lock (Gate)
        {
            var open = Files[file->Number]!;
            *memory = 0;
            if (open.IsDead) return IoError;
            var regions = open.File.Shared;
            if (region >= regions.Count && extends == 0) return Ok;
            while (regions.Count <= region) regions.Add((nint)NativeMemory.AllocZeroed((nuint)size));
            *memory = regions[region];
            return Ok;
        }
    }

    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    private static int SharedLock(SqliteFile* file, int first, int count, int flags)
    {
        const int Unlocks = 1, Shared = 4;
        lock (Gate)
        {
            var open = Files[file->Number]!;
            if (open.IsDead) return (flags & Unlocks) != 0 ? Ok : IoError;
            return open.File.Locks.TryLockSlots(open, first, count, (flags & Unlocks) != 0, (flags & Shared) != 0) ? Ok : Busy;
        }
    }

    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    private static void SharedBarrier(SqliteFile* file) => Interlocked.MemoryBarrier();

    [UnmanagedCallersOnly(CallConvs = [typeof(CallConvCdecl)])]
    private static int SharedUnmap(SqliteFile* file, int deletes)
    {
        lock (Gate)
        {
            var open = Files[file->Number]!;
            if (deletes != 0 && !open.IsDead) open.File.Abandon();
            return Ok;
        }
    }
}
