using System.Net;
using System.Net.Sockets;
using Microsoft.Extensions.Logging.Abstractions;
using Plenum.Bacnet.Client;
using Plenum.Bacnet.Protocol.Links;
using Plenum.Bacnet.Protocol.Types;
using Plenum.Bacnet.Simulator.Buildings;
using Plenum.Bacnet.Simulator.Sockets;
using Plenum.Bacnet.Transport;

namespace Plenum.Bacnet.Simulator.Tests.Buildings;

/// <summary>A client reads a building over the sockets of this machine.</summary>
public sealed class SocketBuildingTests : IDisposable
{
    private readonly CancellationTokenSource _end = new(TimeSpan.FromSeconds(60));
    private readonly ushort _port = FreePort();

    public void Dispose() => _end.Dispose();

    [Theory]
    [InlineData("127.61.0.0/16")]   // an address for each device
    [InlineData("127.62.0.1")]      // a port for each device
    public async Task A_broadcast_finds_every_device_and_every_value_is_read(string bind)
    {
        using var building = Open(bind, devices: 50, points: 30);
        building.Start();
        await using var client = new BacnetClient(new() { Host = IPAddress.Loopback, Port = _port });
        var found = new Dictionary<uint, Device>();
        while (found.Count < 50) await foreach (var device in client.DiscoverAsync(TimeSpan.FromSeconds(1), cancel: _end.Token)) found[device.Instance!.Value] = device;

        foreach (var controller in building.Controllers)
        {
            var device = found[controller.Device.Instance];
            Assert.Equal(controller.Address, device.Address);
            var list = new ReadList(controller.Device.Points.Select(id => new PropertyReference(id, PropertyId.PresentValue)));
            var first = building.Clock.Tick;
            await client.ReadAsync(device, list, cancel: _end.Token);
            var last = building.Clock.Tick;
            for (var i = 0; i < 30; i++)
                Assert.True(controller.Device.SignalOf(list.Targets[i].Object).Has(list.Results[i].Value, first, last), $"{device} {list.Targets[i]}");
        }
    }

    [Fact]
    public void Two_hundred_devices_need_no_threads_of_their_own()
    {
        var before = System.Diagnostics.Process.GetCurrentProcess().Threads.Count;
        using var building = Open("127.63.0.0/16", devices: 200, points: 200);
        building.Start();

        Assert.InRange(System.Diagnostics.Process.GetCurrentProcess().Threads.Count - before, -100, 100);
    }

    [Fact]
    public void Devices_speak_from_their_own_addresses()
    {
        using var building = Open("127.64.0.0/16", devices: 300, points: 1);

        Assert.Equal(DeviceAddress.Parse($"127.64.0.1:{_port}"), building.Controllers[0].Address);
        Assert.Equal(DeviceAddress.Parse($"127.64.1.44:{_port}"), building.Controllers[299].Address);
    }

    [Fact]
    public void A_port_that_is_taken_is_said_and_what_was_opened_is_closed()
    {
        using var taken = new Socket(AddressFamily.InterNetwork, SocketType.Dgram, ProtocolType.Udp);
        taken.Bind(new IPEndPoint(IPAddress.Parse("127.65.0.3"), _port));

        var busy = Assert.Throws<PortBusyException>(() => Open("127.65.0.0/16", devices: 5, points: 1));
        Assert.Equal("127.65.0.3", busy.Wanted.Address.ToString());

        taken.Dispose();
        Open("127.65.0.0/16", devices: 5, points: 1).Dispose();
    }

    [Fact]
    public void An_address_of_another_machine_is_said() =>
        Assert.Throws<HostAddressException>(() => Open("192.0.2.0/24", devices: 1, points: 1));

    [Fact]
    public void More_devices_than_addresses_are_refused() =>
        Assert.Contains("room for 2", Assert.Throws<ArgumentOutOfRangeException>(() => Open("127.66.0.0/30", devices: 3, points: 1)).Message, StringComparison.Ordinal);

    [Theory]
    [InlineData("127.47.0.0/16", "127.47.0.0/16")]
    [InlineData("127.47.3.9/16", "127.47.0.0/16")]
    [InlineData("192.168.1.10", "192.168.1.10")]
    [InlineData("192.168.1.10/32", "192.168.1.10")]
    public void A_range_is_written_as_it_is_read(string text, string written)
    {
        Assert.True(BindRange.TryParse(text, out var range));
        Assert.Equal(written, range.ToString());
    }

    [Theory]
    [InlineData("")]
    [InlineData("0.0.0.0")]
    [InlineData("127.0.0.1:47808")]
    [InlineData("127.0.0.0/0")]
    [InlineData("127.0.0.0/31")]
    [InlineData("127.0.0.0/33")]
    [InlineData("127.0.0.0/x")]
    [InlineData("building")]
    public void Anything_else_is_no_range(string text) => Assert.False(BindRange.TryParse(text, out _));

    private Building Open(string bind, int devices, int points)
    {
        Assert.True(BindRange.TryParse(bind, out var range));
        return Building.Open(new() { Devices = devices, PointsPerDevice = points, Bind = range, Port = _port }, TimeProvider.System, NullLogger.Instance);
    }

    private static ushort FreePort()
    {
        using var probe = new Socket(AddressFamily.InterNetwork, SocketType.Dgram, ProtocolType.Udp);
        probe.Bind(new IPEndPoint(IPAddress.Loopback, 0));
        return (ushort)((IPEndPoint)probe.LocalEndPoint!).Port;
    }
}
