using System.Text.Json;
using Plenum.Bacnet.Protocol.Links;
using Plenum.TestKit;
using Plenum.Tests.Support;
using static Plenum.Tests.Captures.CaptureBytes;

namespace Plenum.Tests.Commands;

/// <summary>What <c>plenum decode</c> prints of a capture.</summary>
public sealed class DecodeCommandTests : IDisposable
{
    private static readonly DeviceAddress Client = DeviceAddress.Parse("10.0.0.1"), Device = DeviceAddress.Parse("10.0.0.2"), Other = DeviceAddress.Parse("10.0.0.3:47809");

    private readonly string _path = Path.Combine(Path.GetTempPath(), $"plenum-decode-{Guid.NewGuid():N}.pcap");

    public DecodeCommandTests()
    {
        using var capture = new PcapWriter(_path);
        capture.Write(TimeSpan.FromSeconds(1.5), Client, Device, Hex("81 0A 0011 01 04 00 04 07 0C 0C 00000005 19 55"));
        capture.Write(TimeSpan.FromSeconds(1.6), Device, Client, Hex("81 0A 0017 01 00 30 07 0C 0C 00000005 19 55 3E 44 41AC0000 3F"));
        capture.Write(TimeSpan.FromSeconds(2), Client, Device, Hex("81 0A 0011 01 04 00 04 08 0C 0C 00000063 19 55"));
        capture.Write(TimeSpan.FromSeconds(3), Client, Device, Hex("81 0A 0011 01 04 00 04 08 0C 0C 00000063 19 55"));
        capture.Write(TimeSpan.FromSeconds(3), Device, Client, Hex("81 0A 000D 01 00 50 08 0C 91 01 91 1F"));
        capture.Write(TimeSpan.FromSeconds(4), Other, Client, Hex("81 0A 000A 01 00 30 09 0C 0C"));
    }

    public void Dispose() => File.Delete(_path);

    [Fact]
    public async Task Each_frame_is_a_line_and_the_last_line_on_stderr_counts()
    {
        var all = await DecodeAsync();

        Assert.Equal((0, "6 packets, 6 with BACnet: 1 do not decode, 1 refusals, 1 retransmissions"), (all.Exit, all.Error.Trim()));
        Assert.Equal(
            [
                "    1  1970-01-01 00:00:01.500000  10.0.0.1:47808        > 10.0.0.2:47808         read-property #7 analogInput:5 presentValue",
                "    2  1970-01-01 00:00:01.600000  10.0.0.2:47808        > 10.0.0.1:47808         read-property ack #7 analogInput:5 presentValue = 21.5",
                "    3  1970-01-01 00:00:02.000000  10.0.0.1:47808        > 10.0.0.2:47808         read-property #8 analogInput:99 presentValue",
                "    4  1970-01-01 00:00:03.000000  10.0.0.1:47808        > 10.0.0.2:47808         read-property #8 analogInput:99 presentValue (the same request again)",
                "    5  1970-01-01 00:00:03.000000  10.0.0.2:47808        > 10.0.0.1:47808         read-property error #8 object: unknown-object",
                "    6  1970-01-01 00:00:04.000000  10.0.0.3:47809        > 10.0.0.1:47808         read-property ack #9 does not decode, octet 10: the message ends before its content does",
            ],
            Lines(all));
    }

    [Fact]
    public async Task As_JSON_each_frame_is_an_object()
    {
        var lines = Lines(await DecodeAsync("--json"));

        Assert.Equal(
            """{"frame":2,"time":"1970-01-01T00:00:01.6000000Z","source":"10.0.0.2:47808","destination":"10.0.0.1:47808","link":"original-unicast-npdu","type":"complex-ack","service":"read-property","invokeId":7,"fields":{"object":"analogInput:5","property":"presentValue","value":21.5}}""",
            lines[1]);
        Assert.True(Json(lines[3]).GetProperty("retransmission").GetBoolean());
        Assert.Equal("unknown-object", Json(lines[4]).GetProperty("fields").GetProperty("error").GetProperty("code").GetString());
        Assert.Equal("""{"offset":10,"reason":"the message ends before its content does"}""", Json(lines[5]).GetProperty("malformed").GetRawText());
    }

