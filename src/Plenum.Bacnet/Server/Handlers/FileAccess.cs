using Plenum.Bacnet.Protocol.Constructed;
using Plenum.Bacnet.Protocol.Services;
using Plenum.Bacnet.Protocol.Tags;
using Plenum.Bacnet.Protocol.Types;

namespace Plenum.Bacnet.Server.Handlers;

/// <summary>AtomicReadFile and AtomicWriteFile (clauses 14.1, 14.2) of files that are streams of octets.</summary>
internal sealed class FileAccess(IFileStore store)
{
    private const int AtTheEnd = -1;

    public Outcome AtomicReadFile(in ServedRequest request, ref TagWriter writer)
    {
        if (!AtomicReadFileRequest.TryDecode(request.Content, out var asked, out var error)) return Outcome.Malformed(error);
        if (Find(asked.File, asked.Access, out var file) is { } refusal) return Outcome.Error(refusal);
        if (asked.Start < 0 || asked.Start > file.Length) return Outcome.Error(Refusals.OfService(ErrorCode.InvalidFileStartPosition));
        var octets = file.Read(asked.Start, asked.Count);
        new AtomicReadFileAck(asked.Start + octets.Length >= file.Length, FileContent.OfStream(asked.Start, octets)).Encode(ref writer);
        return Outcome.Acknowledged;
    }

    public Outcome AtomicWriteFile(in ServedRequest request, ref TagWriter writer)
    {
        if (!AtomicWriteFileRequest.TryDecode(request.Content, out var asked, out var error)) return Outcome.Malformed(error);
        if (Find(asked.File, asked.Content.Access, out var file) is { } refusal) return Outcome.Error(refusal);
        if (file.IsReadOnly) return Outcome.Error(Refusals.OfService(ErrorCode.FileAccessDenied));
        var start = asked.Content.Start == AtTheEnd ? file.Length : asked.Content.Start;
        if (start < 0 || start > file.Length) return Outcome.Error(Refusals.OfService(ErrorCode.InvalidFileStartPosition));
        if (!file.TryWrite(start, asked.Content.Records[0].AsSpan())) return Outcome.Error(Refusals.OfObject(ErrorCode.FileFull));
        new AtomicWriteFileAck(FileAccessMethod.StreamAccess, start).Encode(ref writer);
        return Outcome.Acknowledged;
    }

    private BacnetError? Find(ObjectId id, FileAccessMethod access, out IServedFile file)
    {
        file = null!;
        if (id.Type != ObjectType.File) return Refusals.OfService(ErrorCode.InconsistentObjectType);
        if (store.FindFile(id) is not { } found) return Refusals.UnknownObject;
        file = found;
        return access == FileAccessMethod.StreamAccess ? null : Refusals.OfService(ErrorCode.InvalidFileAccessMethod);
    }
}
