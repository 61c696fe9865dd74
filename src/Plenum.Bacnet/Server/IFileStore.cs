using Plenum.Bacnet.Protocol.Types;

namespace Plenum.Bacnet.Server;

/// <summary>A device with files: with it, AtomicReadFile and AtomicWriteFile (clauses 14.1, 14.2) are served.</summary>
public interface IFileStore
{
    /// <summary>What is behind a File object; null when there is no such object.</summary>
    IServedFile? FindFile(ObjectId id);
}

/// <summary>A file of octets, read and written by position.</summary>
public interface IServedFile
{
    /// <summary>How many octets it has.</summary>
    int Length { get; }

    /// <summary>Whether nobody may write it.</summary>
    bool IsReadOnly { get; }

    /// <summary>The octets from a position, 0..<see cref="Length"/>, on: as many as are asked for, or as there are.</summary>
    byte[] Read(int start, uint count);

    /// <summary>Puts octets at a position, 0..<see cref="Length"/>, over what is there and behind it.</summary>
    /// <returns>False when there is no room for them; then nothing was changed.</returns>
    bool TryWrite(int start, ReadOnlySpan<byte> octets);
}
