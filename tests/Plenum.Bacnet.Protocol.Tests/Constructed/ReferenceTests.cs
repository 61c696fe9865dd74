using CsCheck;
using Plenum.Bacnet.Protocol.Constructed;
using Plenum.Bacnet.Protocol.Tags;
using Plenum.Bacnet.Protocol.Types;

namespace Plenum.Bacnet.Protocol.Tests.Constructed;

/// <summary>Who, where and which: recipients, addresses and references.</summary>
public sealed class ReferenceTests
{
    private static readonly ObjectId Device = new(ObjectType.Device, 17), Input = new(ObjectType.AnalogInput, 2);

    [Fact]
    public void A_recipient_is_a_device() => Judge.BothWays("0C 02000011", new Recipient(Device), "device:17");

    [Fact]
    public void A_recipient_is_an_address() =>
        Judge.BothWays("1E 21 05 65 06 C0A80102BAC0 1F", new Recipient(null, new(5, [192, 168, 1, 2, 0xBA, 0xC0])), "5:192.168.1.2:47808");

    [Fact]
    public void A_recipient_is_everyone_on_a_network() => Judge.BothWays("1E 22 FFFF 60 1F", new Recipient(null, new(0xFFFF, [])), "65535:*");

    [Fact]
    public void A_recipient_may_be_one_octet_long() => Judge.BothWays("1E 21 07 61 0C 1F", new Recipient(null, new(7, [12])), "7:12");

    [Fact]
    public void A_recipient_has_its_process() => Judge.BothWays("0E 0C 02000011 0F 19 09", new RecipientProcess(new(Device), 9), "device:17 process 9");

    [Fact]
    public void A_binding_is_a_device_and_its_address() =>
        Judge.BothWays("C4 02000011 21 05 61 0C", new AddressBinding(Device, new(5, [12])), "device:17 at 5:12");

    [Fact]
    public void A_reference_names_a_property_and_may_name_an_element() =>
        Judge.BothWays("0C 00000002 19 55 29 03", new ObjectPropertyReference(new(Input, PropertyId.PresentValue, 3)), "analogInput:2 presentValue[3]");

    [Fact]
    public void A_reference_may_lead_into_another_device() => Judge.BothWays("0C 00000002 19 55 3C 02000011",
        new DeviceObjectPropertyReference(new(Input, PropertyId.PresentValue), Device), "analogInput:2 presentValue of device:17");

    [Fact]
    public void An_object_of_another_device_names_the_device_first() =>
        Judge.BothWays("0C 02000011 1C 00000002", new DeviceObjectReference(Input, Device), "analogInput:2 of device:17");

    [Fact]
    public void A_network_number_has_sixteen_bits() => Judge.Refuses<BacnetAddress>("23 010000 60", DecodeError.OutOfRange);

    [Fact]
    public void Every_recipient_reads_back() => Judge.Holds(AnyConstructed.Recipient);

    [Fact]
    public void Every_recipient_process_reads_back() => Judge.Holds(AnyConstructed.Process);

    [Fact]
    public void Every_binding_reads_back() => Judge.Holds(Gen.Select(Any.ObjectId, AnyConstructed.Address, (device, address) => new AddressBinding(device, address)));

    [Fact]
    public void Every_reference_reads_back()
    {
        Judge.Holds(Any.Reference.Select(target => new ObjectPropertyReference(target)));
        Judge.Holds(AnyConstructed.Reference);
        Judge.Holds(AnyConstructed.Object);
    }

    [Fact]
    public void Every_property_value_reads_back() => Judge.Holds(AnyConstructed.Value);
}
