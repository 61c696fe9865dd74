using System.Buffers;
using System.Text;
using System.Text.Json;
using Plenum.ThingsBoard.Payloads;
using Plenum.ThingsBoard.Session;

namespace Plenum.ThingsBoard.Tests.Payloads;

public sealed class PayloadReaderTests
{
    [Fact]
    public void A_call_of_a_device_is_read_with_its_parameters_as_they_came()
    {
        Assert.True(PayloadReader.TryReadDeviceRpc(Bytes("""{"device":"Dev 1001","data":{"id":5,"method":"set_sp","params":{"v":22.50}}}"""), out var call, out _));
        Assert.Equal(("Dev 1001", 5L, "set_sp", """{"v":22.50}"""), (call.Device, call.Id, call.Method, call.Params.GetRawText()));
    }

    [Fact]
    public void A_call_without_parameters_has_undefined_ones()
    {
        Assert.True(PayloadReader.TryReadDeviceRpc(Bytes("""{"device":"D","data":{"id":0,"method":"m"}}"""), out var call, out _));
        Assert.Equal(JsonValueKind.Undefined, call.Params.ValueKind);
    }

    [Theory]
    [InlineData("", "byte 0 of line 1", "is not JSON")]
    [InlineData("{\"device\":", "byte 10 of line 1", "is not JSON")]
    [InlineData("[1]", "$", "is Array, not an object")]
    [InlineData("""{"data":{"id":1,"method":"m"}}""", "device", "must be a text")]
    [InlineData("""{"device":7,"data":{"id":1,"method":"m"}}""", "device", "must be a text")]
    [InlineData("""{"device":"\ud800","data":{"id":1,"method":"m"}}""", "device", "must be a text")]
    [InlineData("""{"device":"D"}""", "data", "must be an object")]
    [InlineData("""{"device":"D","data":[]}""", "data", "must be an object")]
    [InlineData("""{"device":"D","data":{"method":"m"}}""", "data.id", "must be a whole number")]
    [InlineData("""{"device":"D","data":{"id":1.5,"method":"m"}}""", "data.id", "must be a whole number")]
    [InlineData("""{"device":"D","data":{"id":99999999999999999999,"method":"m"}}""", "data.id", "must be a whole number")]
    [InlineData("""{"device":"D","data":{"id":1,"method":null}}""", "data.method", "must be a text")]
    public void A_malformed_call_says_where_and_what(string payload, string where, string what)
    {
        Assert.False(PayloadReader.TryReadDeviceRpc(Bytes(payload), out var call, out var error));
        Assert.Equal((null, new PayloadError(where, what)), (call, error));
    }

    [Fact]
    public void Bytes_that_are_no_UTF8_are_an_error_and_not_an_exception()
    {
        byte[] payload = [.. "{\"device\":\""u8, 0xFF, 0xFE, .. "\",\"data\":{\"id\":1,\"method\":\"m\"}}"u8];
        Assert.False(PayloadReader.TryReadDeviceRpc(new(payload), out _, out _));
    }

    [Fact]
    public void No_truncation_of_a_payload_throws_or_is_taken_for_whole()
    {
        var whole = """{"device":"Dev ü","data":{"id":5,"method":"set","params":"a;b"}}"""u8.ToArray();
        for (var length = 0; length < whole.Length; length++)
            Assert.False(PayloadReader.TryReadDeviceRpc(new(whole, 0, length), out _, out _), $"{length} bytes");
    }

    [Fact]
    public void Shared_attributes_of_a_device_are_read()
    {
        Assert.True(PayloadReader.TryReadDeviceAttributes(Bytes("""{"device":"D","data":{"sp":23.5,"on":true}}"""), out var update, out _));
        Assert.Equal(("D", """{"sp":23.5,"on":true}"""), (update.Device, update.Values.GetRawText()));
    }

    [Fact]
    public void An_answer_to_several_keys_has_values_and_one_to_a_single_key_has_a_value()
    {
        Assert.True(PayloadReader.TryReadAttributesReply(Bytes("""{"id":1,"device":"D","values":{"sp":1}}"""), out var several, out _));
        Assert.True(PayloadReader.TryReadAttributesReply(Bytes("""{"id":2,"device":"D","value":1}"""), out var single, out _));
        Assert.Equal(("""{"sp":1}""", null), (several.Values?.GetRawText(), several.Value?.GetRawText()));
        Assert.Equal((null, "1"), (single.Values?.GetRawText(), single.Value?.GetRawText()));
    }

    [Fact]
    public void A_call_of_the_gateway_takes_its_number_from_the_topic()
    {
        Assert.True(PayloadReader.TryReadGatewayRpc(12, Bytes("""{"method":"gateway_ping","params":{}}"""), out var call, out _));
        Assert.Equal((12L, "gateway_ping", "{}"), (call.Id, call.Method, call.Params.GetRawText()));
    }

    [Theory]
    [InlineData("""{"maxPayloadSize":65536,"maxInflightMessages":100,"rateLimits":{"messages":""}}""", 52428, 80)]
    [InlineData("""{"maxPayloadSize":1,"maxInflightMessages":1}""", 1, 1)]
    [InlineData("""{"maxPayloadSize":0,"maxInflightMessages":-3}""", null, null)]
    [InlineData("""{"maxPayloadSize":"many","maxInflightMessages":1e99}""", null, null)]
    [InlineData("""{"error":"timeout"}""", null, null)]
    public void Eighty_percent_of_the_stated_limits_are_used(string answer, int? payload, int? inFlight) =>
        Assert.Equal(new SessionLimits(payload, inFlight), LimitsReader.Read(JsonDocument.Parse(answer).RootElement));

    private static ReadOnlySequence<byte> Bytes(string text) => new(Encoding.UTF8.GetBytes(text));
}
