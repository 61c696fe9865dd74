using System.Runtime.InteropServices;

namespace Plenum.Simulation.Disk;

/// <summary>SQLite's <c>sqlite3_file</c>, with the number of the <see cref="OpenFile"/> behind it.</summary>
[StructLayout(LayoutKind.Sequential)]
internal unsafe struct SqliteFile
{
    public SqliteMethods* Methods;
    public int Number;
}

/// <summary>SQLite's <c>sqlite3_io_methods</c>, version 2.</summary>
[StructLayout(LayoutKind.Sequential)]
internal unsafe struct SqliteMethods
{
    public int Version;
    public delegate* unmanaged[Cdecl]<SqliteFile*, int> Close;
    public delegate* unmanaged[Cdecl]<SqliteFile*, byte*, int, long, int> Read;
    public delegate* unmanaged[Cdecl]<SqliteFile*, byte*, int, long, int> Write;
    public delegate* unmanaged[Cdecl]<SqliteFile*, long, int> Truncate;
    public delegate* unmanaged[Cdecl]<SqliteFile*, int, int> Sync;
    public delegate* unmanaged[Cdecl]<SqliteFile*, long*, int> FileSize;
    public delegate* unmanaged[Cdecl]<SqliteFile*, int, int> Lock;
    public delegate* unmanaged[Cdecl]<SqliteFile*, int, int> Unlock;
    public delegate* unmanaged[Cdecl]<SqliteFile*, int*, int> CheckReservedLock;
    public delegate* unmanaged[Cdecl]<SqliteFile*, int, void*, int> FileControl;
    public delegate* unmanaged[Cdecl]<SqliteFile*, int> SectorSize;
    public delegate* unmanaged[Cdecl]<SqliteFile*, int> DeviceCharacteristics;
    public delegate* unmanaged[Cdecl]<SqliteFile*, int, int, int, nint*, int> SharedMap;
    public delegate* unmanaged[Cdecl]<SqliteFile*, int, int, int, int> SharedLock;
    public delegate* unmanaged[Cdecl]<SqliteFile*, void> SharedBarrier;
    public delegate* unmanaged[Cdecl]<SqliteFile*, int, int> SharedUnmap;
}

/// <summary>SQLite's <c>sqlite3_vfs</c>, version 2.</summary>
[StructLayout(LayoutKind.Sequential)]
internal unsafe struct SqliteVfs
{
    public int Version;
    public int FileBytes;
    public int MostPath;
    public SqliteVfs* Next;
    public byte* Name;
    public void* AppData;
    public delegate* unmanaged[Cdecl]<SqliteVfs*, byte*, SqliteFile*, int, int*, int> Open;
    public delegate* unmanaged[Cdecl]<SqliteVfs*, byte*, int, int> Delete;
    public delegate* unmanaged[Cdecl]<SqliteVfs*, byte*, int, int*, int> Access;
    public delegate* unmanaged[Cdecl]<SqliteVfs*, byte*, int, byte*, int> FullPathname;
    public void* LibraryOpen;
    public void* LibraryError;
    public void* LibrarySymbol;
    public void* LibraryClose;
    public delegate* unmanaged[Cdecl]<SqliteVfs*, int, byte*, int> Randomness;
    public delegate* unmanaged[Cdecl]<SqliteVfs*, int, int> Sleep;
    public delegate* unmanaged[Cdecl]<SqliteVfs*, double*, int> CurrentTime;
    public delegate* unmanaged[Cdecl]<SqliteVfs*, int, byte*, int> GetLastError;
    public delegate* unmanaged[Cdecl]<SqliteVfs*, long*, int> CurrentTimeInt64;
}
