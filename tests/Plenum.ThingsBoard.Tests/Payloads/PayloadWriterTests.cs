using System.Buffers;
using System.Text;
using System.Text.Json;
using Plenum.ThingsBoard.Payloads;

namespace Plenum.ThingsBoard.Tests.Payloads;

public sealed class PayloadWriterTests
{
    [Fact]
    public void The_small_payloads_are_what_the_server_expects()
    {
        Assert.Equal("""{"device":"Dev 1001","type":"default"}""", Text(PayloadWriter.Connect("Dev 1001", "default")));
        Assert.Equal("""{"device":"Dev 1001"}""", Text(PayloadWriter.Disconnect("Dev 1001")));
        Assert.Equal("""{"Dev 1001":{"connectorType":"bacnet","connectorName":"BACnet"}}""",
            Text(PayloadWriter.DeviceAttributes("Dev 1001", ("bacnet", "BACnet"), null)));
        Assert.Equal("""{"Dev 1001":{"plenumStatus":"offline","plenumStatusSince":1767225600000,"plenumStatusWhy":"device-silent: gone"}}""",
            Text(PayloadWriter.DeviceAttributes("Dev 1001", null, ("offline", 1767225600000, "device-silent: gone"))));
        Assert.Equal("""{"Dev 1001":{"connectorType":"bacnet","connectorName":"BACnet","plenumStatus":"online","plenumStatusSince":5,"plenumStatusWhy":"answers"}}""",
            Text(PayloadWriter.DeviceAttributes("Dev 1001", ("bacnet", "BACnet"), ("online", 5, "answers"))));
        Assert.Equal("""{"device":"Dev 1001","id":5,"data":{"result":22.5}}""",
            Text(PayloadWriter.RpcReply(new("Dev 1001", 5, "get", default), """{"result":22.5}"""u8.ToArray())));
        Assert.Equal("""{"keys":["sp","on"],"device":"Dev 1001","client":false,"id":1}""",
            Text(PayloadWriter.SharedAttributesRequest(1, "Dev 1001", ["sp", "on"])));
        Assert.Equal("""{"method":"getSessionLimits","params":{"timeout":2000}}""",
            Text(PayloadWriter.SessionLimitsRequest(TimeSpan.FromSeconds(2))));
    }

    [Fact]
    public void Names_are_escaped_where_JSON_asks_for_it_and_nowhere_else() =>
        Assert.Equal("""{"device":"Lüftung \"2\" \\ <b>\n","type":"空調"}""", Text(PayloadWriter.Connect("Lüftung \"2\" \\ <b>\n", "空調")));

    [Fact]
    public void A_reply_that_is_no_JSON_is_our_own_mistake_and_throws() =>
        Assert.ThrowsAny<JsonException>(() => PayloadWriter.RpcReply(new("D", 1, "m", default), "nonsense"u8.ToArray()));

    [Fact]
    public void Telemetry_of_several_devices_and_moments_makes_one_payload()
    {
        var output = new ArrayBufferWriter<byte>();
        using (var writer = new TelemetryWriter(output))
        {
            writer.StartDevice(TelemetryWriter.Encode("A"));
            writer.Add(1000, """{"t":21.5}"""u8);
            writer.Add(2000, """{"t":21.6,"on":true}"""u8);
            writer.StartDevice(TelemetryWriter.Encode("B"));
            writer.Add(-1, "{}"u8);
            writer.Finish();
        }
        Assert.Equal("""{"A":[{"ts":1000,"values":{"t":21.5}},{"ts":2000,"values":{"t":21.6,"on":true}}],"B":[{"ts":-1,"values":{}}]}""", Text(output.WrittenSpan));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public void The_foretold_size_is_never_less_than_the_written_one_nor_a_comma_more_per_part(int seed)
    {
        var random = new Random(seed);
        for (var round = 0; round < 200; round++)
        {
            var output = new ArrayBufferWriter<byte>();
            var (foretold, parts) = (TelemetryWriter.EmptyBytes, 0);
            using var writer = new TelemetryWriter(output);
            for (var device = random.Next(4); device > 0; device--)
            {
                var name = TelemetryWriter.Encode(RandomName(random) + device);
                writer.StartDevice(name);
                foretold += TelemetryWriter.DeviceBytes(name);
                parts++;
                for (var entry = random.Next(4); entry > 0; entry--, parts++)
                {
                    var values = Encoding.UTF8.GetBytes($$"""{"k":"{{new string('x', random.Next(30))}}"}""");
                    var timestamp = random.NextInt64(long.MinValue, long.MaxValue) >> random.Next(63);
                    writer.Add(timestamp, values);
                    foretold += TelemetryWriter.EntryBytes(timestamp, values.Length);
                }
            }
            writer.Finish();
            Assert.InRange(foretold, output.WrittenCount, output.WrittenCount + parts);
        }
    }

    [Fact]
    public void Attributes_of_several_devices_make_one_payload_of_the_foretold_size()
    {
        var output = new ArrayBufferWriter<byte>();
        var (a, b) = (TelemetryWriter.Encode("A"), TelemetryWriter.Encode("ü"));
        using (var writer = new AttributesWriter(output))
        {
            writer.Add(a, """{"model":"X"}"""u8);
            writer.Add(b, "{}"u8);
            writer.Finish();
        }
        Assert.Equal("""{"A":{"model":"X"},"ü":{}}""", Text(output.WrittenSpan));
        Assert.Equal(output.WrittenCount + 1, AttributesWriter.EmptyBytes + AttributesWriter.DeviceBytes(a, 13) + AttributesWriter.DeviceBytes(b, 2));
    }

    private static string RandomName(Random random) => string.Concat(Enumerable.Range(0, random.Next(8)).Select(_ => "aü\"\\空\n"[random.Next(6)]));

    private static string Text(ReadOnlySpan<byte> bytes) => Encoding.UTF8.GetString(bytes);
}
