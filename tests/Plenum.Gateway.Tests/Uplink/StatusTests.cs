using Plenum.Gateway.Model;
using Plenum.ThingsBoard;

namespace Plenum.Gateway.Tests.Uplink;

/// <summary>What the server is told of how devices do: what has changed, and no more often than it should.</summary>
public sealed class StatusTests : IAsyncDisposable
{
    private static readonly DateTimeOffset Noon = new(2026, 1, 1, 12, 0, 0, TimeSpan.Zero);

    private readonly UplinkHarness _uplink = new();

    public ValueTask DisposeAsync() => _uplink.DisposeAsync();

    [Fact]
    public async Task A_device_that_goes_offline_is_said_to_be_and_disconnected_and_connected_again_when_it_is_back()
    {
        await StartOnlineAsync();

        Set(DeviceStatus.Offline, "device-silent: gone");
        await _uplink.UntilAsync(() => Count(Topics.Disconnect) == 1);
        Set(DeviceStatus.Online, "answers");
        await _uplink.UntilAsync(() => Statuses().Count == 3);

        Assert.Equal([
            (Topics.Connect, """{"device":"A","type":"ahu"}"""),
            (Topics.Attributes, """{"A":{"connectorType":"bacnet","connectorName":"BACnet","plenumStatus":"online","plenumStatusSince":1767268800000,"plenumStatusWhy":"answers"}}"""),
            (Topics.Attributes, """{"A":{"plenumStatus":"offline","plenumStatusSince":1767268800000,"plenumStatusWhy":"device-silent: gone"}}"""),
            (Topics.Disconnect, """{"device":"A"}"""),
            (Topics.Connect, """{"device":"A","type":"ahu"}"""),
            (Topics.Attributes, """{"A":{"connectorType":"bacnet","connectorName":"BACnet"}}"""),
            (Topics.Attributes, """{"A":{"plenumStatus":"online","plenumStatusSince":1767268800000,"plenumStatusWhy":"answers"}}"""),
        ], _uplink.Session.Publishes.Select(publish => (publish.Topic, publish.Payload)));
        Assert.Equal(2, _uplink.Announced.Count);
    }

    [Fact]
    public async Task A_mistaken_device_is_offline_to_the_server_and_a_degraded_one_is_not()
    {
        await StartOnlineAsync();

        Set(DeviceStatus.Degraded, "device-degraded: slow");
        await _uplink.UntilAsync(() => Statuses().Count == 2);
        Assert.Equal(0, Count(Topics.Disconnect));
        Set(DeviceStatus.Mistaken, "device-mistaken: another");
        await _uplink.UntilAsync(() => Count(Topics.Disconnect) == 1);

        Assert.Equal(["online", "degraded", "offline"], Statuses());
    }

    [Fact]
    public async Task A_device_that_flaps_is_told_of_once_a_minute_with_its_newest_state()
    {
        await StartOnlineAsync();
        var began = _uplink.Time.GetUtcNow();

        for (var i = 0; i < 60; i++) // a change every five seconds for five minutes
        {
            Set(i % 2 == 0 ? DeviceStatus.Offline : DeviceStatus.Degraded, $"for the {i}th time");
            await _uplink.PassAsync(TimeSpan.FromSeconds(5));
        }
        Set(DeviceStatus.Offline, "at last");
        await _uplink.UntilAsync(() => _uplink.Session.Publishes.Any(publish => publish.Payload.Contains("at last", StringComparison.Ordinal)));

        var minutes = (_uplink.Time.GetUtcNow() - began).TotalMinutes;
        Assert.InRange(Statuses().Count, 4, minutes + 2);
        Assert.InRange(Count(Topics.Connect), 1, minutes + 2);
        await _uplink.UntilAsync(() => _uplink.Session.Publishes[^1].Topic == Topics.Disconnect);
    }

