using Plenum.Bacnet.Client;
using Plenum.Bacnet.Protocol.Types;
using Plenum.Bacnet.Simulator.Buildings;
using Plenum.Gateway.Configuration;
using Plenum.Gateway.Model;
using Plenum.Gateway.Polling;
using Plenum.Gateway.Tests.Support;
using DeviceStatus = Plenum.Gateway.Model.DeviceStatus;

namespace Plenum.Gateway.Tests.Polling;

/// <summary>Values of objects that say that they cannot be believed: sent, marked or withheld.</summary>
public sealed class QualityTests : IAsyncDisposable
{
    private static readonly TimeSpan Second = TimeSpan.FromSeconds(1);
    private static readonly ObjectId Temperature = ObjectId.Parse("analogInput:1");

    private readonly PollingLan _lan = new();

    public ValueTask DisposeAsync() => _lan.DisposeAsync();

    [Fact]
    public async Task A_value_in_fault_is_sent_marked_or_withheld_as_its_point_says()
    {
        var device = Start(Enum.GetValues<QualityMode>().Select(mode => Plans.Point("analogInput:1", $"{mode}", quality: mode)));
        await _lan.PassAsync(0.5 * Second);
        Assert.Equal(["Mark", "Mark_quality", "Send", "Withhold"], Newest().Keys.Order());
        Assert.Equal("\"good\"", Newest()["Mark_quality"]);

        device.SetReliability(Temperature, Reliability.NoSensor);
        await _lan.PassAsync(Second);
        Assert.Equal(["Mark", "Mark_quality", "Send"], Newest().Keys.Order());
        Assert.Equal("\"fault: no-sensor\"", Newest()["Mark_quality"]);
        Assert.Equal("timeseries[analogInput:1] (analogInput:1 presentValue): fault: no-sensor", Assert.Single(_lan.State().Withheld));
        Assert.Equal((DeviceStatus.Online, 2L, 2L), (_lan.State().Status, _lan.State().PollsDue, _lan.State().PollsFresh)); // the device did its part

        device.SetReliability(Temperature, Reliability.NoFaultDetected);
        await _lan.PassAsync(Second);
        Assert.Equal("\"good\"", Newest()["Mark_quality"]);
        Assert.Contains("Withhold", Newest().Keys);
        Assert.Empty(_lan.State().Withheld);
    }

    [Fact]
    public async Task A_value_that_is_out_of_service_is_marked_and_not_withheld()
    {
        var device = Start([Plans.Point("analogInput:1", "m", quality: QualityMode.Mark), Plans.Point("analogInput:1", "w", quality: QualityMode.Withhold)]);
        device.Write(new(Temperature, PropertyId.OutOfService), BacnetValue.Boolean(true), null);

        await _lan.PassAsync(0.5 * Second);

        Assert.Equal("\"out-of-service\"", Newest()["m_quality"]);
        Assert.Contains("w", Newest().Keys);
    }

    [Fact] // one and the same request
    public async Task Looking_at_the_quality_costs_no_further_request()
    {
        Start([Plans.Point("analogInput:1", "m", quality: QualityMode.Mark)]);
        await _lan.PassAsync(5.5 * Second);
        var before = _lan.Client.Counters.Requests;

        await _lan.PassAsync(10 * Second);

        Assert.Equal(10, _lan.Client.Counters.Requests - before);
    }

    [Fact]
    public async Task A_point_whose_quality_is_looked_at_is_polled_though_its_changes_could_be_told()
    {
        var device = Start([
            Plans.Point("analogInput:1", "w", quality: QualityMode.Withhold, cov: CovMode.On), Plans.Point("analogInput:1", "flags", PropertyId.StatusFlags, cov: CovMode.Auto),
            Plans.Point("binaryInput:1", "b", cov: CovMode.Auto)]);
        await _lan.PassAsync(30.5 * Second);
        Assert.Equal((1, 0), (_lan.State().Cov!.Subscribed, _lan.State().Cov!.Polled));

        device.SetReliability(Temperature, Reliability.OverRange);
        await _lan.PassAsync(2 * Second);
        var stored = _lan.Outbox.All.Count;
        await _lan.PassAsync(10 * Second);

        Assert.DoesNotContain(_lan.Outbox.All.Skip(stored), message => StoredPolls.Values(message).ContainsKey("w"));
        Assert.Equal("\"fault\"", StoredPolls.Values(_lan.Outbox.All.Last(message => StoredPolls.Values(message).ContainsKey("flags")))["flags"]);
    }

    [Fact]
    public async Task A_marked_value_that_stands_still_is_sent_anew_with_its_quality_alone_when_only_that_changes()
    {
        var device = Start([Plans.Point("analogInput:1", "t", quality: QualityMode.Mark, report: new(ReportKind.OnChange, TimeSpan.Zero))]);
        device.Write(new(Temperature, PropertyId.OutOfService), BacnetValue.Boolean(true), null); // holds its value
        await _lan.PassAsync(2.5 * Second);
        var stored = _lan.Outbox.All.Count;

        device.SetReliability(Temperature, Reliability.OpenLoop);
        await _lan.PassAsync(3 * Second);

        Assert.Equal(stored + 1, _lan.Outbox.All.Count);
        Assert.Equal(("t_quality", "\"fault: open-loop; out-of-service\""), (Assert.Single(Newest()).Key, Newest()["t_quality"]));
    }

    [Theory]
    [InlineData(0, 0u, "good", true)]
    [InlineData((int)StatusFlags.InAlarm, 0u, "good", true)] // an alarm is about the value, not about the sensor
    [InlineData((int)StatusFlags.Fault, 0u, "fault", false)]
    [InlineData((int)StatusFlags.Fault, 1u, "fault: no-sensor", false)]
    [InlineData(0, 2u, "fault: over-range", false)]
    [InlineData((int)StatusFlags.Fault, 700u, "fault: 700", false)]
    [InlineData((int)(StatusFlags.Overridden | StatusFlags.OutOfService), 0u, "out-of-service; overridden", true)]
    public void What_flags_and_reliability_say_together(int flags, uint reliability, string text, bool isTrusted) =>
        Assert.Equal(new PointQuality(text, isTrusted), PointQuality.Of(Temperature, new(BacnetValue.BitString(new((ulong)flags, 4))), new(BacnetValue.Enumerated(reliability))));

    [Fact]
    public void An_object_without_them_is_believed_and_one_that_does_not_answer_for_them_is_not()
    {
        var refused = new PropertyResult(new BacnetError(ErrorClass.Property, ErrorCode.UnknownProperty));
        var unanswered = new PropertyResult(BacnetError.Timeout);

        Assert.Equal(new PointQuality("good", true), PointQuality.Of(Temperature, refused, refused));
        Assert.Equal(new PointQuality("unknown", false), PointQuality.Of(Temperature, unanswered, unanswered));
    }

    private SimulatedDevice Start(IEnumerable<PointPlan> points)
    {
        var controller = _lan.AddDevice(points: 9);
        _lan.Start(Plans.Device(controller.Address, null, Second, [.. points]));
        return controller.Device;
    }

    private Dictionary<string, string> Newest() => StoredPolls.Values(_lan.Outbox.All[^1]);
}
