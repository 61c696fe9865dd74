using System.Text;
using System.Text.Json;
using Microsoft.Extensions.Time.Testing;
using Plenum.Gateway.Mapping;
using Plenum.Gateway.Model;

namespace Plenum.Gateway.Tests.Mapping;

public sealed class DeviceMapperTests
{
    private static readonly TimeSpan Minute = TimeSpan.FromMinutes(1);
    private static readonly ReportStrategy OnChange = new(ReportKind.OnChange, TimeSpan.Zero);
    private static readonly ReportStrategy EachMinute = new(ReportKind.OnReportPeriod, Minute);
    private static readonly ReportStrategy OnChangeOrEachMinute = new(ReportKind.OnChangeOrReportPeriod, Minute);

    private readonly FakeTimeProvider _time = new();
    private readonly DeviceMapper _mapper;

    public DeviceMapperTests() => _mapper = new(_time);

    [Fact]
    public void All_values_of_a_poll_are_one_message_of_each_kind_with_one_time()
    {
        var messages = _mapper.Map(new("Boiler", "heating", 1_785_585_600_123,
        [
            Reading("temperature", Value.Of(21.5)),
            Reading("model", Value.Of("B-12"), kind: MessageKind.Attributes),
            Reading("running", Value.Of(true)),
            Reading("serial", Value.Of(4711), kind: MessageKind.Attributes),
        ]));

        Assert.Equal(
            [
                ("Boiler", "heating", MessageKind.Telemetry, 1_785_585_600_123, """{"temperature":21.5,"running":true}"""),
                ("Boiler", "heating", MessageKind.Attributes, 1_785_585_600_123, """{"model":"B-12","serial":4711}"""),
            ],
            messages.Select(m => m.Message).Select(m => (m.Device, m.Profile, m.Kind, m.TimestampMs, Encoding.UTF8.GetString(m.Values.Span))));
    }

    [Fact]
    public void A_poll_that_read_nothing_says_nothing() => Assert.Empty(_mapper.Map(new("Boiler", "heating", 0, [])));

    [Fact]
    public void On_received_sends_every_value() => Assert.Equal(["1", "1", "1"], SentOf(ReportStrategy.OnReceived, 1, 1, 1));

    [Fact]
    public void Disabled_sends_every_value() => Assert.Equal(["1", "1", "1"], SentOf(new(ReportKind.Disabled, TimeSpan.Zero), 1, 1, 1));

    [Fact]
    public void On_change_sends_the_first_value_and_every_other_one() => Assert.Equal(["1", "-", "2", "-", "1"], SentOf(OnChange, 1, 1, 2, 2, 1));

    [Fact]
    public void A_slow_drift_adds_up_to_a_change() => Assert.Equal(["1", "-", "-", "1.6", "-"], SentOf(OnChange with { Tolerance = 0.5 }, 1, 1.2, 1.4, 1.6, 1.8));

    [Fact]
    public void Not_a_number_is_a_value_that_stays_the_same() => Assert.Equal(["1", "\"NaN\"", "-", "1"], SentOf(OnChange, 1, double.NaN, double.NaN, 1));

    [Fact]
    public void A_value_of_another_type_is_a_change()
    {
        Assert.Equal("1", SendOne("k", Value.Of(1.0), OnChange));
        Assert.Equal("true", SendOne("k", Value.Of(true), OnChange));
        Assert.Equal("null", SendOne("k", Value.Null, OnChange));
        Assert.Equal("-", SendOne("k", Value.Null, OnChange));
    }

    [Fact]
    public void A_list_is_compared_by_what_is_in_it()
    {
        Assert.Equal("[1,null]", SendOne("k", Value.Of([Value.Of(1), Value.Null]), OnChange));
        Assert.Equal("-", SendOne("k", Value.Of([Value.Of(1), Value.Null]), OnChange));
        Assert.Equal("[2,null]", SendOne("k", Value.Of([Value.Of(2), Value.Null]), OnChange));
    }

    [Fact]
    public void On_report_period_sends_the_newest_value_once_a_period() // polls every 20 s, the period is a minute
        => Assert.Equal(["1", "-", "-", "4", "-", "-", "7"], SentOf(EachMinute, 1, 2, 3, 4, 5, 6, 7));

    [Fact]
    public void On_change_or_report_period_sends_changes_at_once_and_the_rest_once_a_period() // the period counts from the last value sent
        => Assert.Equal(["1", "-", "2", "-", "-", "2", "-"], SentOf(OnChangeOrEachMinute, 1, 1, 2, 2, 2, 2, 2));

    [Fact]
    public void A_poll_that_comes_a_little_early_still_ends_its_period()
    {
        Assert.Equal("1", SendOne("k", Value.Of(1), EachMinute));
        _time.Advance(Minute - TimeSpan.FromMilliseconds(400));
        Assert.Equal("1", SendOne("k", Value.Of(1), EachMinute));
        _time.Advance(Minute - TimeSpan.FromMilliseconds(600));
        Assert.Equal("-", SendOne("k", Value.Of(1), EachMinute));
    }

