using System.Text.Json;
using Microsoft.Extensions.Time.Testing;
using Plenum.Bacnet.Protocol.Links;
using Plenum.Bacnet.Protocol.Types;
using Plenum.Bacnet.Simulator.Served;
using Plenum.Demo;

namespace Plenum.Tests.Demo;

public sealed class LedgerTests
{
    private static readonly ObjectId Temperature = ObjectId.Parse("analogInput:1");
    private static readonly ObjectId Fan = ObjectId.Parse("binaryInput:1");
    private static readonly DateTimeOffset Noon = new(2026, 7, 14, 12, 0, 0, TimeSpan.Zero);

    private readonly FakeTimeProvider _time = new(Noon);
    private readonly Ledger _ledger;

    public LedgerTests()
    {
        _ledger = new(_time);
        _ledger.Open(1000, Temperature, "AHU", "t");
        _ledger.Open(1000, Fan, "AHU", "fan");
    }

    [Fact]
    public void What_was_served_and_arrived_balances()
    {
        Serve(1, (Temperature, BacnetValue.Real(20.1f)), (Fan, BacnetValue.Enumerated(1)));
        Assert.Equal((2, 0), (_ledger.Served, _ledger.Delivered));
        _time.Advance(TimeSpan.FromMilliseconds(40));
        Deliver("t", "20.1");
        Deliver("fan", "true");

        Assert.Equal(new Balance(0, 0, 0, null), _ledger.Draw(lateAnswers: 0));
        Assert.Equal((2, 0), (_ledger.Delivered, _ledger.Duplicates));
        Assert.Equal(40, _ledger.Latency.Percentile(0.5));
        Assert.Equal(Noon.AddMilliseconds(40), _ledger.FirstArrival);
    }

    [Fact]
    public void What_did_not_arrive_is_missing()
    {
        Serve(1, (Temperature, BacnetValue.Real(20)), (Fan, BacnetValue.Enumerated(1)));
        Deliver("t", "20");

        Assert.Equal(1, _ledger.Draw(0).Missing);
    }

    [Fact]
    public void What_was_served_in_an_answer_that_came_too_late_is_late_and_not_missing()
    {
        Serve(1, (Temperature, BacnetValue.Real(20)), (Fan, BacnetValue.Enumerated(1)));
        Serve(2, (Temperature, BacnetValue.Real(21)));

        Assert.Equal((3L, 0L), Split(lateAnswers: 0));
        Assert.Equal((1L, 2L), Split(lateAnswers: 1)); // one answer is excused: the larger one
        Assert.Equal((0L, 3L), Split(lateAnswers: 9));
    }

    [Fact]
    public void A_value_that_nobody_served_is_wrong()
    {
        Serve(1, (Temperature, BacnetValue.Real(20)));
        Deliver("t", "20.5");

        var balance = _ledger.Draw(0);

        Assert.Equal((1L, 1L, "AHU t = 20.5 was not served"), (balance.Missing, balance.Wrong, balance.FirstWrong));
    }

    [Fact]
    public void A_value_that_was_served_as_another_points_is_wrong()
    {
        Serve(1, (Fan, BacnetValue.Enumerated(1)));
        Deliver("t", "1");

        Assert.Equal((1L, 1L), (_ledger.Draw(0).Missing, _ledger.Draw(0).Wrong));
    }

    [Fact]
    public void A_key_or_device_that_is_no_point_is_wrong()
    {
        Deliver("humidity", "1");
        Deliver("t", "1", device: "Other");

        Assert.Equal(2, _ledger.Draw(0).Wrong);
    }

    [Theory]
    [InlineData(1)] // from the future
    [InlineData(-600_001)] // more than ten minutes old
    public void A_time_that_cannot_be_is_wrong(int millisecondsFromNow)
    {
        Serve(1, (Temperature, BacnetValue.Real(20)));
        _ledger.OnDelivered(new("AHU", "t", _time.GetUtcNow().ToUnixTimeMilliseconds() + millisecondsFromNow, Json("20"), _time.GetUtcNow()));

        Assert.Contains("bears the time", _ledger.Draw(0).FirstWrong, StringComparison.Ordinal);
    }

    [Fact]
    public void The_same_message_twice_is_a_duplicate_and_harmless()
    {
        Serve(1, (Temperature, BacnetValue.Real(20)));
        Deliver("t", "20");
        Deliver("t", "20");

        Assert.Equal((1L, 1L), (_ledger.Delivered, _ledger.Duplicates));
        Assert.Equal(new Balance(0, 0, 0, null), _ledger.Draw(0));
    }

    [Fact]
    public void A_retransmission_is_served_once()
    {
        Serve(1, (Temperature, BacnetValue.Real(20)));
        Serve(1, again: true, (Temperature, BacnetValue.Real(21)));
        Deliver("t", "21");

        Assert.Equal((1L, 1L), (_ledger.Served, _ledger.Delivered));
        Assert.Equal(0, _ledger.Draw(0).Missing);
    }

    [Fact]
    public void Client_attributes_are_no_points()
    {
        _ledger.OnDelivered(new("AHU", "t", null, Json("20"), Noon));

        Assert.Null(_ledger.FirstArrival);
        Assert.Equal(new Balance(0, 0, 0, null), _ledger.Draw(0));
    }

    [Fact]
    public void What_is_read_by_others_and_is_no_point_is_not_held_against_anyone()
    {
        Serve(1, (ObjectId.Parse("analogInput:77"), BacnetValue.Real(1)));

        Assert.Equal((0L, new Balance(0, 0, 0, null)), (_ledger.Served, _ledger.Draw(0)));
    }

    [Theory]
    [InlineData(new double[0], 0.5, 0)]
    [InlineData(new double[] { 5 }, 0.99, 5)]
    [InlineData(new double[] { 1, 2, 3, 4 }, 0.5, 2)]
    [InlineData(new double[] { 1, 2, 3, 400_000 }, 0.99, 60_000)]
    [InlineData(new double[] { -3, 0.9 }, 1, 0)]
    public void A_percentile_is_the_time_within_which_that_part_arrived(double[] times, double part, int expected)
    {
        var histogram = new LatencyHistogram();
        foreach (var time in times) histogram.Add(time);

        Assert.Equal(expected, histogram.Percentile(part));
    }

    private void Serve(long exchange, params (ObjectId Object, BacnetValue Value)[] values) => Serve(exchange, again: false, values);

    private void Serve(long exchange, bool again, params (ObjectId Object, BacnetValue Value)[] values) =>
        _ledger.OnServed(new(exchange, again, 1000, new DeviceAddress(0x7F00_0001, 1), 1, 0), [.. values.Select(value => new ServedValue(value.Object, value.Value, 0))]);

    private void Deliver(string key, string json, string device = "AHU") => _ledger.OnDelivered(new(device, key, _time.GetUtcNow().ToUnixTimeMilliseconds(), Json(json), _time.GetUtcNow()));

    private (long Missing, long Late) Split(long lateAnswers) => (_ledger.Draw(lateAnswers).Missing, _ledger.Draw(lateAnswers).Late);

    private static JsonElement Json(string text)
    {
        using var document = JsonDocument.Parse(text);
        return document.RootElement.Clone();
    }
}
