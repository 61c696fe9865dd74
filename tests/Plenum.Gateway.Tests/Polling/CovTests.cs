using System.Text;
using Plenum.Bacnet.Protocol.Types;
using Plenum.Bacnet.Simulator.Buildings;
using Plenum.Bacnet.Simulator.Faults;
using Plenum.Gateway.Configuration;
using Plenum.Gateway.Tests.Support;

namespace Plenum.Gateway.Tests.Polling;

/// <summary>Points whose changes the device tells: what comes without a poll, and what happens when it does not come.</summary>
public sealed class CovTests : IAsyncDisposable
{
    private const int MultiState = 3;

    private static readonly TimeSpan Period = TimeSpan.FromSeconds(60), Audit = TimeSpan.FromMinutes(5);

    private readonly PollingLan _lan = new();

    [Fact]
    public async Task A_change_is_stored_without_a_poll()
    {
        var device = Subscribe(_lan.AddDevice(points: 5));
        await SubscribedAsync(device, 5);
        var polls = _lan.State().PollsDue;
        var point = Switch(device);

        Command(device, point);
        await _lan.UntilAsync(() => Stored(point).Contains(ValueText(device, point), StringComparison.Ordinal), TimeSpan.FromSeconds(5));

        Assert.Equal(polls, _lan.State().PollsDue);
    }

    [Fact]
    public async Task What_is_told_is_not_read_and_counts_as_fresh()
    {
        var device = Subscribe(_lan.AddDevice(points: 5));
        await SubscribedAsync(device, 5);
        await _lan.PassAsync(Period);
        var (fresh, readings) = (_lan.State().PollsFresh, _lan.State().Readings);
        var told = _lan.State().Cov!.Told;

        await _lan.PassAsync(Period * 3);

        Assert.Equal(fresh + 3, _lan.State().PollsFresh);
        Assert.Equal(_lan.State().Cov!.Told - told, _lan.State().Readings - readings);
    }

    [Fact]
    [Trait("Rule", "F18")]
    public async Task A_device_that_restarts_unnoticed_is_subscribed_to_again_within_a_poll()
    {
        var device = Subscribe(_lan.AddDevice(points: 5));
        await SubscribedAsync(device, 5);

        device.Device.Reset();   // no I-Am, no silence: only its Time_Of_Device_Restart tells
        Assert.Equal(0, device.Subscriptions);
        await _lan.PassAsync(Period * 2);

        Assert.Equal((5, 5), (device.Subscriptions, _lan.State().Cov!.Subscribed));
        Assert.Equal(0, _lan.State().Cov!.Missed);
    }

    [Fact]
    [Trait("Rule", "F18")]
    public async Task A_device_that_loses_its_subscriptions_without_a_word_is_found_out_by_reading_and_nothing_is_lost()
    {
        var device = Subscribe(_lan.AddDevice(points: 5));
        await SubscribedAsync(device, 5);
        var point = Switch(device);

        device.ForgetSubscriptions();
        Command(device, point);
        await _lan.UntilAsync(() => _lan.State().Cov!.Missed > 0, Audit + (Period * 2));

        Assert.Contains(ValueText(device, point), Stored(point), StringComparison.Ordinal);
        Assert.Contains(_lan.State().Cov!.Reasons, reason => reason.Contains("a change was not told", StringComparison.Ordinal));
        Assert.Contains(_lan.Logger.Entries, entry => entry.Id == 4708);
        Command(device, point, 2);
        await _lan.PassAsync(Period * 2);
        Assert.Contains(ValueText(device, point), Stored(point), StringComparison.Ordinal);   // polled now
    }

    [Fact]
    [Trait("Rule", "BTL 8.7")]
    public async Task A_device_without_the_service_is_polled_as_ever_and_the_state_says_why()
    {
        Subscribe(_lan.AddDevice(points: 5, with: options => options with { NoCov = InstanceSet.All }));

        await _lan.PassAsync(Period * 5);

        Assert.Equal((0, 5), (_lan.State().Cov!.Subscribed, _lan.State().Cov!.Polled));
        Assert.Equal(["5: SubscribeCOV was answered communication: reject-unrecognized-service"], _lan.State().Cov!.Reasons);
        Assert.Equal(5 * _lan.State().PollsDue, _lan.State().Readings);
        Assert.True(_lan.State().PollsDue >= 5);
        Assert.Equal(_lan.State().PollsDue, _lan.State().PollsFresh);
        Assert.Single(_lan.Logger.Entries, entry => entry.Id == 4707);
    }

    [Fact]
    [Trait("Rule", "BTL 8.7")]
    public async Task Of_a_device_with_few_places_the_rest_is_polled()
    {
        var device = Subscribe(_lan.AddDevice(points: 5, with: options => options with { CovRoom = 2 }));

        await _lan.PassAsync(Period * 3);

        Assert.Equal((2, 3, 2), (_lan.State().Cov!.Subscribed, _lan.State().Cov!.Polled, device.Subscriptions));
        Assert.True(_lan.State().Readings >= 5 + 3 + 3);
    }