    [Fact]
    public void After_a_silence_the_value_that_is_read_then_is_sent_and_no_older_one()
    {
        Assert.Equal("1", SendOne("k", Value.Of(1), EachMinute));
        Assert.Equal("-", SendOne("k", Value.Of(2), EachMinute));

        _time.Advance(10 * Minute);
        Assert.Empty(_mapper.Map(Poll()));

        Assert.Equal("3", SendOne("k", Value.Of(3), EachMinute));
    }

    [Fact]
    public void A_change_that_could_not_be_stored_is_sent_again()
    {
        Assert.Equal("1", SendOne("k", Value.Of(1), OnChange));

        Assert.Equal("""{"k":2}""", Json(Assert.Single(_mapper.Map(Poll(Reading("k", Value.Of(2), OnChange)))))); // not confirmed
        Assert.Equal("2", SendOne("k", Value.Of(2), OnChange));
        Assert.Equal("-", SendOne("k", Value.Of(2), OnChange));
    }

    [Fact]
    public void A_period_whose_value_could_not_be_stored_is_not_over()
    {
        Assert.Equal("1", SendOne("k", Value.Of(1), EachMinute));
        _time.Advance(Minute);

        Assert.Single(_mapper.Map(Poll(Reading("k", Value.Of(2), EachMinute)))); // not confirmed
        Assert.Equal("3", SendOne("k", Value.Of(3), EachMinute));
    }

    [Fact]
    public void Each_message_is_confirmed_for_itself()
    {
        Reading[] both = [Reading("t", Value.Of(1), OnChange), Reading("a", Value.Of(1), OnChange, MessageKind.Attributes)];
        _mapper.Map(Poll(both))[0].Confirm();

        Assert.Equal(MessageKind.Attributes, Assert.Single(_mapper.Map(Poll(both))).Message.Kind);
    }

    [Fact]
    public void The_same_key_as_telemetry_and_as_attribute_is_two()
    {
        Assert.Equal(2, _mapper.Map(Poll(Reading("k", Value.Of(1), OnChange), Reading("k", Value.Of(1), OnChange, MessageKind.Attributes))).Count);
    }

    [Fact]
    public void A_key_that_comes_twice_is_taken_once()
    {
        var message = Assert.Single(_mapper.Map(Poll(Reading("k", Value.Of(1)), Reading("k", Value.Of(2)))));

        Assert.Equal("""{"k":1}""", Json(message));
    }

    [Theory]
    [InlineData("say \"hello\"")]
    [InlineData("back\\slash/ and\ttab\n")]
    [InlineData("Außentemperatur °C 🌡")]
    [InlineData("")]
    public void Any_text_is_a_key_and_a_value(string text)
    {
        var message = Assert.Single(_mapper.Map(Poll(Reading(text, Value.Of(text)))));

        using var json = JsonDocument.Parse(message.Message.Values);
        var property = Assert.Single(json.RootElement.EnumerateObject());
        Assert.Equal((text, text), (property.Name, property.Value.GetString()));
    }

    [Fact]
    public void Half_a_surrogate_pair_does_not_cost_the_poll() =>
        Assert.Equal("""{"k\uFFFD":"v\uFFFD","other":1}""", Json(Assert.Single(_mapper.Map(Poll(Reading("k\ud800", Value.Of("v\udc00")), Reading("other", Value.Of(1)))))));

    [Fact]
    public void Letters_beyond_ascii_are_written_as_themselves() =>
        Assert.Equal("""{"Außen":"°C"}""", Json(Assert.Single(_mapper.Map(Poll(Reading("Außen", Value.Of("°C")))))));

    [Fact]
    public void A_message_keeps_its_bytes_when_the_next_poll_is_mapped()
    {
        var first = Assert.Single(_mapper.Map(Poll(Reading("k", Value.Of("first")))));
        _mapper.Map(Poll(Reading("k", Value.Of("other"))));

        Assert.Equal("""{"k":"first"}""", Json(first));
    }

    private static Reading Reading(string key, Value value, ReportStrategy? report = null, MessageKind kind = MessageKind.Telemetry) =>
        new(0, key, kind, value, report ?? ReportStrategy.OnReceived);

    private static DeviceReadings Poll(params Reading[] readings) => new("Boiler", "heating", 0, readings);

    private static string Json(MappedMessage message) => Encoding.UTF8.GetString(message.Message.Values.Span);

    /// <summary>Polls one key every 20 seconds and stores what is to be sent; "-" stands for nothing sent.</summary>
    private string[] SentOf(ReportStrategy report, params double[] values) => [.. values.Select(value =>
    {
        var sent = SendOne("k", Value.Of(value), report);
        _time.Advance(TimeSpan.FromSeconds(20));
        return sent;
    })];

    private string SendOne(string key, Value value, ReportStrategy report)
    {
        var messages = _mapper.Map(Poll(Reading(key, value, report)));
        if (messages.Count == 0) return "-";
        messages[0].Confirm();
        using var json = JsonDocument.Parse(Assert.Single(messages).Message.Values);
        return json.RootElement.GetProperty(key).GetRawText();
    }
}
