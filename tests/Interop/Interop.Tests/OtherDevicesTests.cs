using System.Net;
using System.Text.Json;
using Plenum.Bacnet.Client;
using Plenum.Bacnet.Protocol.Links;
using Plenum.Bacnet.Protocol.Types;

namespace Interop.Tests;

/// <summary>Other stacks as devices that a client of ours reads, over loopback.</summary>
public sealed class OtherDevicesTests : IAsyncDisposable
{
    private const uint Instance = 4711;

    private readonly BacnetClient _client = new(new() { Host = IPAddress.Parse("127.0.2.1"), Port = 0 });

    public OtherDevicesTests() => Assert.SkipWhen(NodeStack.Obstacle is not null, NodeStack.Obstacle ?? "");

    public static TheoryData<string> Stacks => ["@bacnet-js/client", "node-bacnet"];

    [Theory, MemberData(nameof(Stacks))]
    public async Task A_device_is_known_by_its_address_alone(string stack)
    {
        await using var node = await DeviceAsync(stack);
        Device device = new(DeviceAddress.Parse(node.Address));

        Assert.True(await _client.IdentifyAsync(device, cancel: TestContext.Current.CancellationToken));

        Assert.Equal((Instance, "a device of another stack", (ushort)260), (device.Instance!.Value, device.Name, device.VendorId!.Value));
    }

    [Theory, MemberData(nameof(Stacks))]
    [Trait("Rule", "135.1 8.18")]
    public async Task Every_primitive_type_is_read_one_by_one(string stack)
    {
        await using var node = await DeviceAsync(stack);
        Device device = new(DeviceAddress.Parse(node.Address));
        List<string> read = [];
        foreach (var (target, _) in Samples.For(stack)) read.Add(Text(await _client.ReadAsync(device, target, TestContext.Current.CancellationToken)));

        Assert.Equal(Samples.For(stack).Select(sample => Samples.Text(sample.Value)), read);
    }

    [Theory, MemberData(nameof(Stacks))]
    public async Task Every_primitive_type_is_read_at_once_and_a_bad_property_among_them_costs_none(string stack)
    {
        await using var node = await DeviceAsync(stack);
        Device device = new(DeviceAddress.Parse(node.Address));
        ReadList list = new([.. Samples.For(stack).Select(sample => sample.Target), new(Samples.Object, PropertyId.Description), new(new(ObjectType.AnalogInput, 99), PropertyId.PresentValue)]);

        await _client.ReadAsync(device, list, cancel: TestContext.Current.CancellationToken);

        Assert.Equal([.. Samples.For(stack).Select(sample => Samples.Text(sample.Value)), "property: unknown-property", "object: unknown-object"], list.Results.ToArray().Select(Text));
        Assert.Equal(1, _client.Counters.Requests);
    }

    [Theory, MemberData(nameof(Stacks))]
    public async Task What_is_not_there_is_a_refusal(string stack)
    {
        await using var node = await DeviceAsync(stack);
        Device device = new(DeviceAddress.Parse(node.Address));

        var refusal = await _client.ReadAsync(device, new(ObjectType.AnalogInput, 99), PropertyId.PresentValue, TestContext.Current.CancellationToken);

        Assert.Equal(new BacnetError(ErrorClass.Object, ErrorCode.UnknownObject), refusal.Error);
    }

    [Theory, MemberData(nameof(Stacks))]
    [Trait("Rule", "135.1 8.22")]
    public async Task Writes_arrive_as_they_are_meant(string stack)
    {
        await using var node = await DeviceAsync(stack);
        Device device = new(DeviceAddress.Parse(node.Address));
        foreach (var (target, value) in Samples.For(stack))
        {
            Assert.Null(await _client.WriteAsync(device, new(target, value, 8), TestContext.Current.CancellationToken));
            Assert.Equal($"wrote 2:7 {(uint)target.Property} {Samples.Text(value)} at 8", await node.ReadLineAsync());
        }
    }

    private static string Text(PropertyResult result) => result.HasValue ? Samples.Text(result.Value) : result.ToString();

    private static Task<NodeStack> DeviceAsync(string stack)
    {
        Dictionary<string, Dictionary<string, string[]>> table = new()
        {
            [$"{(uint)Samples.Object.Type}:{Samples.Object.Instance}"] = Samples.All.ToDictionary(sample => $"{(uint)sample.Target.Property}", sample => new[] { Samples.Text(sample.Value) }),
            [$"8:{Instance}"] = new()
            {
                [$"{(uint)PropertyId.ObjectIdentifier}"] = [$"12:8:{Instance}"],
                [$"{(uint)PropertyId.ObjectName}"] = ["7:a device of another stack"],
                [$"{(uint)PropertyId.MaxApduLengthAccepted}"] = ["2:1476"],
                [$"{(uint)PropertyId.SegmentationSupported}"] = ["9:3"],
                [$"{(uint)PropertyId.VendorIdentifier}"] = ["2:260"],
            },
        };
        return NodeStack.DeviceAsync(stack, "127.0.2.2", Instance, JsonSerializer.Serialize(table));
    }

    public ValueTask DisposeAsync() => _client.DisposeAsync();
}
