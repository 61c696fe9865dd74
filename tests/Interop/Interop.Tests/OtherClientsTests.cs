using System.Net;
using System.Text.Json;
using Microsoft.Extensions.Logging.Abstractions;
using Plenum.Bacnet.Protocol.Types;
using Plenum.Bacnet.Server;
using Plenum.Bacnet.Transport;
using Plenum.TestKit;

namespace Interop.Tests;

/// <summary>Other stacks as clients of a device of ours, over loopback.</summary>
public sealed class OtherClientsTests : IDisposable
{
    /// <summary>As one stack says it, and as the other one does.</summary>
    private const string ObjectUnknown = "Class:1 .*Code:31|UNKNOWN_OBJECT [(]31[)]", PropertyUnknown = "Class:2 .*Code:32|UNKNOWN_PROPERTY [(]32[)]";

    private readonly TableDevice _device = new(1234) { MaxApdu = 1476 };
    private readonly BacnetPort _port = new(UdpTransport.Open(new() { Host = IPAddress.Parse("127.0.1.1"), Port = 0, BroadcastPort = 47_808 }, TimeProvider.System, NullLogger.Instance));

    public OtherClientsTests()
    {
        Assert.SkipWhen(NodeStack.Obstacle is not null, NodeStack.Obstacle ?? "");
        foreach (var (target, value) in Samples.All) _device[target] = value;
        _ = new BacnetServer(_port, _device);
        _port.Start();
    }

    public static TheoryData<string> Stacks => ["@bacnet-js/client", "node-bacnet"];

    [Theory, MemberData(nameof(Stacks))]
    public async Task Who_is_finds_the_device_in_its_range_alone(string stack)
    {
        await using var client = await ClientAsync(stack);

        Assert.Equal("1234 1476 3 260", (await client.AskAsync(new { @do = "whoIs" })).GetString());
        Assert.Equal("1234 1476 3 260", (await client.AskAsync(new { @do = "whoIs", low = 1234, high = 1234 })).GetString());
        Assert.Equal("nobody", (await client.AskAsync(new { @do = "whoIs", low = 1, high = 1233 })).GetString());
    }

    [Theory, MemberData(nameof(Stacks))]
    public async Task Every_primitive_type_is_read_as_it_is(string stack)
    {
        await using var client = await ClientAsync(stack);
        List<string?> read = [];
        foreach (var (target, _) in Samples.For(stack)) read.Add((await client.AskAsync(new { @do = "read", of = Id(target.Object), property = (uint)target.Property })).GetString());

        Assert.Equal(Samples.For(stack).Select(sample => Samples.Text(sample.Value)), read);
    }

    [Theory, MemberData(nameof(Stacks))]
    public async Task Every_primitive_type_is_read_at_once(string stack)
    {
        await using var client = await ClientAsync(stack);

        var read = await client.AskAsync(new { @do = "readMultiple", of = new[] { Id(Samples.Object) }, properties = Samples.For(stack).Select(sample => (uint)sample.Target.Property) });

        Assert.Equal(JsonValueKind.Array, read.ValueKind);
        Assert.Equal(Samples.For(stack).Select(sample => Samples.Text(sample.Value)), read.EnumerateArray().Select(value => value.GetString()));
    }

    [Theory, MemberData(nameof(Stacks))]
    public async Task What_is_not_there_is_refused(string stack)
    {
        await using var client = await ClientAsync(stack);

        Assert.Matches(ObjectUnknown, (await client.AskAsync(new { @do = "read", of = new[] { 0, 99 }, property = 85 })).GetString());
        Assert.Matches(PropertyUnknown, (await client.AskAsync(new { @do = "read", of = Id(Samples.Object), property = 28 })).GetString());
        var both = await client.AskAsync(new { @do = "readMultiple", of = new[] { Id(Samples.Object), [0, 99] }, properties = new uint[] { 28, (uint)Samples.All[^1].Target.Property } });
        Assert.Equal(["error:2:32", Samples.Text(Samples.All[^1].Value), "error:1:31", "error:1:31"], both.EnumerateArray().Select(value => value.GetString()));
    }

    [Theory, MemberData(nameof(Stacks))]
    public async Task Values_are_written_at_a_priority_and_relinquished_by_null(string stack)
    {
        await using var client = await ClientAsync(stack);
        var target = Samples.All[14].Target;

        Assert.Equal("written", (await client.AskAsync(new { @do = "write", of = Id(target.Object), property = (uint)target.Property, value = "4:35.25", priority = 8 })).GetString());
        Assert.Equal("written", (await client.AskAsync(new { @do = "write", of = Id(target.Object), property = (uint)target.Property, value = "0:", priority = 8 })).GetString());
        Assert.Matches(ObjectUnknown, (await client.AskAsync(new { @do = "write", of = new[] { 0, 99 }, property = 85, value = "4:1", priority = 8 })).GetString());

        Assert.Equal([(target, BacnetValue.Real(35.25f), (byte?)8), (target, BacnetValue.Null, (byte?)8)], _device.Writes);
    }

    [Theory, MemberData(nameof(Stacks))]
    public async Task Every_primitive_type_is_written_as_it_is(string stack)
    {
        await using var client = await ClientAsync(stack);
        foreach (var (target, value) in Samples.For(stack))
            Assert.Equal("written", (await client.AskAsync(new { @do = "write", of = Id(target.Object), property = (uint)target.Property, value = Samples.Text(value), priority = 16 })).GetString());

        Assert.Equal(Samples.For(stack).Select(sample => Samples.Text(sample.Value)), _device.Writes.Select(write => Samples.Text(write.Value)));
    }

    private static int[] Id(ObjectId id) => [(int)id.Type, (int)id.Instance];

    private Task<NodeStack> ClientAsync(string stack) => NodeStack.ClientAsync(stack, "127.0.1.2", _port.LocalAddress.ToString());

    public void Dispose() => _port.Dispose();
}
