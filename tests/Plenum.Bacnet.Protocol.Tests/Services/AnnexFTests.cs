using Plenum.Bacnet.Protocol.Apdu;
using Plenum.Bacnet.Protocol.Services;
using Plenum.Bacnet.Protocol.Types;

namespace Plenum.Bacnet.Protocol.Tests.Services;

/// <summary>The examples of annex F, octet for octet in both directions.</summary>
public sealed class AnnexFTests
{
    [Fact]
    public void Annex_F_3_5_ReadProperty()
    {
        PropertyReference target = new(new(ObjectType.AnalogInput, 5), PropertyId.PresentValue);
        ReadPropertyRequest request = new(target);
        ReadPropertyAck ack = new(target, BacnetValue.Real(72.3f));

        Wire.BothWays("00 00 01 0C  0C 00000005 19 55", Request(1, ConfirmedService.ReadProperty, octets: 50), request, request.Encode, ReadPropertyRequest.TryDecode);
        Wire.BothWays("30 01 0C  0C 00000005 19 55 3E 44 4290999A 3F", Ack(1, ConfirmedService.ReadProperty), ack, ack.Encode, ReadPropertyAck.TryDecode);
    }

    [Fact]
    public void Annex_F_3_7_ReadPropertyMultiple_of_one_object()
    {
        ObjectId input = new(ObjectType.AnalogInput, 16);
        List<PropertyReference> targets = [new(input, PropertyId.PresentValue), new(input, PropertyId.Reliability)];
        List<(PropertyReference, PropertyResult)> results = [(targets[0], new(BacnetValue.Real(72.3f))), (targets[1], new(BacnetValue.Enumerated(0)))];

        Wire.BothWays("00 04 F1 0E  0C 00000010 1E 09 55 09 67 1F", Request(241, ConfirmedService.ReadPropertyMultiple), targets,
            (ref writer) => ReadPropertyMultipleRequest.Encode(ref writer, targets.ToArray()), Wire.TryDecodeRequest);
        Wire.BothWays("30 F1 0E  0C 00000010 1E 29 55 4E 44 4290999A 4F 29 67 4E 91 00 4F 1F", Ack(241, ConfirmedService.ReadPropertyMultiple), results,
            (ref writer) => Wire.WriteAck(ref writer, results), Wire.TryDecodeAck);
    }

    [Fact]
    public void Annex_F_3_7_ReadPropertyMultiple_of_three_objects_one_of_which_is_unknown()
    {
        var targets = new uint[] { 33, 50, 35 }.Select(input => new PropertyReference(new(ObjectType.AnalogInput, input), PropertyId.PresentValue)).ToList();
        List<(PropertyReference, PropertyResult)> results =
        [
            (targets[0], new(BacnetValue.Real(42.3f))),
            (targets[1], new(new BacnetError(ErrorClass.Object, ErrorCode.UnknownObject))),
            (targets[2], new(BacnetValue.Real(435.7f))),
        ];

        Wire.BothWays("00 04 02 0E  0C 00000021 1E 09 55 1F  0C 00000032 1E 09 55 1F  0C 00000023 1E 09 55 1F", Request(2, ConfirmedService.ReadPropertyMultiple), targets,
            (ref writer) => ReadPropertyMultipleRequest.Encode(ref writer, targets.ToArray()), Wire.TryDecodeRequest);
        Wire.BothWays(
            "30 02 0E  0C 00000021 1E 29 55 4E 44 42293333 4F 1F  0C 00000032 1E 29 55 5E 91 01 91 1F 5F 1F  0C 00000023 1E 29 55 4E 44 43D9D99A 4F 1F",
            Ack(2, ConfirmedService.ReadPropertyMultiple), results, (ref writer) => Wire.WriteAck(ref writer, results), Wire.TryDecodeAck);
    }

    [Fact]
    public void Annex_F_3_9_WriteProperty()
    {
        WritePropertyRequest request = new(new(new(ObjectType.AnalogValue, 1), PropertyId.PresentValue), BacnetValue.Real(180));

        Wire.BothWays("00 04 59 0F  0C 00800001 19 55 3E 44 43340000 3F", Request(89, ConfirmedService.WriteProperty), request, request.Encode, WritePropertyRequest.TryDecode);
        Assert.Equal("", Wire.ServiceOf("20 59 0F", new() { Type = PduType.SimpleAck, InvokeId = 89, Service = (byte)ConfirmedService.WriteProperty }));
    }

    [Fact]
    public void Annex_F_4_8_WhoHas_by_name_and_by_identifier()
    {
        ObjectId input = new(ObjectType.AnalogInput, 3);
        WhoHasRequest byName = new(default, null, "OATemp"), byId = new(default, input, null);
        IHaveRequest have = new(new(ObjectType.Device, 8), input, "OATemp");

        Wire.BothWays("10 07  3D 07 00 4F4154656D70", Unconfirmed(UnconfirmedService.WhoHas), byName, byName.Encode, WhoHasRequest.TryDecode);
        Wire.BothWays("10 07  2C 00000003", Unconfirmed(UnconfirmedService.WhoHas), byId, byId.Encode, WhoHasRequest.TryDecode);
        Wire.BothWays("10 01  C4 02000008 C4 00000003 75 07 00 4F4154656D70", Unconfirmed(UnconfirmedService.IHave), have, have.Encode, IHaveRequest.TryDecode);
    }

    [Theory]
    [InlineData("10 08  09 03 19 03", 3u)]
    [InlineData("10 08", null)]
    public void Annex_F_4_9_WhoIs(string hex, uint? instance)
    {
        WhoIsRequest request = new(instance, instance);

        Wire.BothWays(hex, Unconfirmed(UnconfirmedService.WhoIs), request, request.Encode, WhoIsRequest.TryDecode);
    }

    [Theory]
    [InlineData("10 00  C4 02000001 22 01E0 91 01 21 63", 1, 480, Segmentation.SegmentedTransmit, 99)]
    [InlineData("10 00  C4 02000002 21 CE 91 02 21 21", 2, 206, Segmentation.SegmentedReceive, 33)]
    [InlineData("10 00  C4 02000003 22 0400 91 03 21 63", 3, 1024, Segmentation.NoSegmentation, 99)]
    [InlineData("10 00  C4 02000004 21 80 91 00 21 42", 4, 128, Segmentation.SegmentedBoth, 66)]
    public void Annex_F_4_9_IAm(string hex, uint instance, uint maxApdu, Segmentation segmentation, ushort vendor)
    {
        IAmRequest request = new(new(ObjectType.Device, instance), maxApdu, segmentation, vendor);

        Wire.BothWays(hex, Unconfirmed(UnconfirmedService.IAm), request, request.Encode, IAmRequest.TryDecode);
    }

    private static ApduHeader Request(byte invokeId, ConfirmedService service, int octets = 1024) =>
        new() { Type = PduType.ConfirmedRequest, MaxApduCode = ApduSizes.Encode(octets), InvokeId = invokeId, Service = (byte)service };

    private static ApduHeader Ack(byte invokeId, ConfirmedService service) =>
        new() { Type = PduType.ComplexAck, InvokeId = invokeId, Service = (byte)service };

    private static ApduHeader Unconfirmed(UnconfirmedService service) => new() { Type = PduType.UnconfirmedRequest, Service = (byte)service };
}
