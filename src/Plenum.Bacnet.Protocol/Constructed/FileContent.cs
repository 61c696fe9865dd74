using Plenum.Bacnet.Protocol.Tags;
using Plenum.Bacnet.Protocol.Types;

namespace Plenum.Bacnet.Protocol.Constructed;

/// <summary>A part of a file: octets of a stream from a position on, or whole records from a record on (clauses 14.1, 14.2).</summary>
/// <remarks>The choice that AtomicReadFile-ACK and AtomicWriteFile-Request have in common:<code>
/// CHOICE {
///   stream-access [0] SEQUENCE {
///     file-start-position INTEGER,
///     file-data           OCTET STRING },
///   record-access [1] SEQUENCE {
///     file-start-record INTEGER,
///     record-count      Unsigned,
///     file-record-data  SEQUENCE OF OCTET STRING } }
/// </code></remarks>
public readonly record struct FileContent : IConstructed<FileContent>
{
    private const byte StreamTag = 0, RecordTag = 1;

    private FileContent(FileAccessMethod access, int start, Sequence<Sequence<byte>> records) => (Access, Start, Records) = (access, start, records);

    /// <summary>What the file is made of.</summary>
    public FileAccessMethod Access { get; }

    /// <summary>The first octet or record, from 0; -1 in a write means the end of the file.</summary>
    public int Start { get; }

    /// <summary>The records; of a stream its octets as the only one.</summary>
    public Sequence<Sequence<byte>> Records { get; }

    /// <summary>Octets of a stream, which are copied.</summary>
    public static FileContent OfStream(int start, ReadOnlySpan<byte> octets) => new(FileAccessMethod.StreamAccess, start, [Sequence.Create(octets)]);

    /// <summary>Records.</summary>
    public static FileContent OfRecords(int start, Sequence<Sequence<byte>> records) => new(FileAccessMethod.RecordAccess, start, records);

    /// <summary>Reads the choice; a count that is not that of the records is out of range.</summary>
    public static FileContent Read(ref TagReader reader) => reader.NextIsOpening(RecordTag) ? ReadRecords(ref reader) : ReadStream(ref reader);

    /// <inheritdoc/>
    public void Write(ref TagWriter writer)
    {
        var tag = Access == FileAccessMethod.RecordAccess ? RecordTag : StreamTag;
        writer.WriteOpening(tag);
        writer.WriteSigned(Start);
        if (tag == RecordTag) writer.WriteUnsigned((uint)Records.Count);
        foreach (var record in Records.AsSpan()) writer.WriteOctetString(record.AsSpan());
        writer.WriteClosing(tag);
    }

    /// <summary><c>27 octets from 0</c>, <c>2 records from 14</c></summary>
    public override string ToString() => Access == FileAccessMethod.RecordAccess
        ? $"{Records.Count} records from {Start}"
        : $"{Records.Sum(octets => octets.Count)} octets from {Start}";

    private static FileContent ReadStream(ref TagReader reader)
    {
        reader.ReadOpening(StreamTag);
        var content = OfStream(reader.ReadSigned32(), reader.ReadOctetString());
        reader.ReadClosing(StreamTag);
        return content;
    }

    private static FileContent ReadRecords(ref TagReader reader)
    {
        reader.ReadOpening(RecordTag);
        var start = reader.ReadSigned32();
        var count = reader.ReadUnsigned();
        List<Sequence<byte>> records = [];
        while (reader.Error == DecodeError.None && !reader.NextIsClosing(RecordTag) && records.Count <= TagReader.MaxElements)
            records.Add(Sequence.Create(reader.ReadOctetString()));
        if (records.Count > TagReader.MaxElements) reader.Fail(DecodeError.TooManyElements);
        if (records.Count != count) reader.Fail(DecodeError.OutOfRange);
        reader.ReadClosing(RecordTag);
        return OfRecords(start, [.. records]);
    }
}