    [Fact]
    public async Task A_new_session_connects_what_is_there_and_repeats_no_status()
    {
        _uplink.Devices.Add(new("B", "ahu", "BACnet") { Availability = new(DeviceStatus.Offline, Noon, "device-silent: gone") });
        await StartOnlineAsync();
        await _uplink.UntilAsync(() => Count(Topics.Disconnect) == 1);
        Assert.Equal(2, Count(Topics.Connect)); // the offline one too, to say so under its own profile

        _uplink.Session.Break();
        await _uplink.UntilAsync(() => _uplink.Sessions.Count == 2 && Count(Topics.Attributes) == 1);

        Assert.Equal(["""{"device":"A","type":"ahu"}""", """{"A":{"connectorType":"bacnet","connectorName":"BACnet"}}"""], _uplink.Session.Publishes.Select(publish => publish.Payload));
    }

    [Fact]
    public async Task What_a_session_did_not_bring_to_the_server_is_told_in_the_next_one()
    {
        await StartOnlineAsync();
        _uplink.OnPublish = (session, publish) =>
        {
            if (publish.Payload.Contains("offline", StringComparison.Ordinal)) session.Break();
            else publish.Acknowledge();
        };
        Set(DeviceStatus.Offline, "device-silent: gone");
        await _uplink.UntilAsync(() => _uplink.Sessions.Count == 2);
        _uplink.OnPublish = FakeSession.AcknowledgeAll;
        await _uplink.UntilAsync(() => _uplink.Sessions.Any(session => session.Publishes.Any(publish => publish.Topic == Topics.Disconnect)));

        Assert.Equal([Topics.Connect, Topics.Attributes, Topics.Disconnect], _uplink.Session.Publishes.Select(publish => publish.Topic));
    }

    [Fact] // or the server would take the backlog under the default profile, or believe for ever that the device is there
    public async Task What_the_outbox_has_of_an_offline_device_connects_it_for_a_minute()
    {
        await StartOnlineAsync();
        Set(DeviceStatus.Offline, "device-silent: gone");
        await _uplink.UntilAsync(() => Count(Topics.Disconnect) == 1);

        for (var i = 0; i < 40; i++)
        {
            _uplink.Outbox.Store("A", $$"""{"t":{{i}}}""");
            await _uplink.UntilAsync(() => _uplink.Outbox.Waiting == 0);
        }
        await _uplink.UntilAsync(() => Count(Topics.Disconnect) >= 2);
        await _uplink.PassAsync(TimeSpan.FromMinutes(2));

        Assert.Equal(40, _uplink.Session.Data.Count);
        Assert.InRange(Count(Topics.Connect), 2, 4);
        Assert.Equal(Count(Topics.Connect), Count(Topics.Disconnect));
        Assert.Equal(Topics.Disconnect, _uplink.Session.Publishes[^1].Topic);
        Assert.Equal(["online", "offline"], Statuses());
    }

    [Fact]
    public async Task A_device_whose_status_is_not_told_is_connected_as_ever()
    {
        _uplink.Devices.Add(new("A", "ahu", "BACnet"));
        _uplink.Start();
        await _uplink.UntilAsync(() => Count(Topics.Attributes) == 1);

        Assert.Equal("""{"A":{"connectorType":"bacnet","connectorName":"BACnet"}}""", _uplink.Session.Publishes[^1].Payload);
    }

    private async Task StartOnlineAsync()
    {
        _uplink.Devices.Add(new("A", "ahu", "BACnet") { Availability = new(DeviceStatus.Online, Noon, "answers") });
        _uplink.Start();
        await _uplink.UntilAsync(() => _uplink.Announced.Contains("A"));
    }

    private void Set(DeviceStatus status, string why) => _uplink.Devices.SetAvailability("A", new(status, Noon, why));

    private int Count(string topic) => _uplink.Session.Publishes.Count(publish => publish.Topic == topic);

    /// <summary>What was said of A, in order.</summary>
    private List<string> Statuses() => [.. _uplink.Sessions.SelectMany(session => session.Publishes)
        .Where(publish => publish.Topic == Topics.Attributes && publish.Payload.StartsWith("{\"A\"", StringComparison.Ordinal) && publish.Payload.Contains("plenumStatus", StringComparison.Ordinal))
        .Select(publish => publish.Payload.Split("\"plenumStatus\":\"")[1].Split('"')[0])];
}
