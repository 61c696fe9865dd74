using System.Text;
using System.Text.Json;
using Plenum.Gateway.Model;
using Plenum.Gateway.Outbox;
using Plenum.Gateway.Uplink;
using Plenum.ThingsBoard;

namespace Plenum.Gateway.Tests.Uplink;

public sealed class PackerTests
{
    private long _id;

    [Fact]
    public void Several_devices_and_moments_go_into_one_publish()
    {
        var pack = Assert.Single(Packed(1000, Message("A", 1, """{"t":1}"""), Message("B", 1, """{"t":2}"""), Message("A", 2, """{"t":3}""")));
        Assert.Equal((Topics.Telemetry, """{"A":[{"ts":1,"values":{"t":1}},{"ts":2,"values":{"t":3}}],"B":[{"ts":1,"values":{"t":2}}]}"""), (pack.Topic, Text(pack)));
        Assert.Equal([1L, 2, 3], pack.Messages.Select(stored => stored.Id));
    }

    [Fact]
    public void Telemetry_and_attributes_are_packed_side_by_side()
    {
        var packs = Packed(1000, Message("A", 1, """{"t":1}"""), Message("A", 1, """{"model":"X"}""", MessageKind.Attributes), Message("A", 2, """{"t":2}"""));
        Assert.Equal([(Topics.Attributes, """{"A":{"model":"X"}}"""), (Topics.Telemetry, """{"A":[{"ts":1,"values":{"t":1}},{"ts":2,"values":{"t":2}}]}""")],
            packs.Select(pack => (pack.Topic, Text(pack))));
    }

    [Fact]
    public void Attributes_of_one_device_from_two_messages_are_two_publishes_in_their_order()
    {
        var packs = Packed(1000, Message("A", 1, """{"k":1}""", MessageKind.Attributes), Message("B", 1, """{"k":9}""", MessageKind.Attributes), Message("A", 2, """{"k":2}""", MessageKind.Attributes));
        Assert.Equal(["""{"A":{"k":1},"B":{"k":9}}""", """{"A":{"k":2}}"""], packs.Select(Text));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(4)]
    public void Every_value_is_in_exactly_one_publish_none_is_over_the_limit_and_no_device_is_named_twice_in_one(int seed)
    {
        var random = new Random(seed);
        var limit = random.Next(150, 1500);
        StoredMessage[] messages = [.. Enumerable.Range(0, 300).Select(i => Message($"Gerät \"{random.Next(12)}\"", i, RandomValues(random, i), random.Next(5) == 0 ? MessageKind.Attributes : MessageKind.Telemetry))];

        var packs = Packed(limit, messages);

        Assert.All(packs, pack => Assert.InRange(pack.Payload.Length, 2, limit));
        foreach (var kind in new[] { MessageKind.Telemetry, MessageKind.Attributes })
        {
            var topic = kind == MessageKind.Telemetry ? Topics.Telemetry : Topics.Attributes;
            var expected = messages.Where(stored => stored.Message.Kind == kind)
                .SelectMany(stored => Members(stored.Message.Values).Select(member => (stored.Message.Device, member)));
            var found = packs.Where(pack => pack.Topic == topic).SelectMany(Values);
            Assert.Equal(expected.GroupBy(it => it.Device, it => it.member).OrderBy(it => it.Key).Select(it => string.Join(' ', it)),
                found.GroupBy(it => it.Device, it => it.Member).OrderBy(it => it.Key).Select(it => string.Join(' ', it)));
        }
    }

    [Fact]
    public void A_publish_is_filled_to_the_limit_before_the_next_is_begun()
    {
        StoredMessage[] messages = [.. Enumerable.Range(0, 50).Select(i => Message("A", 1000 + i, """{"t":1}"""))];
        var packs = Packed(200, messages);
        var entry = """{"ts":1000,"values":{"t":1}},""".Length;
        Assert.All(packs.SkipLast(1), pack => Assert.True(pack.Payload.Length + entry > 200, $"{pack.Payload.Length} bytes"));
    }

    [Fact]
    public void A_message_over_the_limit_is_split_by_keys_and_is_delivered_with_its_last_part()
    {
        var values = "{" + string.Join(',', Enumerable.Range(0, 40).Select(i => $"\"key{i:00}\":{i}")) + "}";
        var packs = Packed(150, Message("A", 7, values));
        Assert.True(packs.Count >= 3);
        Assert.All(packs, pack => Assert.InRange(pack.Payload.Length, 2, 150));
        Assert.Equal(Members(Encoding.UTF8.GetBytes(values)), packs.SelectMany(Values).Select(it => it.Member));
        Assert.Equal([.. Enumerable.Repeat(false, packs.Count - 1), true], packs.Select(pack => pack.IsDelivered()));
        Assert.All(packs, pack => Assert.Equal(values, Encoding.UTF8.GetString(Assert.Single(pack.Messages).Message.Values.Span)));
    }

    [Fact]
    public void A_single_value_over_the_limit_is_left_whole_for_the_server_to_judge()
    {
        var text = new string('x', 500);
        var packs = Packed(150, Message("A", 1, $$"""{"a":1,"text":"{{text}}","b":2}"""));
        Assert.Equal(["\"a\":1", $"\"text\":\"{text}\"", "\"b\":2"], packs.SelectMany(Values).Select(it => it.Member));
        Assert.Equal(3, packs.Count);
    }

    [Fact]
    public void A_large_message_does_not_overtake_what_was_before_it()
    {
        var large = "{" + string.Join(',', Enumerable.Range(0, 40).Select(i => $"\"key{i:00}\":{i}")) + "}";
        var packs = Packed(150, Message("A", 1, """{"first":1}"""), Message("A", 2, large), Message("A", 3, """{"last":1}"""));
        Assert.Equal(1, packs[0].Messages[0].Id);
        Assert.Equal(3, packs[^1].Messages[0].Id);
    }

    private static List<Pack> Packed(int limit, params StoredMessage[] messages)
    {
        var (packer, ready) = (new Packer(), new Queue<Pack>());
        foreach (var stored in messages) packer.Add(stored, limit, ready);
        packer.Flush(ready);
        return [.. ready];
    }

    private static string RandomValues(Random random, int i) =>
        "{" + string.Join(',', Enumerable.Range(0, random.Next(random.Next(20) == 0 ? 80 : 6)).Select(k => $"\"k{k}\":\"{i}-{new string('v', random.Next(10))}\"")) + "}";

    private static IEnumerable<string> Members(ReadOnlyMemory<byte> values) =>
        JsonDocument.Parse(values).RootElement.EnumerateObject().Select(member => $"\"{member.Name}\":{member.Value.GetRawText()}");

    private static IEnumerable<(string Device, string Member)> Values(Pack pack)
    {
        var root = JsonDocument.Parse(pack.Payload, new JsonDocumentOptions { AllowDuplicateProperties = false }).RootElement;
        foreach (var device in root.EnumerateObject())
        {
            var entries = pack.Topic == Topics.Telemetry ? device.Value.EnumerateArray().Select(entry => entry.GetProperty("values")) : [device.Value];
            foreach (var member in entries.SelectMany(entry => entry.EnumerateObject())) yield return (device.Name, $"\"{member.Name}\":{member.Value.GetRawText()}");
        }
    }

    private static string Text(Pack pack) => Encoding.UTF8.GetString(pack.Payload.Span);

    private StoredMessage Message(string device, long timestamp, string values, MessageKind kind = MessageKind.Telemetry) =>
        new(++_id, new(device, "default", kind, timestamp, Encoding.UTF8.GetBytes(values)));
}
