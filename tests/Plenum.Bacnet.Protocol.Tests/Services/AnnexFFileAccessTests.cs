using Plenum.Bacnet.Protocol.Constructed;
using Plenum.Bacnet.Protocol.Services;
using Plenum.Bacnet.Protocol.Types;

namespace Plenum.Bacnet.Protocol.Tests.Services;

/// <summary>The examples of annex F.2, octet for octet in both directions.</summary>
public sealed class AnnexFFileAccessTests
{
    private const string Line = "4368696C6C65723031204F6E2D54696D653D342E3320486F757273";

    private static readonly ObjectId Stream = new(ObjectType.File, 1), Records = new(ObjectType.File, 2);
    private static ReadOnlySpan<byte> Chiller => "Chiller01 On-Time=4.3 Hours"u8;
    private static readonly Sequence<Sequence<byte>> Readings = [Sequence.Create("12:00,45.6"u8), Sequence.Create("12:15,44.8"u8)];

    [Fact]
    public void Annex_F_2_1_AtomicReadFile_of_a_stream()
    {
        AtomicReadFileRequest request = new(Stream, FileAccessMethod.StreamAccess, Start: 0, Count: 27);
        AtomicReadFileAck ack = new(EndOfFile: false, FileContent.OfStream(0, Chiller));

        Wire.BothWays("00 02 00 06  C4 02800001 0E 31 00 21 1B 0F", AnnexF.Request(0, ConfirmedService.AtomicReadFile), request, request.Encode, AtomicReadFileRequest.TryDecode);
        Wire.BothWays($"30 00 06  10 0E 31 00 65 1B {Line} 0F", AnnexF.Ack(0, ConfirmedService.AtomicReadFile), ack, ack.Encode, AtomicReadFileAck.TryDecode);
    }

    [Fact]
    public void Annex_F_2_1_AtomicReadFile_of_records()
    {
        AtomicReadFileRequest request = new(Records, FileAccessMethod.RecordAccess, Start: 14, Count: 3);
        AtomicReadFileAck ack = new(EndOfFile: true, FileContent.OfRecords(14, Readings));

        Wire.BothWays("00 02 12 06  C4 02800002 1E 31 0E 21 03 1F", AnnexF.Request(18, ConfirmedService.AtomicReadFile), request, request.Encode, AtomicReadFileRequest.TryDecode);
        Wire.BothWays("30 12 06  11 1E 31 0E 21 02 65 0A 31323A30302C34352E36 65 0A 31323A31352C34342E38 1F", AnnexF.Ack(18, ConfirmedService.AtomicReadFile),
            ack, ack.Encode, AtomicReadFileAck.TryDecode);
    }

    [Fact]
    public void Annex_F_2_2_AtomicWriteFile_of_a_stream()
    {
        AtomicWriteFileRequest request = new(Stream, FileContent.OfStream(30, Chiller));
        AtomicWriteFileAck ack = new(FileAccessMethod.StreamAccess, 30);

        Wire.BothWays($"00 02 55 07  C4 02800001 0E 31 1E 65 1B {Line} 0F", AnnexF.Request(85, ConfirmedService.AtomicWriteFile), request, request.Encode, AtomicWriteFileRequest.TryDecode);
        Wire.BothWays("30 55 07  09 1E", AnnexF.Ack(85, ConfirmedService.AtomicWriteFile), ack, ack.Encode, AtomicWriteFileAck.TryDecode);
    }

    [Fact]
    public void Annex_F_2_2_AtomicWriteFile_of_records_at_the_end()
    {
        AtomicWriteFileRequest request = new(Records, FileContent.OfRecords(-1, Readings));
        AtomicWriteFileAck ack = new(FileAccessMethod.RecordAccess, 14);

        Wire.BothWays("00 02 55 07  C4 02800002 1E 31 FF 21 02 65 0A 31323A30302C34352E36 65 0A 31323A31352C34342E38 1F", AnnexF.Request(85, ConfirmedService.AtomicWriteFile),
            request, request.Encode, AtomicWriteFileRequest.TryDecode);
        Wire.BothWays("30 55 07  19 0E", AnnexF.Ack(85, ConfirmedService.AtomicWriteFile), ack, ack.Encode, AtomicWriteFileAck.TryDecode);
    }
}
