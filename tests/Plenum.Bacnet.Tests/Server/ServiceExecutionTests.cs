using Microsoft.Extensions.Time.Testing;
using Plenum.Bacnet.Protocol.Types;
using Plenum.Bacnet.Server;
using Plenum.Bacnet.Server.Objects;
using Plenum.TestKit;

namespace Plenum.Bacnet.Tests.Server;

/// <summary>Every service as a device of ours executes it and refuses it, octet by octet. Notification Class 1 is 03C00001, File 1 is 02800001.</summary>
public sealed class ServiceExecutionTests : IDisposable
{
    private const string Class = "0C03C00001", Destination = "8201FE B400000000 B4173B3B63 0C02000007 2107 11 8205E0";

    private readonly FakeTimeProvider _time = new(new(2026, 11, 22, 8, 0, 0, TimeSpan.Zero));
    private readonly WholeDevice _device;
    private readonly ServerBench _bench;

    public ServiceExecutionTests() => _bench = new(_device = new(_time), _time);

    [Theory, Trait("Rule", "135.1 9.18")]
    [InlineData("0C020004D2 194D", "30010C 0C020004D2 194D 3E 75060077686F6C65 3F")]
    [InlineData("0C023FFFFF 194D", "30010C 0C020004D2 194D 3E 75060077686F6C65 3F")]        // whichever device you are
    [InlineData("0C0E3FFFFF 1A01AB", "30010C 0C0E000001 1A01AB 3E 9105 3F")]                // and whichever port this is
    [InlineData("0C03C00001 1956 2901", "30010C 0C03C00001 1956 2901 3E 2100 3F")]
    [InlineData("0C03C00001 1956 2900", "30010C 0C03C00001 1956 2900 3E 2103 3F")]
    [InlineData("0C03C00001 1956", "30010C 0C03C00001 1956 3E 2100 2101 2102 3F")]
    [InlineData("0C03C00009 194D", "50010C 9101 911F")]                                      // unknown-object
    [InlineData("0C03C00001 1955", "50010C 9102 9120")]                                      // unknown-property
    [InlineData("0C03C00001 1956 2904", "50010C 9102 912A")]                                 // invalid-array-index
    [InlineData("0C03C00001 192D 2901", "50010C 9102 9132")]                                 // property-is-not-an-array
    [InlineData("0C03C00001 1983", "50010C 9102 911B")]                                      // a log's buffer: read-access-denied
    public void A_property_is_read_or_refused(string parameters, string answer) => Assert.Equal(Octets(answer), _bench.Ask($"0005010C {parameters}"));

    [Theory, Trait("Rule", "BTL 3.6")]
    [InlineData("0005010C 0C023FFFFF 194B", "30010C 0C020004D2 194B 3E C4020004D2 3F")]
    [InlineData("0005010C 0C0E3FFFFF 194B", "30010C 0C0E000001 194B 3E C40E000001 3F")]
    [InlineData("0005010F 0C023FFFFF 194D 3E7102003F", "50010F 9101 911F")]                  // there is no wildcard in a write
    public void The_wildcard_instance_stands_for_the_device_and_its_port_in_reads_alone(string request, string answer) => Assert.Equal(Octets(answer), _bench.Ask(request));

    [Theory, Trait("Rule", "135.1 9.22")]
    [InlineData("192D 3E44420C00003F", "20010F")]
    [InlineData("192D 3E44420C00003F 4908", "20010F")]          // a priority is ignored by what is not commandable
    [InlineData("192D 3E44420C00003F 4911", "600106")]          // 17: parameter-out-of-range
    [InlineData("192D 3E44420C00003F 4900", "600106")]
    [InlineData("192D 3E21053F", "50010F 9102 9109")]           // invalid-data-type
    [InlineData("192D 3E44447A00003F", "50010F 9102 9125")]     // 1000: value-out-of-range
    [InlineData("1956 3E21053F", "50010F 9102 9128")]           // write-access-denied
    [InlineData("1956 2901 3E21053F", "50010F 9102 9128")]
    [InlineData("192D 2901 3E44420C00003F", "50010F 9102 9132")] // property-is-not-an-array
    [InlineData("1955 3E21053F", "50010F 9102 9120")]           // unknown-property
    public void A_property_is_written_or_refused(string parameters, string answer) => Assert.Equal(Octets(answer), _bench.Ask($"0005010F {Class} {parameters}"));

    [Fact, Trait("Rule", "135.1 9.23")]
    public void Several_writes_end_at_the_first_that_fails_and_those_before_it_stay()
    {
        string first = $"{Class} 1E 092D 2E44420C00002F 1F", denied = $"{Class} 1E 0956 2E21052F 1F", last = $"{Class} 1E 092D 2E44428C00002F 1F";
        Assert.Equal("200110", _bench.Ask($"00050110 {first}"));

        Assert.Equal(Octets("500110 0E 9102 9128 0F 1E 0C03C00001 1956 1F"), _bench.Ask($"00050110 {last} {denied} {first}"));
        Assert.Equal(BacnetValue.Real(70), _device.Read(new(WholeDevice.Class, PropertyId.HighLimit)).Value);
        Assert.Equal("600105", _bench.Ask("00050110"));
    }

