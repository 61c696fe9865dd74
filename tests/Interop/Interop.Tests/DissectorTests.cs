using System.Globalization;
using Plenum.Bacnet.Protocol.Types;

namespace Interop.Tests;

/// <summary>What Wireshark makes of the frames that we send: each is whole, and says what was meant.</summary>
public sealed class DissectorTests
{
    private static readonly string[] ValueFields =
    [
        "bacapp.present_value.null", "bacapp.present_value.boolean", "bacapp.present_value.uint", "bacapp.present_value.int", "bacapp.present_value.real",
        "bacapp.present_value.double", "bacapp.present_value.octet_string", "bacapp.present_value.char_string", "bacapp.present_value.bit_string", "bacapp.present_value.enum_index",
    ];

    private readonly Conversation _conversation;

    public DissectorTests(Conversation conversation)
    {
        Assert.SkipWhen(Tshark.Obstacle is not null, Tshark.Obstacle ?? "");
        _conversation = conversation;
    }

    [Fact]
    public void No_frame_is_malformed_or_has_an_error_or_a_warning_in_it()
    {
        Assert.Empty(Frames("_ws.malformed || _ws.expert.severity >= 0x600000", "frame.number", "_ws.expert.message"));   // PI_WARN, PI_ERROR
        Assert.Equal(_conversation.Frames, Frames("bvlc && bacnet && bacapp", "frame.number").Count);
    }

    [Fact]
    public void Every_kind_of_frame_is_among_them()
    {
        // APDU type and service of what our client and our servers send.
        string[] kinds = ["0/12", "0/14", "0/15", "1/0", "1/1", "1/7", "1/8", "2/15", "3/12", "3/14", "5/12", "5/15", "6/", "7/"];
        var seen = Frames("ip.src == 10.0.0.1 || ip.src == 10.0.0.2 || ip.src == 10.0.0.3", "bacapp.type", "bacapp.confirmed_service", "bacapp.unconfirmed_service")
            .Select(frame => $"{frame[0]}/{frame[1]}{frame[2]}");

        Assert.Equal(kinds, seen.Distinct().Order(StringComparer.Ordinal));
    }

    [Theory]
    [InlineData("bacapp.type == 3 && bacapp.confirmed_service == 12 && ip.src == 10.0.0.2")]   // as our server answers a read
    [InlineData("bacapp.type == 0 && bacapp.confirmed_service == 15 && ip.src == 10.0.0.1")]   // as our client writes it
    public void A_value_of_every_primitive_type_says_what_was_meant(string filter)
    {
        var frames = Frames($"{filter} && bacapp.property_identifier == 85", ["bacapp.objectType", "bacapp.instance_number", .. ValueFields]);

        foreach (var (target, value) in Conversation.Values.Where(sample => sample.Target.Property == PropertyId.PresentValue && sample.Value.Kind is not (BacnetKind.Date or BacnetKind.Time or BacnetKind.ObjectId)))
        {
            var frame = frames.First(frame => frame[0] == "2" && frame[1] == $"{target.Object.Instance}");
            Assert.Equal(Expected(value), frame[2 + Field(value.Kind)].Replace(",", "", StringComparison.Ordinal));   // a long text is cut into pieces
        }
    }

    [Theory]
    [InlineData("Date: November 22, 2026, (Day of Week = Sunday)")]
    [InlineData("Time: 11:59:07.50 P.M. = 23:59:07.50")]
    [InlineData("Present Value (enum value): trend-log")]
    public void A_date_a_time_and_an_identifier_say_what_was_meant(string line) =>
        Assert.Equal(3, Tshark.Lines(_conversation.Path, "bacapp.present_value.enum_index == 20 || bacapp.application_tag_number in {10, 11}").Count(text => text.Trim() == line));   // read, written, read in a batch

    [Fact]
    public void A_write_has_its_priority()
    {
        var writes = Conversation.Values.Count;
        Assert.Equal(writes, Tshark.Lines(_conversation.Path, "bacapp.type == 0 && bacapp.confirmed_service == 15").Count(text => text.Trim() == "Priority: (Unsigned) 8"));
        Assert.Single(Tshark.Lines(_conversation.Path, "bacapp.type == 0 && bacapp.confirmed_service == 15"), text => text.Trim() == "Priority: (Unsigned) 16");
    }

    [Fact]
    public void A_batch_asks_for_and_answers_what_was_meant_in_its_order()
    {
        const string ofMany = "bacapp.confirmed_service == 14 && bacapp.instance_number == 99";
        string[] fields = ["bacapp.instance_number", "bacapp.property_identifier", "bacapp.error_class", "bacapp.error_code"];
        string[] asked =
        [
            string.Join(',', [.. Conversation.Values.Select(sample => $"{sample.Target.Object.Instance}"), "99", "0"]),
            string.Join(',', [.. Conversation.Values.Select(sample => $"{(uint)sample.Target.Property}"), "85", "87"]),
        ];

        Assert.Equal([.. asked, "", ""], Assert.Single(Frames($"bacapp.type == 0 && {ofMany}", fields)));
        Assert.Equal([.. asked, "1", "31"], Assert.Single(Frames($"bacapp.type == 3 && {ofMany}", fields)));
    }

