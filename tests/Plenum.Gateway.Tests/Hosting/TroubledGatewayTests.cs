using System.Net;
using System.Net.Sockets;
using Plenum.Bacnet.Client;
using Plenum.Bacnet.Protocol.Links;
using Plenum.Gateway.Hosting;
using Plenum.Gateway.Outbox;
using Plenum.Gateway.Supervision;
using Plenum.Gateway.Tests.Support;

namespace Plenum.Gateway.Tests.Hosting;

/// <summary>What health says when something stands in the way, and that it goes when that does.</summary>
public sealed class TroubledGatewayTests
{
    [Fact]
    [Trait("Rule", "F1")]
    public async Task A_busy_port_makes_health_red_with_its_owner_and_heals_when_it_is_free()
    {
        await using var all = HostedGateway.Over(devices: 1);
        await all.StartServerAsync();
        using var other = new Socket(AddressFamily.InterNetwork, SocketType.Dgram, ProtocolType.Udp);
        other.Bind(new IPEndPoint(IPAddress.Loopback, all.OwnPort));
        all.StartGateway();
        await Wait.UntilAsync(() => all.Health("connector").Level == HealthLevel.Red);
        var reason = all.Health("connector").Status.Reason;
        Assert.Contains($"UDP port {all.OwnPort}", reason, StringComparison.Ordinal);
        Assert.Contains($"{Environment.ProcessId}", reason, StringComparison.Ordinal);
        Assert.Equal(HealthLevel.Red, all.Gateway.Snapshot.Health.Overall);

        other.Dispose();

        await Wait.UntilAsync(() => all.Gateway.Snapshot.Health.Overall == HealthLevel.Ok);
        await Wait.UntilAsync(() => !all.Delivered.IsEmpty);
        Assert.Equal(0, all.Health("connector").Restarts);
    }

    [Fact]
    public async Task A_connector_none_of_whose_devices_answers_is_yellow()
    {
        await using var all = HostedGateway.Over(devices: 2, isSilent: true);
        await all.StartServerAsync();
        all.StartGateway();

        await Wait.UntilAsync(() => all.Health("connector").Status.Reason?.StartsWith("none of the 2 devices answers", StringComparison.Ordinal) == true);

        Assert.Equal(HealthLevel.Yellow, all.Gateway.Snapshot.Health.Overall);
    }

    [Fact]
    public async Task Two_devices_with_one_name_are_told()
    {
        await using var all = HostedGateway.Over(devices: 2, name: "AHU");
        await all.StartServerAsync();
        all.StartGateway();

        await Wait.UntilAsync(() => all.Loggers.Entries.Any(entry => entry.Id == 4800));

        Assert.Contains("has the name \"AHU\", which devices[", all.Loggers.Entries.First(entry => entry.Id == 4800).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_outbox_that_cannot_be_opened_stops_the_start_with_the_reason()
    {
        await using var all = HostedGateway.Over(devices: 1);
        all.StartGateway();

        var failure = Assert.Throws<OutboxException>(all.StartGateway); // the first one holds it

        Assert.NotEmpty(failure.Message);
    }

    [Fact]
    public async Task A_device_that_gets_another_name_is_not_found_by_the_old_one()
    {
        await using var port = new BacnetClient(new BacnetClientOptions { Host = IPAddress.Loopback, Port = 0 });
        var plan = Plans.Device(DeviceAddress.Parse("127.0.0.2"), null, TimeSpan.FromSeconds(1), []);
        var device = new Device(DeviceAddress.Parse("127.0.0.2"));
        var devices = new PolledDevices();
        Assert.Null(devices.Add(new("old", "p", device, plan, port), "C1"));
        Assert.Null(devices.Add(new("other", "p", device, plan with { Path = "devices[1]" }, port), "C1"));

        Assert.Null(devices.Add(new("new", "p", device, plan, port), "C1"));

        Assert.Null(devices.Find("old"));
        Assert.NotNull(devices.Find("new"));
        Assert.Equal(["new", "other"], devices.Connectors.Keys.Order());
    }
}