    [Fact, Trait("Rule", "135.1 9.20")]
    public void All_is_what_required_and_optional_are_together_and_none_has_the_list_of_properties()
    {
        List<uint> Asked(string property) => Listed(_bench.Ask($"0005010E 0C020004D2 1E09{property}1F"));

        var (all, required, optional) = (Asked("08"), Asked("69"), Asked("50"));

        Assert.Equal(all.Order(), required.Concat(optional).Order());
        Assert.DoesNotContain((uint)PropertyId.PropertyList, all);
        Assert.Contains((uint)PropertyId.ProtocolRevision, required);
        Assert.Contains((uint)PropertyId.LocalTime, optional);
        Assert.Equal(20, required.Count);   // 21 are required of revision 19, one of which is Property_List
    }

    [Theory, Trait("Rule", "135.1 9.20")]
    [InlineData("0C03C00009 1E0908 1F", "0C03C00009 1E 2908 5E9101911F5F 1F")]                    // the wildcard of an unknown object
    [InlineData("0C03C00001 1E 092D 0955 1F", "0C03C00001 1E 292D 4E443F8000004F 2955 5E910291205F 1F")]
    [InlineData("0C03C00001 1E 092D 1F 0C03C00001 1E 0956 1901 1F", "0C03C00001 1E 292D 4E443F8000004F 2956 3901 4E21004F 1F")]
    public void Each_property_of_a_batch_is_answered_for_itself(string parameters, string answer) => Assert.Equal(Octets("30010E" + answer), _bench.Ask($"0005010E {parameters}"));

    [Theory, Trait("Rule", "135.1 9.14")]
    [InlineData("08", "1966 3E" + Destination + "3F", "200108")]
    [InlineData("09", "1966 3E" + Destination + "3F", "500109 0E 9105 9151 0F 1901")]              // list-element-not-found, the first
    [InlineData("08", "1966 3E" + Destination + " 21053F", "500108 0E 9102 9109 0F 1902")]         // invalid-data-type, the second
    [InlineData("08", "192D 3E44420C00003F", "500108 0E 9105 9116 0F 1900")]                       // property-is-not-a-list
    [InlineData("08", "1966 2901 3E" + Destination + "3F", "500108 0E 9102 9132 0F 1900")]
    [InlineData("08", "1955 3E21053F", "500108 0E 9102 9120 0F 1900")]
    [InlineData("08", "1966", "600105")]
    public void Elements_are_added_and_removed_or_none_of_them(string service, string parameters, string answer) =>
        Assert.Equal(Octets(answer), _bench.Ask($"000501{service} {Class} {parameters}"));

    [Fact]
    public void An_element_is_in_a_list_once_and_a_full_list_takes_no_more()
    {
        string Add(byte device) => _bench.Ask($"0005{device + 1:X2}08 {Class} 1966 3E{Destination.Replace("0C02000007", $"0C020000{device:X2}", StringComparison.Ordinal)}3F");

        Assert.Equal(["200208", "200308", "200208", Octets("500508 0E 9103 9113 0F 1901")], [Add(1), Add(2), Add(1), Add(4)]);
        Assert.Equal(2, _device.Recipients.Elements.Count);
    }

    [Theory, Trait("Rule", "135.1 9.16")]
    [InlineData("0005010A 0E 0902 0F", "30010A C40080004D")]                                     // an analog value, which gets number 77
    [InlineData("0005010A 0E 0908 0F", "50010A 0E 9101 9104 0F 1900")]                           // dynamic-creation-not-supported
    [InlineData("0005010B C403C00001", "50010B 9101 9117")]                                      // object-deletion-not-permitted
    [InlineData("0005010B C403C00009", "50010B 9101 911F")]
    [InlineData("0005010B", "600105")]
    public void Objects_are_made_and_done_away_with_as_the_device_wants(string request, string answer) => Assert.Equal(Octets(answer), _bench.Ask(request));

    [Theory, Trait("Rule", "135.1 9.12")]
    [InlineData("C402800001 0E 3100 2104 0F", "300106 10 0E 3100 6400010203 0F")]
    [InlineData("C402800001 0E 3108 2104 0F", "300106 11 0E 3108 620809 0F")]                    // to the end
    [InlineData("C402800001 0E 310A 2104 0F", "300106 11 0E 310A 60 0F")]                        // at the end
    [InlineData("C402800001 0E 310B 2104 0F", "500106 9105 910B")]                               // invalid-file-start-position
    [InlineData("C402800001 0E 31FF 2104 0F", "500106 9105 910B")]
    [InlineData("C402800001 1E 3100 2104 1F", "500106 9105 910A")]                               // invalid-file-access-method
    [InlineData("C402800002 0E 3100 2104 0F", "500106 9101 911F")]
    [InlineData("C403C00001 0E 3100 2104 0F", "500106 9105 9182")]                               // inconsistent-object-type
    public void A_file_is_read_or_refused(string parameters, string answer) => Assert.Equal(Octets(answer), _bench.Ask($"00050106 {parameters}"));