    [Fact]
    public void Who_is_there_is_asked_and_answered_as_was_meant()
    {
        Assert.Equal(["10.0.0.1|255.255.255.255|0x0b|65535|255||", "10.0.0.1|255.255.255.255|0x0b|65535|255|1|1234", "10.0.0.1|10.0.0.2|0x0a|||1234|1234", "10.0.0.1|10.0.0.2|0x0a||||"],
            Joined("bacapp.unconfirmed_service == 8", "ip.src", "ip.dst", "bvlc.function", "bacnet.dnet", "bacnet.hopc", "bacapp.who_is.low_limit", "bacapp.who_is.high_limit"));
        Assert.Equal(["10.0.0.1|0x0a||8|1234|260", "255.255.255.255|0x0b|65535|8|1234|260"],
            Joined("bacapp.unconfirmed_service == 0 && ip.src == 10.0.0.2", "ip.dst", "bvlc.function", "bacnet.dnet", "bacapp.objectType", "bacapp.instance_number", "bacapp.vendor_identifier").Distinct());
        Assert.Equal(["8,2|1234,0", "8,8|1234,1234"], Joined("bacapp.unconfirmed_service == 1 && ip.src == 10.0.0.2", "bacapp.objectType", "bacapp.instance_number"));
    }

    [Fact]
    public void Refusals_say_what_was_meant() =>
        Assert.Equal(
            [
                "10.0.0.2|10.0.0.1|5|12|1|31||||",        // Error: object, unknown-object
                "10.0.0.2|10.0.0.1|5|15|1|31||||",
                "10.0.0.3|10.0.0.1|6||||9|||",            // Reject: unrecognized-service
                "10.0.0.3|10.0.0.1|7|||||4|1|",           // Abort: segmentation-not-supported, by the server
                "10.0.0.1|10.0.0.5|7|||||4|0|",           // and by the client
                "10.0.0.2|10.0.0.4|5|12|1|31||||2001",    // to a device behind a router
                "10.0.0.2|10.0.0.4|5|12|1|31||||2002",
            ],
            Joined("bacapp.type >= 5", "ip.src", "ip.dst", "bacapp.type", "bacapp.confirmed_service", "bacapp.error_class", "bacapp.error_code",
                "bacapp.reject_reason", "bacapp.abort_reason", "bacapp.SRV", "bacnet.dnet"));

    [Fact]
    public void What_goes_through_a_router_has_its_destination_and_expects_an_answer_only_if_it_asks()
    {
        string[] fields = ["bacapp.type", "bacnet.dnet", "bacnet.dlen", "bacnet.dadr_mstp", "bacnet.dadr_eth", "bacnet.hopc", "bacnet.control_expect"];
        Assert.Equal(["0|2001|1|7||255|1", "5|2001|1|7||255|0", "0|2002|6||c0:a8:00:07:ba:c0|255|1", "5|2002|6||c0:a8:00:07:ba:c0|255|0"], Joined("bacnet.dnet == 2001 || bacnet.dnet == 2002", fields));
        Assert.Empty(Frames("(bacapp.type == 0 && bacnet.control_expect == 0) || (bacapp.type != 0 && bacnet.control_expect == 1)", "frame.number"));
    }

    private static int Field(BacnetKind kind) => Array.FindIndex(ValueFields, field => field.EndsWith(kind switch
    {
        BacnetKind.Unsigned => ".uint",
        BacnetKind.Signed => ".int",
        BacnetKind.OctetString => ".octet_string",
        BacnetKind.CharacterString => ".char_string",
        BacnetKind.BitString => ".bit_string",
        BacnetKind.Enumerated => ".enum_index",
        _ => $".{kind.ToString().ToLowerInvariant()}",
    }, StringComparison.Ordinal));

    /// <summary>A value as tshark shows it: numbers with 15 digits, truths as 1 and 0, an octet string after its tag, bits as T and F.</summary>
    private static string Expected(BacnetValue value) => value.Kind switch
    {
        BacnetKind.Null => "NULL",
        BacnetKind.Boolean => value.AsBoolean ? "1" : "0",
        BacnetKind.Unsigned => value.AsUnsigned.ToString(CultureInfo.InvariantCulture),
        BacnetKind.Signed => value.AsSigned.ToString(CultureInfo.InvariantCulture),
        BacnetKind.Real => Number(value.AsReal),
        BacnetKind.Double => Number(value.AsDouble),
        BacnetKind.OctetString => $"6{value.AsOctetString.Length}{Convert.ToHexStringLower(value.AsOctetString)}",
        BacnetKind.CharacterString => value.AsCharacterString,
        BacnetKind.BitString => value.AsBitString.ToString().Replace('1', 'T').Replace('0', 'F'),
        _ => value.AsEnumerated.ToString(CultureInfo.InvariantCulture),
    };

    private static string Number(double number) => number.ToString("G15", CultureInfo.InvariantCulture).Replace("E", "e", StringComparison.Ordinal);

    private List<string[]> Frames(string filter, params string[] fields) => Tshark.Frames(_conversation.Path, filter, fields);

    private IEnumerable<string> Joined(string filter, params string[] fields) => Frames(filter, fields).Select(frame => string.Join('|', frame));
}
