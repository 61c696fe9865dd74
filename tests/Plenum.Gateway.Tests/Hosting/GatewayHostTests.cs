using System.Text.Json;
using Plenum.Bacnet.Protocol.Types;
using Plenum.Gateway.Supervision;
using Plenum.Gateway.Tests.Support;

namespace Plenum.Gateway.Tests.Hosting;

/// <summary>The whole gateway in this process, between real sockets.</summary>
public sealed class GatewayHostTests
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Every_device_is_connected_and_its_values_arrive_with_their_types()
    {
        await using var all = HostedGateway.Over(devices: 3);
        await all.StartServerAsync();
        all.StartGateway();

        await Wait.UntilAsync(() => all.Server.Devices.Count == 3 && all.Delivered.Select(value => (value.Device, value.Key)).Distinct().Count() == 27);

        Assert.Equal(["Controller 1000", "Controller 1001", "Controller 1002"], all.Server.Devices.Keys.Order());
        Assert.All(all.Server.Devices, device => Assert.Equal("ahu", device.Value));
        foreach (var value in all.Delivered)
        {
            if (value.Key.StartsWith("binary", StringComparison.Ordinal)) Assert.True(value.Value.ValueKind is JsonValueKind.True or JsonValueKind.False);
            else Assert.Equal(JsonValueKind.Number, value.Value.ValueKind);
            if (value.Key.StartsWith("multiState", StringComparison.Ordinal)) Assert.True(value.Value.TryGetInt32(out _));
        }
        Assert.Equal(0, all.Server.Malformed);
        Assert.Equal("connected", all.Health("uplink").Status.Reason);
        await Wait.UntilAsync(() => all.Health("connector").Status.Reason == "3 of 3 devices online");
    }

    [Fact]
    public async Task The_server_is_told_how_each_device_does()
    {
        await using var all = HostedGateway.Over(devices: 2);
        await all.StartServerAsync();
        all.StartGateway();

        await Wait.UntilAsync(() => all.Attributes.Count(value => value is { Key: "plenumStatus" }) == 2);

        Assert.All(all.Attributes.Where(value => value.Key == "plenumStatus"), value => Assert.Equal("online", value.Value.GetString()));
        Assert.All(all.Attributes.Where(value => value.Key == "plenumStatusSince"), value => Assert.True(value.Value.GetInt64() > 1_700_000_000_000));
    }

    [Fact]
    public async Task The_server_is_not_told_how_devices_do_where_that_is_not_wanted()
    {
        await using var all = HostedGateway.Over(devices: 1, reportsStatus: false);
        await all.StartServerAsync();
        all.StartGateway();

        await Wait.UntilAsync(() => all.Messages.Count >= 5);

        Assert.Equal(["connectorName", "connectorType"], all.Attributes.Select(value => value.Key).Order());
    }

    [Fact]
    public async Task A_write_from_the_server_reaches_the_device_and_is_read_back()
    {
        await using var all = HostedGateway.Over(devices: 2);
        await all.StartServerAsync();
        all.StartGateway();
        await Wait.UntilAsync(() => all.Server.Devices.Count == 2);

        var written = await all.Server.CallAsync("Controller 1001", "set", "\"objectType=analogOutput;objectId=1;propertyId=presentValue;priority=8;value=12.5;\"", Cancel);
        var read = await all.Server.CallAsync("Controller 1001", "get", "\"objectType=analogOutput;objectId=1;propertyId=presentValue;\"", Cancel);

        Assert.Equal("""{"result":{"value":12.5}}""", written.GetRawText());
        Assert.Equal("""{"result":{"value":12.5}}""", read.GetRawText());
        await Wait.UntilAsync(() => all.Delivered.Any(value => value is { Device: "Controller 1001", Key: "analogOutput:1" } && value.Value.GetDouble() == 12.5));
    }

    [Fact]
    public async Task A_shared_attribute_of_the_server_is_written_to_the_device()
    {
        await using var all = HostedGateway.Over(devices: 1);
        await all.StartServerAsync();
        all.StartGateway();
        await Wait.UntilAsync(() => all.Server.Devices.Count == 1);

        await all.Server.SetSharedAsync("Controller 1000", """{"sp":19.5}""");

        var slot = new PropertyReference(ObjectId.Parse("analogValue:1"), PropertyId.PriorityArray, 8);
        await Wait.UntilAsync(() => all.Building.Controllers[0].Device.Read(slot).Value.Kind == BacnetKind.Real);
        Assert.Equal(19.5f, all.Building.Controllers[0].Device.Read(slot).Value.AsReal);
    }

    [Fact]
    public async Task The_server_can_ask_the_gateway_for_its_devices()
    {
        await using var all = HostedGateway.Over(devices: 2);
        await all.StartServerAsync();
        all.StartGateway();
        await Wait.UntilAsync(() => all.Server.Devices.Count == 2);

        Assert.Equal("""{"code":200,"resp":"pong"}""", (await all.Server.CallGatewayAsync("gateway_ping", "{}", Cancel)).GetRawText());
        var devices = (await all.Server.CallGatewayAsync("gateway_devices", "{}", Cancel)).GetProperty("resp");
        Assert.Equal("BACnet", devices.GetProperty("Controller 1000").GetString());
        Assert.Equal(2, devices.EnumerateObject().Count());
    }

    [Fact]
    public async Task Sessions_that_the_server_ends_again_and_again_lose_no_value()
    {
        await using var all = HostedGateway.Over(devices: 3);
        await all.StartServerAsync();
        all.StartGateway();
        for (var sessions = 1; sessions <= 3; sessions++)
        {
            var before = all.Delivered.Count;
            await Wait.UntilAsync(() => all.Delivered.Count > before + 100);
            await all.Server.DisconnectAllAsync();
            await Wait.UntilAsync(() => all.Server.Sessions > sessions);
        }

        await all.Gateway.StopAsync();

        var snapshot = all.Gateway.Snapshot;
        Assert.Equal(0, snapshot.Outbox.Waiting);
        Assert.Equal(snapshot.Outbox.Stored, all.Messages.Count);
        Assert.Equal(snapshot.Readings, all.Delivered.Select(value => (value.Device, value.Key, value.TimestampMs)).Distinct().Count());
        Assert.Equal((0L, 3L), (snapshot.Uplink.Rejected, snapshot.Uplink.Reconnects));
    }

    [Fact]
    public async Task What_was_stored_while_the_server_was_away_is_delivered_by_the_next_start()
    {
        await using var all = HostedGateway.Over(devices: 2);
        all.UplinkPatience = TimeSpan.Zero;
        all.StartGateway();
        await Wait.UntilAsync(() => all.Gateway.Snapshot.Outbox.Waiting >= 10);
        await Wait.UntilAsync(() => all.Health("uplink").Level == HealthLevel.Yellow);
        Assert.Contains("messages wait", all.Health("uplink").Status.Reason, StringComparison.Ordinal);
        await all.Gateway.StopAsync();
        var waited = all.Gateway.Snapshot.Outbox.Waiting;
        var until = DateTimeOffset.UtcNow.ToUnixTimeMilliseconds();
        await all.Gateway.DisposeAsync();

        await all.StartServerAsync();
        all.StartGateway();

        await Wait.UntilAsync(() => all.Messages.Count(message => message.Timestamp <= until) == waited);
        await all.Gateway.StopAsync();
        Assert.Equal(waited, all.Messages.Count(message => message.Timestamp <= until));
    }

    [Fact]
    public async Task A_stop_sends_what_is_stored_and_ends_in_order()
    {
        await using var all = HostedGateway.Over(devices: 3);
        await all.StartServerAsync();
        all.StartGateway();
        await Wait.UntilAsync(() => all.Gateway.Snapshot.Outbox.Stored > 20);

        var reason = await all.Gateway.StopAsync();

        Assert.Equal(ExitCode.Stopped, reason.Code);
        Assert.Equal(0, all.Gateway.Snapshot.Outbox.Waiting);
        Assert.Equal(all.Gateway.Snapshot.Outbox.Stored, all.Messages.Count);
        Assert.Same(reason, await all.Gateway.StopAsync()); // a second time is as good as once
        Assert.DoesNotContain(all.Loggers.Entries, entry => entry.Level >= Microsoft.Extensions.Logging.LogLevel.Warning);
    }
}