    [Theory, Trait("Rule", "135.1 9.13")]
    [InlineData("31FF 62AABB", "300107 090A", 12)]               // at the end
    [InlineData("3108 63AABBCC", "300107 0908", 11)]
    [InlineData("310B 61AA", "500107 9105 910B", 10)]
    [InlineData("310A 650700000000000000", "500107 9101 9180", 10)]   // file-full
    public void A_file_is_written_or_refused(string parameters, string answer, int length)
    {
        Assert.Equal(Octets(answer), _bench.Ask($"00050107 C402800001 0E {parameters} 0F"));
        Assert.Equal(length, _device.Memory.Length);
    }

    [Fact]
    public void A_file_that_nobody_may_write_is_left_as_it_is()
    {
        _device.Memory.IsReadOnly = true;

        Assert.Equal("5001079105" + "9105", _bench.Ask("00050107 C402800001 0E 3100 61AA 0F"));   // file-access-denied
    }

    [Fact]
    public void What_a_device_claims_is_what_it_does_not_reject()
    {
        var claimed = _device.Read(new(WholeDevice.Self, PropertyId.ProtocolServicesSupported)).Value.AsBitString;
        using ServerBench bare = new(new TableDevice(5) { ReadsMultiple = false });
        var bareClaims = SupportedServices.Of(new TableDevice(5) { ReadsMultiple = false });

        Assert.Equal(44, claimed.Length);
        foreach (var service in Enum.GetValues<ConfirmedService>().Where(service => service is not (ConfirmedService.SubscribeCov or ConfirmedService.SubscribeCovProperty)))
        {
            var bit = Enum.Parse<ServicesSupported>($"{service}");
            Assert.Equal((service, claimed[(int)bit]), (service, _bench.Ask($"000501{(byte)service:X2} FF") != "600109"));
            Assert.Equal((service, bareClaims.Contains(bit)), (service, bare.Ask($"000501{(byte)service:X2} FF") != "600109"));
        }
    }

    [Fact]
    public void The_clock_is_set_by_either_service_and_a_wildcard_does_not_set_it()
    {
        _bench.Broadcast("1006 A47E0B1607 B40A000000");
        Assert.Equal(new DateTime(2026, 11, 22, 10, 0, 0), _device.Clock.Local);
        _bench.Broadcast("1009 A47E0B1607 B40B000000");
        Assert.Equal(new DateTime(2026, 11, 22, 11, 0, 0), _device.Clock.Local);
        _bench.Broadcast("1006 A4FFFFFFFF B40A000000");
        Assert.Equal(new DateTime(2026, 11, 22, 11, 0, 0), _device.Clock.Local);
        Assert.True(_bench.IsQuiet);
    }

    [Theory]
    [InlineData("1004 090A 1901 2E002F")]               // UnconfirmedPrivateTransfer
    [InlineData("1005 0C02000001 2900 3C004142")]       // UnconfirmedTextMessage
    [InlineData("100A 0901 1908 2E0901 21052F")]        // WriteGroup
    [InlineData("100D 0A0104 1C004142 2C004142")]       // Who-Am-I
    [InlineData("100E 0A0104 1C004142 2C004142")]       // You-Are
    [InlineData("10FE 00")]                             // no service at all
    public void What_a_device_does_not_know_and_nobody_waits_for_is_passed_over(string apdu)
    {
        _bench.Broadcast(apdu);

        Assert.True(_bench.IsQuiet);
    }

    [Theory, Trait("Rule", "135.1 13.4")]
    [InlineData("0005010C 0C020004D2", "600105")]                       // missing-required-parameter
    [InlineData("0005010C 0C020004D2 194D 2900 00", "600107")]          // too-many-arguments
    [InlineData("0005010C 1C020004D2 194D", "600104")]                  // invalid-tag
    [InlineData("0005010C 0B0200D2 194D", "600103")]                    // invalid-parameter-data-type: three octets of an identifier
    [InlineData("0005010C 0C0200", "600105")]                           // truncated
    [InlineData("0005011A 0C03C00001 1983 3E 2101 3100 3F", "600106")]  // a range of no items: parameter-out-of-range
    [InlineData("00050111 0A0001 1903", "600106")]                      // a communication state that is none
    [InlineData("00050103 00", "600107")]                               // GetAlarmSummary has no parameters
    public void A_malformed_request_is_rejected_for_the_right_reason(string request, string answer) => Assert.Equal(answer, _bench.Ask(request));

    private static string Octets(string text) => text.Replace(" ", "", StringComparison.Ordinal);

    /// <summary>The properties of a ReadPropertyMultiple-ACK, one object.</summary>
    private static List<uint> Listed(string ack)
    {
        Protocol.Services.ReadPropertyMultipleAck read = new(Convert.FromHexString(ack).AsSpan(3));
        List<uint> listed = [];
        while (read.TryNext(out var target, out var result))
        {
            Assert.True(result.HasValue, $"{target}: {result}");
            listed.Add((uint)target.Property);
        }
        Assert.True(read.Finish(out _));
        return listed;
    }

    public void Dispose() => _bench.Dispose();
}
