using Plenum.Bacnet.Protocol.Apdu;
using Plenum.Bacnet.Protocol.Types;
using Plenum.Bacnet.Simulator.Buildings;
using Plenum.Gateway.Configuration;
using Plenum.Gateway.Model;
using Plenum.Gateway.Tests.Support;
using DeviceStatus = Plenum.Gateway.Model.DeviceStatus;

namespace Plenum.Gateway.Tests.Polling;

/// <summary>Online, degraded, offline: what polling real devices makes of them, and how old their newest value is.</summary>
public sealed class DeviceStatusTests : IAsyncDisposable
{
    private static readonly TimeSpan Second = TimeSpan.FromSeconds(1);

    private readonly PollingLan _lan = new();

    public ValueTask DisposeAsync() => _lan.DisposeAsync();

    [Fact]
    public async Task A_device_that_refuses_a_point_is_degraded_and_says_which()
    {
        var device = _lan.AddDevice(points: 3);
        _lan.Start(Plans.Device(device.Address, null, Second, [.. Plans.Points(device.Device.Points), Plans.Point("analogInput:99")]));

        await _lan.PassAsync(10.5 * Second);

        Assert.Equal(DeviceStatus.Degraded, _lan.State().Status);
        Assert.StartsWith("device-degraded: it answers, but it refuses 1 of 4 points: timeseries[analogInput:99] (analogInput:99 presentValue): object: unknown-object", _lan.State().Why, StringComparison.Ordinal);
        Assert.Equal(1, _lan.Logger.Entries.Count(entry => entry.Id == 4705));
        Assert.DoesNotContain(_lan.Logger.Entries, entry => entry.Id == 4701);
    }

    [Fact]
    public async Task A_device_that_answers_only_some_of_its_points_is_degraded_until_it_answers_all()
    {
        var hides = false;
        var device = _lan.Add(new BuildingOptions { Devices = 1, PointsPerDevice = 20, MaxApdu = 128 }, wrap: inner => new DroppingTransport(inner)
        {
            LosesAnswer = apdu => hides && apdu.Type == PduType.ComplexAck && apdu.InvokeId % 4 == 3,
        }).Controllers[0];
        _lan.Start(Plans.Device(device.Address, null, Second, Plans.Points(device.Device.Points)));
        await _lan.PassAsync(3.5 * Second);
        Assert.Equal(DeviceStatus.Online, _lan.State().Status);

        hides = true;
        await _lan.UntilAsync(() => _lan.State().Status == DeviceStatus.Degraded, 30 * Second);
        Assert.Contains("incomplete", _lan.State().Why, StringComparison.Ordinal);
        hides = false;
        await _lan.UntilAsync(() => _lan.State().Status == DeviceStatus.Online, 30 * Second);
        Assert.Equal("answers", _lan.State().Why);
    }

    [Fact]
    public async Task A_device_that_is_slower_than_its_period_is_degraded()
    {
        var device = _lan.AddDevice();
        device.Faults = new() { Delay = TimeSpan.FromMilliseconds(400) };
        _lan.Start(Plans.Device(device.Address, null, TimeSpan.FromMilliseconds(300), Plans.Points(device.Device.Points)));

        await _lan.PassAsync(20 * Second);

        Assert.Equal(DeviceStatus.Degraded, _lan.State().Status);
        Assert.Contains("take longer than their period of 0.3 s", _lan.State().Why, StringComparison.Ordinal);
    }

    [Fact] // a value is a value as of the time when it was read, and no other
    public async Task Nothing_is_sent_of_a_device_that_is_silent_whatever_the_report_period_and_its_age_grows()
    {
        var device = _lan.AddDevice(points: 9);
        PointPlan[] points = [.. Enum.GetValues<ReportKind>().Select(kind => Plans.Point("analogInput:1", $"{kind}", report: new(kind, 2 * Second)))];
        _lan.Start(Plans.Device(device.Address, null, Second, points));
        await _lan.PassAsync(10.5 * Second);
        Assert.Equal(DeviceStatus.Online, _lan.State().Status);
        Assert.InRange(_lan.State().Age!.Value, TimeSpan.Zero, 1.1 * Second);
        var (stored, lastValue) = (_lan.Outbox.All.Count, _lan.State().LastValue!.Value);
        Assert.Equal(lastValue.ToUnixTimeMilliseconds(), _lan.Outbox.All.Max(message => message.TimestampMs));

        device.Faults = new() { Silent = true };
        await _lan.PassAsync(TimeSpan.FromMinutes(10));

        Assert.Equal(stored, _lan.Outbox.All.Count);
        Assert.Equal((DeviceStatus.Offline, lastValue), (_lan.State().Status, _lan.State().LastValue));
        Assert.InRange(_lan.State().Age!.Value, TimeSpan.FromMinutes(10), TimeSpan.FromMinutes(10) + (2 * Second));

        device.Faults = new();
        device.Announce();
        await _lan.UntilAsync(() => _lan.Outbox.All.Count > stored, 5 * Second);
        Assert.Equal(_lan.Time.GetUtcNow().ToUnixTimeMilliseconds(), _lan.Outbox.All[stored].TimestampMs, tolerance: 100.0); // and what comes then has its own time
        Assert.DoesNotContain(_lan.Outbox.All.GroupBy(message => (message.Kind, message.TimestampMs)), same => same.Count() > 1);
    }
}
