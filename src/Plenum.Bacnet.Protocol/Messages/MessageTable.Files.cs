using Plenum.Bacnet.Protocol.Constructed;
using Plenum.Bacnet.Protocol.Services;
using Plenum.Bacnet.Protocol.Types;
using static Plenum.Bacnet.Protocol.Messages.MessageDecoder;

namespace Plenum.Bacnet.Protocol.Messages;

public static partial class MessageTable
{
    /// <summary>Clause 14: files.</summary>
    private static MessageDecoder[] Files =>
    [
        Request<AtomicReadFileRequest>(ConfirmedService.AtomicReadFile, AtomicReadFileRequest.TryDecode, (request, fields) => fields
            .Add("file", request.File).AddNamed<FileAccessMethod>("access", request.Access).AddSigned("start", request.Start).Add("count", request.Count)),
        Ack<AtomicReadFileAck>(ConfirmedService.AtomicReadFile, AtomicReadFileAck.TryDecode, (ack, fields) => AddContent(ack.Content, fields.Add("endOfFile", ack.EndOfFile))),
        Request<AtomicWriteFileRequest>(ConfirmedService.AtomicWriteFile, AtomicWriteFileRequest.TryDecode, (request, fields) => AddContent(request.Content, fields.Add("file", request.File))),
        Ack<AtomicWriteFileAck>(ConfirmedService.AtomicWriteFile, AtomicWriteFileAck.TryDecode, (ack, fields) => fields
            .AddNamed<FileAccessMethod>("access", ack.Access).AddSigned("start", ack.Start)),
    ];

    private static void AddContent(FileContent content, MessageFields fields)
    {
        fields.AddNamed<FileAccessMethod>("access", content.Access).AddSigned("start", content.Start);
        fields.AddList("data", content.Records, (octets, inner) => inner.AddOctets("", octets.AsSpan()));
    }
}
