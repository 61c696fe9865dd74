using System.Buffers;
using Plenum.Bacnet.Protocol.Services;
using Plenum.Bacnet.Protocol.Types;

namespace Plenum.Bacnet.Client;

public sealed partial class BacnetClient
{
    /// <summary>Octets around the content of a read file: the headers of the acknowledgement and its tags.</summary>
    private const int FileOverhead = 32;

    /// <summary>Reads a part of a file, atomically.</summary>
    /// <exception cref="BacnetTimeoutException">Nobody answered.</exception>
    public ValueTask<Answer<AtomicReadFileAck>> ReadFileAsync(Device device, AtomicReadFileRequest request, CancellationToken cancel = default) =>
        AskAsync<AtomicReadFileAck>(device, ConfirmedService.AtomicReadFile, request.Encode, AtomicReadFileAck.TryDecode,
            ack => ack.Content.Access == request.Access && ack.Content.Start == request.Start, cancel);

    /// <summary>Reads a file as a stream from its beginning to its end, in parts that fit one APDU.</summary>
    /// <param name="device">The device.</param>
    /// <param name="file">The File object.</param>
    /// <param name="most">The most octets that are taken; a longer file is refused with <see cref="ErrorCode.OutOfMemory"/>.</param>
    /// <param name="cancel">Gives the reading up.</param>
    /// <returns>The octets, or the device's refusal.</returns>
    /// <exception cref="BacnetTimeoutException">The device fell silent.</exception>
    public async ValueTask<Answer<byte[]>> ReadWholeFileAsync(Device device, ObjectId file, int most, CancellationToken cancel = default)
    {
        var content = new ArrayBufferWriter<byte>();
        var part = (uint)(Math.Min(_maxApdu, device.Capabilities.MaxApdu) - FileOverhead);
        while (true)
        {
            var answer = await ReadFileAsync(device, new(file, FileAccessMethod.StreamAccess, content.WrittenCount, part), cancel).ConfigureAwait(false);
            if (answer.Error is { } error) return new(error);
            var before = content.WrittenCount;
            foreach (var octets in answer.Ack.Content.Records) content.Write(octets.AsSpan());
            if (content.WrittenCount > most) return new(new BacnetError(ErrorClass.Resources, ErrorCode.OutOfMemory));
            if (answer.Ack.EndOfFile || content.WrittenCount == before) return new(content.WrittenSpan.ToArray());
        }
    }

    /// <summary>Writes a part of a file, atomically.</summary>
    /// <returns>Where the part was written, or the device's refusal.</returns>
    /// <exception cref="BacnetTimeoutException">Nobody answered: it may or may not have been written, and, where it was to be appended, more than once.</exception>
    public ValueTask<Answer<AtomicWriteFileAck>> WriteFileAsync(Device device, AtomicWriteFileRequest request, CancellationToken cancel = default) =>
        AskAsync<AtomicWriteFileAck>(device, ConfirmedService.AtomicWriteFile, request.Encode, AtomicWriteFileAck.TryDecode,
            ack => ack.Access == request.Content.Access && (request.Content.Start < 0 || ack.Start == request.Content.Start), cancel);
}
