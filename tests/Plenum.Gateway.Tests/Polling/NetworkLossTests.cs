using Plenum.Bacnet.Simulator.Buildings;
using Plenum.Gateway.Model;
using Plenum.Gateway.Polling;
using Plenum.Gateway.Tests.Support;

namespace Plenum.Gateway.Tests.Polling;

/// <summary>A gateway that loses its network is not a building full of dead devices.</summary>
public sealed class NetworkLossTests : IAsyncDisposable
{
    private const int OfflineId = 4702, LostId = 4710, BackId = 4711;
    private const int Devices = 12;
    private static readonly TimeSpan Second = TimeSpan.FromSeconds(1);

    private readonly PollingLan _lan = new();

    public ValueTask DisposeAsync() => _lan.DisposeAsync();

    [Fact]
    public async Task A_network_that_is_gone_for_long_is_told_once_and_no_device_is_called_offline()
    {
        await StartAsync(2 * Second);

        _lan.IsCut = true;
        await _lan.UntilAsync(() => Count(DeviceStatus.Unknown) == Devices, 30 * Second);
        Assert.StartsWith($"network-lost: none of the {Devices} devices", _lan.Poller.NetworkProblem, StringComparison.Ordinal);
        await _lan.PassAsync(TimeSpan.FromMinutes(10));
        Assert.Equal((1, 0, 0), (Logged(LostId), Logged(BackId), Logged(OfflineId)));

        _lan.IsCut = false;
        await _lan.UntilAsync(() => _lan.Poller.NetworkProblem is null, 45 * Second);
        await _lan.UntilAsync(() => Count(DeviceStatus.Online) == Devices, Second); // the first one wakes all others
        await _lan.PassAsync(TimeSpan.FromMinutes(1));

        Assert.Equal((1, 1, 0), (Logged(LostId), Logged(BackId), Logged(OfflineId)));
        Assert.Equal(Devices, Count(DeviceStatus.Online));
        Assert.Equal(Devices, _lan.Told.Count); // that they were online at the start, and nothing since
    }

    [Fact] // whatever the moment in which it goes and comes back
    public async Task No_interruption_of_any_length_makes_a_device_offline()
    {
        await StartAsync(2 * Second);

        for (var length = 0.7; length < 14; length += 1.11)
        {
            _lan.IsCut = true;
            await _lan.PassAsync(length * Second);
            _lan.IsCut = false;
            await _lan.PassAsync(32.3 * Second);
            Assert.Equal((0, Devices), (Logged(OfflineId), Count(DeviceStatus.Online)));
        }
        Assert.Equal(Devices, _lan.Told.Count);
        Assert.InRange(Logged(LostId), 5, 11); // all but the short ones
        Assert.Equal(Logged(LostId), Logged(BackId));
    }

    [Fact]
    public async Task One_that_dies_among_others_is_offline_after_its_fourth_period_and_never_the_network()
    {
        var building = await StartAsync(2 * Second);

        building.Controllers[3].Faults = new() { Silent = true };
        await _lan.UntilAsync(() => Count(DeviceStatus.Offline) == 1, 12 * Second);
        await _lan.PassAsync(TimeSpan.FromMinutes(1));

        Assert.Equal((1, 0), (Logged(OfflineId), Logged(LostId)));
        Assert.Equal((DeviceStatus.Offline, Devices - 1), (_lan.State(3).Status, Count(DeviceStatus.Online)));
        Assert.Equal(("D1003", DeviceStatus.Offline), _lan.Told.Last());
        Assert.Equal(Devices + 1, _lan.Told.Count);
        Assert.StartsWith("device-silent: ", _lan.State(3).Why, StringComparison.Ordinal);
    }

    [Fact]
    public async Task All_that_die_but_one_are_offline_each_by_itself()
    {
        var building = await StartAsync(2 * Second);

        foreach (var device in building.Controllers.Skip(1)) device.Faults = new() { Silent = true };
        await _lan.UntilAsync(() => Count(DeviceStatus.Offline) == Devices - 1, TimeSpan.FromMinutes(2));

        Assert.Equal(Devices - 1, Logged(OfflineId));
        Assert.Equal(DeviceStatus.Online, _lan.State(0).Status);
    }

    [Fact]
    public async Task One_that_died_while_the_network_was_gone_is_offline_once_the_others_are_back()
    {
        var building = await StartAsync(2 * Second);
        _lan.IsCut = true;
        await _lan.PassAsync(TimeSpan.FromMinutes(10));
        building.Controllers[5].Faults = new() { Silent = true };

        _lan.IsCut = false;
        await _lan.UntilAsync(() => Count(DeviceStatus.Online) == Devices - 1, 45 * Second);
        Assert.Equal(DeviceStatus.Unknown, _lan.State(5).Status);
        await _lan.UntilAsync(() => _lan.State(5).Status == DeviceStatus.Offline, 20 * Second);

        Assert.Equal((1, 1), (Logged(OfflineId), Logged(LostId)));
    }

    [Fact]
    public async Task A_single_device_is_offline_unless_our_own_port_refuses_to_send()
    {
        var device = _lan.AddDevice();
        _lan.Start(Plans.Device(device.Address, null, 2 * Second, Plans.Points(device.Device.Points)));
        await _lan.PassAsync(10 * Second);
        _lan.IsCut = true;
        await _lan.PassAsync(Second);
        _lan.SendErrors = 1;
        await _lan.UntilAsync(() => _lan.State().Status == DeviceStatus.Unknown, 20 * Second);
        _lan.IsCut = false;
        await _lan.UntilAsync(() => _lan.State().Status == DeviceStatus.Online, 45 * Second);

        _lan.IsCut = true;
        await _lan.UntilAsync(() => _lan.State().Status == DeviceStatus.Offline, 20 * Second);

        Assert.Equal((1, 1, 1), (Logged(LostId), Logged(BackId), Logged(OfflineId)));
    }

    private async Task<Building> StartAsync(TimeSpan period)
    {
        var building = _lan.Add(new BuildingOptions { Devices = Devices, PointsPerDevice = 3 });
        _lan.Start([.. building.Controllers.Select(device => Plans.Device(device.Address, null, period, Plans.Points(device.Device.Points), $"D{device.Device.Instance}"))]);
        await _lan.PassAsync(20 * Second);
        Assert.Equal(Devices, Count(DeviceStatus.Online));
        return building;
    }

    private int Count(DeviceStatus status) => _lan.Poller.Count(status);

    private int Logged(int id) => _lan.Logger.Entries.Count(entry => entry.Id == id);
}