    [Fact]
    [Trait("Rule", "F18")]
    public async Task A_device_that_accepts_and_never_tells_is_polled_all_the_time()
    {
        Subscribe(_lan.AddDevice(points: 5, with: options => options with { MuteCov = InstanceSet.All }));

        await _lan.PassAsync(Period * 4);

        Assert.Equal(5 * _lan.State().PollsDue, _lan.State().Readings);
        Assert.Equal(["5: accepted, but no notification came within 30 s"], _lan.State().Cov!.Reasons);
    }

    [Fact]
    [Trait("Rule", "F18")]
    public async Task After_a_silence_everything_is_subscribed_to_again()
    {
        var device = Subscribe(_lan.AddDevice(points: 5));
        await SubscribedAsync(device, 5);

        device.Restart(TimeSpan.FromMinutes(10));
        await _lan.UntilAsync(() => _lan.State().Cov!.Subscribed == 0, Period * 4);
        await _lan.UntilAsync(() => _lan.State().Cov!.Subscribed == 5, TimeSpan.FromMinutes(30));

        Assert.Equal(5, device.Subscriptions);
    }

    [Fact]
    public async Task What_was_told_while_a_poll_was_under_way_is_not_undone_by_the_older_value_that_the_poll_has_read()
    {
        var device = Subscribe(_lan.AddDevice(points: 5));
        await SubscribedAsync(device, 5);
        var point = Switch(device);
        for (byte command = 1; command <= 20; command++)
        {
            Command(device, point, command % MultiState);
            await _lan.PassAsync(TimeSpan.FromSeconds(17));
        }

        Assert.Contains(ValueText(device, point), Stored(point), StringComparison.Ordinal);
        Assert.Equal(0, _lan.State().Cov!.Missed);
    }

    [Fact]
    public async Task By_itself_nothing_but_present_values_and_status_flags_is_subscribed_to()
    {
        var device = _lan.AddDevice(points: 5);
        var first = device.Device.Points.First();
        _lan.Start(Plans.Device(device.Address, null, Period,
        [
            Plans.Point(first.ToString()) with { Cov = CovMode.Auto },
            Plans.Point(first.ToString(), "flags", PropertyId.StatusFlags) with { Cov = CovMode.Auto },
            Plans.Point(first.ToString(), "out", PropertyId.OutOfService) with { Cov = CovMode.Auto },
            Plans.Point(device.Device.Points.ElementAt(1).ToString(), "event", PropertyId.EventState) with { Cov = CovMode.On },
        ]));

        await _lan.PassAsync(Period * 2);

        Assert.Equal((2, 3), (device.Subscriptions, _lan.State().Cov!.Subscribed));
    }

    [Fact]
    public async Task Nothing_is_subscribed_to_unless_it_is_asked_for()
    {
        var device = _lan.AddDevice(points: 5);
        _lan.Start(Plans.Device(device.Address, null, Period, Plans.Points(device.Device.Points)));

        await _lan.PassAsync(Period * 2);

        Assert.Equal(0, device.Subscriptions);
        Assert.Null(_lan.State().Cov);
    }

    /// <summary>A point that can be commanded and is no number, so that it changes when it is told to and at no other time.</summary>
    private static ObjectId Switch(Controller device) => device.Device.Points.First(point => point.Type is ObjectType.BinaryOutput or ObjectType.BinaryValue);

    private static void Command(Controller device, ObjectId point, int seed = 1)
    {
        var now = device.Device.Read(new(point, PropertyId.PresentValue)).Value.AsEnumerated;
        Assert.Null(device.Device.Write(new(point, PropertyId.PresentValue), BacnetValue.Enumerated(seed == 0 ? now : 1 - now), 8));
    }

    private static string ValueText(Controller device, ObjectId point) =>
        $"\"{point}\":{(device.Device.Read(new(point, PropertyId.PresentValue)).Value.AsEnumerated == 1 ? "true" : "false")}";

    private Controller Subscribe(Controller device)
    {
        _lan.Start(Plans.Device(device.Address, null, Period, [.. Plans.Points(device.Device.Points).Select(point => point with { Cov = CovMode.Auto })]) with { CovPollPeriod = Audit });
        return device;
    }

    private Task SubscribedAsync(Controller device, int points) =>
        _lan.UntilAsync(() => device.Subscriptions == points && _lan.State().Cov!.Subscribed == points, Period * 3);

    /// <summary>The last message that has a point in it.</summary>
    private string Stored(ObjectId point) => _lan.Outbox.All.Select(message => Encoding.UTF8.GetString(message.Values.Span)).LastOrDefault(text => text.Contains($"\"{point}\"", StringComparison.Ordinal)) ?? "";

    public ValueTask DisposeAsync() => _lan.DisposeAsync();
}
