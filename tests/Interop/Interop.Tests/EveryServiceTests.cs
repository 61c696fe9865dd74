using Plenum.Bacnet.Protocol.Types;

namespace Interop.Tests;

/// <summary>What Wireshark makes of every service, segment, network and link message that we send.</summary>
public sealed class EveryServiceTests
{
    private readonly EveryService _conversation;

    public EveryServiceTests(EveryService conversation)
    {
        Assert.SkipWhen(Tshark.Obstacle is not null, Tshark.Obstacle ?? "");
        _conversation = conversation;
    }

    [Fact]
    public void No_frame_is_malformed_or_has_an_error_or_a_warning_in_it()
    {
        Assert.Empty(Frames("_ws.malformed || _ws.expert.severity >= 0x600000", "frame.number", "_ws.expert.message"));   // PI_WARN, PI_ERROR
        Assert.Equal(_conversation.Frames, Frames("bvlc", "frame.number").Count);
    }

    [Fact]
    public void Every_confirmed_service_of_the_client_is_asked_for_and_answered()
    {
        ConfirmedService[] notOurs = [ConfirmedService.ReadPropertyConditional, ConfirmedService.ReadPropertyMultiple /* in the other conversation */, ConfirmedService.VtOpen, ConfirmedService.VtClose, ConfirmedService.VtData,
            ConfirmedService.Authenticate, ConfirmedService.RequestKey, ConfirmedService.SubscribeCovPropertyMultiple, ConfirmedService.ConfirmedAuditNotification, ConfirmedService.AuditLogQuery];

        var asked = Services("bacapp.type == 0", "bacapp.confirmed_service");
        Assert.Equal(Enum.GetValues<ConfirmedService>().Except(notOurs).Select(service => (int)service), asked);
        Assert.Equal(asked, Services("bacapp.type == 2 || bacapp.type == 3 || bacapp.type == 5", "bacapp.confirmed_service"));   // an Error to changes of several objects that nobody subscribed to
    }

    [Fact]
    public void Every_unconfirmed_service_is_sent()
    {
        UnconfirmedService[] notOurs = [UnconfirmedService.UnconfirmedAuditNotification, UnconfirmedService.WhoAmI, UnconfirmedService.YouAre];

        Assert.Equal(Enum.GetValues<UnconfirmedService>().Except(notOurs).Select(service => (int)service), Services("bacapp.type == 1", "bacapp.unconfirmed_service"));
    }

    [Fact]
    public void Segments_go_both_ways_and_are_acknowledged_both_ways()
    {
        // An answer from the device, a request from the client; acknowledged by the other side, whose SRV bit says which it is.
        Assert.NotEmpty(Frames("bacapp.type == 3 && bacapp.segmented_request == 1 && ip.src == 10.0.0.3", "frame.number"));
        Assert.NotEmpty(Frames("bacapp.type == 0 && bacapp.segmented_request == 1 && ip.src == 10.0.0.1", "frame.number"));
        Assert.Equal(["10.0.0.1|0", "10.0.0.3|1"], Frames("bacapp.type == 4", "ip.src", "bacapp.SRV").Select(frame => string.Join('|', frame)).Distinct().Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Network_messages_say_what_was_meant() =>
        Assert.Equal(["10.0.0.1|0x00|2001", "10.0.0.254|0x01|2001", "10.0.0.254|0x04|2001", "10.0.0.254|0x05|2001", "10.0.0.3|0x03|0"],
            Frames("bacnet.mesgtyp && ip.src != 10.0.0.9", "ip.src", "bacnet.mesgtyp", "bacnet.dnet").Select(frame => string.Join('|', frame)).Distinct().Order(StringComparer.Ordinal));

    [Fact]
    public void Link_messages_say_what_was_meant()
    {
        string[] functions = ["0x00", "0x01", "0x02", "0x03", "0x04", "0x05", "0x06", "0x07", "0x08", "0x09", "0x0a", "0x0b"];
        Assert.Equal(functions, Frames("bvlc", "bvlc.function").Select(frame => frame[0]).Distinct().Order(StringComparer.Ordinal));
        Assert.Equal("60", Assert.Single(Frames("bvlc.function == 5 && ip.src == 10.0.0.6", "bvlc.reg_ttl").Distinct(), frame => frame.Length == 1)[0]);
    }

    private List<string[]> Frames(string filter, params string[] fields) => Tshark.Frames(_conversation.Path, filter, fields);

    private IEnumerable<int> Services(string filter, string field) =>
        Frames(filter, field).Where(frame => frame[0].Length > 0).Select(frame => int.Parse(frame[0], System.Globalization.CultureInfo.InvariantCulture)).Distinct().Order();
}
