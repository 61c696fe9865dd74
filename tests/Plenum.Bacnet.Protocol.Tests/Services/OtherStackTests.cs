using Plenum.Bacnet.Protocol.Services;
using Plenum.Bacnet.Protocol.Types;

namespace Plenum.Bacnet.Protocol.Tests.Services;

/// <summary>Messages as another stack writes them (@bacnet-js/client 3.3.2), so that a reader and a writer wrong in the same way are found out.</summary>
public sealed class OtherStackTests
{
    private static readonly ObjectId AnyDevice = ObjectId.AnyDevice;

    [Fact]
    public void Who_is_of_a_range()
    {
        WhoIsRequest request = new(1000, ObjectId.AnyInstance);
        Wire.BothWays("0A 03E8 1B 3FFFFF", request, request.Encode, WhoIsRequest.TryDecode);
    }

    [Fact]
    public void I_am_of_the_last_instance_of_a_large_device()
    {
        IAmRequest request = new(new(ObjectType.Device, 4194302), 1476, Segmentation.SegmentedBoth, 1234);
        Wire.BothWays("C4 023FFFFE 22 05C4 91 00 22 04D2", request, request.Encode, IAmRequest.TryDecode);
    }

    [Fact]
    public void Who_has_an_object_in_a_range_of_devices()
    {
        WhoHasRequest byId = new(new(0, 255), new(ObjectType.MultiStateValue, 70000), null), byName = new(default, null, "Größe");
        Wire.BothWays("09 00 19 FF 2C 04C11170", byId, byId.Encode, WhoHasRequest.TryDecode);
        Wire.BothWays("3D 08 00 4772C3B6C39F65", byName, byName.Encode, WhoHasRequest.TryDecode);
    }

    [Fact]
    public void I_have()
    {
        IHaveRequest request = new(new(ObjectType.Device, 443), new(ObjectType.AnalogInput, 1), "LgtCmd01");
        Wire.BothWays("C4 020001BB C4 00000001 75 09 00 4C6774436D643031", request, request.Encode, IHaveRequest.TryDecode);
    }

    [Fact]
    public void Read_property_with_a_long_index_and_with_proprietary_numbers()
    {
        ReadPropertyRequest indexed = new(new(AnyDevice, PropertyId.ObjectList, 300)), proprietary = new(new(new((ObjectType)700, 1), (PropertyId)70000));
        Wire.BothWays("0C 023FFFFF 19 4C 2A 012C", indexed, indexed.Encode, ReadPropertyRequest.TryDecode);
        Wire.BothWays("0C AF000001 1B 011170", proprietary, proprietary.Encode, ReadPropertyRequest.TryDecode);
    }

    [Fact]
    public void Read_property_ack_of_a_text_and_of_an_element()
    {
        ReadPropertyAck text = new(new(new(ObjectType.Device, 40000), PropertyId.OutOfService), BacnetValue.CharacterString("Test1234$äöü"));
        ReadPropertyAck element = new(new(new(ObjectType.Device, 40000), PropertyId.ObjectList, 2), BacnetValue.Object(new(ObjectType.AnalogValue, 65)));
        Wire.BothWays("0C 02009C40 19 51 3E 75 10 00 5465737431323334 24 C3A4C3B6C3BC 3F", text, text.Encode, ReadPropertyAck.TryDecode);
        Wire.BothWays("0C 02009C40 19 4C 29 02 3E C4 00800041 3F", element, element.Encode, ReadPropertyAck.TryDecode);
    }

    [Fact]
    public void Read_property_ack_of_a_list_of_nearly_every_type()
    {
        ReadPropertyAck ack = new(new(new(ObjectType.AnalogOutput, 1), PropertyId.PriorityArray), BacnetValue.List(
        [
            BacnetValue.Null, BacnetValue.Real(21.5f), BacnetValue.Null, BacnetValue.Boolean(true), BacnetValue.Signed(-129),
            BacnetValue.Unsigned(70000), BacnetValue.Double(100.121212), BacnetValue.Enumerated(3), BacnetValue.OctetString([1, 2, 100, 200]),
            BacnetValue.BitString(new BitString(0b10_10101010, 14)),
        ]));
        Wire.BothWays("0C 00400001 19 57 3E 00 44 41AC0000 00 11 32 FF7F 23 011170 55 08 405907C1EFF9F87F 91 03 64 010264C8 83 02 5540 3F", ack, ack.Encode, ReadPropertyAck.TryDecode);
    }

    [Fact]
    public void Read_property_multiple_of_several_objects_with_an_index()
    {
        ObjectId value = new(ObjectType.AnalogValue, 7);
        List<PropertyReference> targets = [new(AnyDevice, PropertyId.ObjectList), new(AnyDevice, PropertyId.ObjectName, 3), new(value, PropertyId.PresentValue), new(value, PropertyId.StatusFlags)];
        Wire.BothWays("0C 023FFFFF 1E 09 4C 09 4D 19 03 1F  0C 00800007 1E 09 55 09 6F 1F", targets,
            (ref writer) => ReadPropertyMultipleRequest.Encode(ref writer, targets.ToArray()), Wire.TryDecodeRequest);
    }

    [Fact]
    public void Read_property_multiple_ack_with_a_value_an_error_a_list_and_an_object_without_results()
    {
        ObjectId first = new(ObjectType.EventEnrollment, 50000), second = new(ObjectType.AnalogOutput, 1);
        List<(PropertyReference, PropertyResult)> results =
        [
            (new(first, PropertyId.OutOfService), new(BacnetValue.Boolean(false))),
            (new(first, PropertyId.PriorityArray, 2), new(new BacnetError(ErrorClass.Property, ErrorCode.InvalidArrayIndex))),
            (new(second, PropertyId.SecuredStatus), new(BacnetValue.List([BacnetValue.Unsigned(1), BacnetValue.Unsigned(2)]))),
        ];
        const string Written = "0C 0240C350 1E 29 51 4E 10 4F 29 57 39 02 5E 91 02 91 2A 5F 1F  0C 00400001 1E 29 EB 4E 21 01 21 02 4F 1F";

        Wire.BothWays(Written, results, (ref writer) => Wire.WriteAck(ref writer, results), Wire.TryDecodeAck);
        Assert.True(Wire.TryDecodeAck(Octets.Of(Written + "0C 00400002 1E 1F"), out var read, out _));
        Assert.Equal(results, read);
    }

    [Fact]
    public void Write_property_with_a_priority_and_to_relinquish()
    {
        WritePropertyRequest command = new(new(new(ObjectType.AnalogOutput, 31), PropertyId.PresentValue), BacnetValue.Real(-12.75f), 8);
        WritePropertyRequest relinquish = new(new(new(ObjectType.BinaryOutput, 4194302), PropertyId.PriorityArray, 16), BacnetValue.Null, 16);
        Wire.BothWays("0C 0040001F 19 55 3E 44 C14C0000 3F 49 08", command, command.Encode, WritePropertyRequest.TryDecode);
        Wire.BothWays("0C 013FFFFE 19 57 29 10 3E 00 3F 49 10", relinquish, relinquish.Encode, WritePropertyRequest.TryDecode);
    }

    [Fact]
    public void An_error()
    {
        BacnetError error = new(ErrorClass.Services, (ErrorCode)9);
        Wire.BothWays("91 05 91 09", error, (ref writer) => ErrorReply.Encode(ref writer, error), ErrorReply.TryDecode);
    }
}
