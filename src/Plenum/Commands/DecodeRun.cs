using Plenum.Bacnet.Protocol.Messages;
using Plenum.Captures;

namespace Plenum.Commands;

/// <summary>One run of <c>plenum decode</c>: frames to stdout as they are read, notes to stderr at the end.</summary>
internal sealed class DecodeRun(TextWriter output, TextWriter error, DecodeOptions options)
{
    private readonly DecodeText _text = new(output);
    private readonly DecodeSummary _summary = new();
    private readonly FrameDecoder _decoder = new(options.Port);

    /// <summary>Reads a capture to its end. What was read before a damaged place is shown and counted.</summary>
    /// <exception cref="CaptureException">It cannot be read, or not to its end.</exception>
    public void Decode(string path, CancellationToken cancel)
    {
        using var source = Open(path);
        var capture = CaptureReader.Open(source, path == "-" ? "standard input" : path);
        try
        {
            while (!cancel.IsCancellationRequested && capture.TryNext(out var packet)) Take(packet);
        }
        finally
        {
            End();
        }
        if (_summary.Frames == 0 && _decoder.UnknownLinks.Count > 0)
            throw new CaptureException($"{path}: no packet could be read: their link type is {string.Join(", ", _decoder.UnknownLinks.Keys)}. What is read is Ethernet, bare IPv4, Linux cooked and loopback; capture on an interface of one of these");
    }

    private void Take(CapturedPacket packet)
    {
        _summary.Packets = packet.Number;
        if (_decoder.Decode(packet) is not { } frame || options.Device?.Includes(frame) == false) return;
        _summary.Add(frame);
        if (options.CountOnly || (options.ErrorsOnly && frame.Message is { Failure: null, IsRefusal: false })) return;
        if (options.AsJson) DecodeJson.Print(output, frame);
        else _text.Write(frame);
    }

    private void End()
    {
        if (options.CountOnly) DecodeCount.Print(output, _summary, _decoder, options.AsJson);
        foreach (var message in _decoder.Segments.Incomplete()) error.WriteLine($"note: {message}");
        if (_decoder.IncompleteDatagrams > 0) error.WriteLine($"note: {_decoder.IncompleteDatagrams} datagrams came in IP fragments that are not all in the capture");
        foreach (var (link, packets) in _decoder.UnknownLinks) error.WriteLine($"note: {packets} packets have link type {link}, which is not read");
        if (!options.CountOnly)
            error.WriteLine($"{_summary.Packets} packets, {_summary.Frames} with BACnet: {_summary.Malformed} do not decode, {_summary.Refusals} refusals, {_summary.Retransmissions} retransmissions");
    }

    private static Stream Open(string path)
    {
        if (path == "-") return Console.OpenStandardInput();
        try
        {
            return new FileStream(path, new FileStreamOptions { BufferSize = 1 << 20, Options = FileOptions.SequentialScan });
        }
        catch (Exception unreadable) when (unreadable is UnauthorizedAccessException or IOException or ArgumentException)
        {
            throw new CaptureException($"{path}: {unreadable.Message}");
        }
    }
}
