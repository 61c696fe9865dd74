using System.Buffers.Binary;
using System.IO.MemoryMappedFiles;

namespace Plenum.Fuzz.Engine;

/// <summary>The input that is being tried, in a file that outlives the process: when the process dies of it, it is known what killed it.</summary>
internal sealed unsafe class CurrentInput : IDisposable
{
    private const int Size = 1 << 18, HeaderSize = 8;

    private readonly MemoryMappedFile _file;
    private readonly MemoryMappedViewAccessor _view;
    private readonly byte* _start;
    private long _tried;

    public CurrentInput(string path)
    {
        _file = MemoryMappedFile.CreateFromFile(path, FileMode.Create, null, Size);
        _view = _file.CreateViewAccessor();
        _view.SafeMemoryMappedViewHandle.AcquirePointer(ref _start);
    }

    /// <summary>How many inputs have been tried.</summary>
    public long Tried => Volatile.Read(ref _tried);

    /// <summary>Notes what is tried next.</summary>
    public void Set(int target, ReadOnlySpan<byte> octets)
    {
        Span<byte> file = new(_start, Size);
        BinaryPrimitives.WriteInt32LittleEndian(file, target);
        BinaryPrimitives.WriteInt32LittleEndian(file[4..], octets.Length);
        octets.CopyTo(file[HeaderSize..]);
        Volatile.Write(ref _tried, _tried + 1);
    }

    /// <summary>Reads what a process left that died.</summary>
    public static (int Target, byte[] Octets) Read(string path)
    {
        var file = File.ReadAllBytes(path);
        return (BinaryPrimitives.ReadInt32LittleEndian(file), file[HeaderSize..(HeaderSize + BinaryPrimitives.ReadInt32LittleEndian(file.AsSpan(4)))]);
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _view.SafeMemoryMappedViewHandle.ReleasePointer();
        _view.Dispose();
        _file.Dispose();
    }
}