    [Theory]
    [InlineData("--errors", "5 6")]
    [InlineData("--device 10.0.0.2", "1 2 3 4 5")]
    [InlineData("--device 10.0.0.3", "6")]
    [InlineData("--device 10.0.0.3:47809", "6")]
    [InlineData("--device 10.0.0.3:47808", "")]
    [InlineData("--device 10.0.0.2/5:01", "")]
    [InlineData("--device 10.0.0.2 --errors", "5")]
    [InlineData("--port 47809", "6")]
    public async Task Options_choose_frames(string options, string frames) =>
        Assert.Equal(frames, string.Join(' ', Lines(await DecodeAsync(options.Split(' '))).Select(line => line[..5].Trim())));

    [Fact]
    public async Task Count_shows_how_often_each_kind_is_there()
    {
        var table = await DecodeAsync("--count");
        Assert.Contains("read-property ack", table.Output, StringComparison.Ordinal);
        Assert.Contains("packets 6, frames 6, malformed 1, refusals 1, retransmissions 1, assembled 0, incomplete 0", table.Output, StringComparison.Ordinal);
        Assert.Empty(table.Error);

        Assert.Equal(
            """{"packets":6,"frames":6,"malformed":1,"refusals":1,"retransmissions":1,"assembled":0,"incomplete":0,"messages":{"read-property":3,"read-property ack":2,"read-property error":1}}""",
            (await DecodeAsync("--count", "--json")).Output.Trim());
    }

    [Fact]
    public async Task A_file_that_was_cut_off_is_shown_up_to_there_and_the_exit_code_is_69()
    {
        var whole = await File.ReadAllBytesAsync(_path, TestContext.Current.CancellationToken);
        await File.WriteAllBytesAsync(_path, whole[..^5], TestContext.Current.CancellationToken);

        var cut = await DecodeAsync();

        Assert.Equal((69, 5), (cut.Exit, Lines(cut).Length));
        Assert.Contains($"error: {_path}: the file ends at octet {whole.Length - 5}, inside packet 6", cut.Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("no capture", "not a capture: it begins with 6e6f2063")]
    [InlineData("", "the file is empty")]
    public async Task What_is_no_capture_is_an_error_with_exit_code_69(string content, string error)
    {
        await File.WriteAllTextAsync(_path, content, TestContext.Current.CancellationToken);

        var answer = await DecodeAsync();

        Assert.Equal((69, ""), (answer.Exit, answer.Output));
        Assert.StartsWith($"error: {_path}: {error}", answer.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_file_that_is_not_there_is_an_error_with_exit_code_69()
    {
        var answer = await Invocation.RunAsync("decode", "/nowhere/a.pcap");

        Assert.Equal(69, answer.Exit);
        Assert.StartsWith("error: /nowhere/a.pcap: ", answer.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_capture_of_another_link_type_says_what_is_read()
    {
        await File.WriteAllBytesAsync(_path, Pcap(105, false, false, [1, 2, 3], [4]), TestContext.Current.CancellationToken);

        var answer = await DecodeAsync();

        Assert.Equal(69, answer.Exit);
        Assert.Contains("link type is 105", answer.Error, StringComparison.Ordinal);
        Assert.Contains("2 packets have link type 105", answer.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_address_that_is_none_is_a_usage_error() => Assert.Equal(2, (await DecodeAsync("--device", "boiler")).Exit);

    private Task<Invocation> DecodeAsync(params string[] options) => Invocation.RunAsync(["decode", _path, .. options]);

    private static string[] Lines(Invocation run) => run.Output.Split('\n', StringSplitOptions.RemoveEmptyEntries);

    private static JsonElement Json(string line) => JsonDocument.Parse(line).RootElement;
}
