using Plenum.Bacnet.Protocol.Constructed;
using Plenum.Bacnet.Protocol.Services;
using Plenum.Bacnet.Protocol.Types;

namespace Plenum.Bacnet.Protocol.Tests.Services;

/// <summary>The examples of annex F.3 of services that change lists, objects and several properties, octet for octet in both directions.</summary>
public sealed class AnnexFObjectAccessTests
{
    private static readonly PropertyReference Members = new(new(ObjectType.Group, 3), PropertyId.ListOfGroupMembers);

    [Fact]
    public void Annex_F_3_1_AddListElement()
    {
        ListElementRequest request = new(Members, BacnetValue.List(Member(15, 0x55, 0x67)));

        Wire.BothWays("00 02 01 08  0C 02C00003 19 35 3E 0C 0000000F 1E 09 55 09 67 1F 3F", AnnexF.Request(1, ConfirmedService.AddListElement), request, request.Encode, ListElementRequest.TryDecode);
        AnnexF.IsSimpleAck("20 01 08", 1, ConfirmedService.AddListElement);
    }

    [Fact]
    public void Annex_F_3_2_RemoveListElement()
    {
        ListElementRequest remove = new(Members, BacnetValue.List([.. Member(12, 0x55, 0x67, 0x1C), .. Member(13, 0x55, 0x67, 0x1C)]));
        ListElementRequest add = new(Members, BacnetValue.List([.. Member(12, 0x55, 0x67), .. Member(13, 0x55, 0x67)]));

        Wire.BothWays("00 02 34 09  0C 02C00003 19 35 3E 0C 0000000C 1E 09 55 09 67 09 1C 1F 0C 0000000D 1E 09 55 09 67 09 1C 1F 3F", AnnexF.Request(52, ConfirmedService.RemoveListElement),
            remove, remove.Encode, ListElementRequest.TryDecode);
        AnnexF.IsSimpleAck("20 34 09", 52, ConfirmedService.RemoveListElement);
        Wire.BothWays("00 02 35 08  0C 02C00003 19 35 3E 0C 0000000C 1E 09 55 09 67 1F 0C 0000000D 1E 09 55 09 67 1F 3F", AnnexF.Request(53, ConfirmedService.AddListElement),
            add, add.Encode, ListElementRequest.TryDecode);
        AnnexF.IsSimpleAck("20 35 08", 53, ConfirmedService.AddListElement);
    }

    [Fact]
    public void Annex_F_3_3_CreateObject()
    {
        CreateObjectRequest request = new(ObjectType.File, InitialValues:
        [
            new(PropertyId.ObjectName, BacnetValue.CharacterString("Trend 1")),
            new(PropertyId.FileAccessMethod, BacnetValue.Enumerated((uint)FileAccessMethod.RecordAccess)),
        ]);

        Wire.BothWays("00 04 56 0A  0E 09 0A 0F 1E 09 4D 2E 75 08 00 5472656E642031 2F 09 29 2E 91 00 2F 1F", AnnexF.Request(86, ConfirmedService.CreateObject, octets: 1024),
            request, request.Encode, CreateObjectRequest.TryDecode);
        Wire.BothWays("30 56 0A  C4 0280000D", AnnexF.Ack(86, ConfirmedService.CreateObject), new ObjectId(ObjectType.File, 13),
            (ref writer) => ObjectMessage.Encode(ref writer, new(ObjectType.File, 13)), ObjectMessage.TryDecode);
    }

    [Fact]
    public void Annex_F_3_4_DeleteObject()
    {
        ObjectId allowed = new(ObjectType.Group, 6), protectedGroup = new(ObjectType.Group, 7);
        BacnetError error = new(ErrorClass.Object, ErrorCode.ObjectDeletionNotPermitted);

        Wire.BothWays("00 04 57 0B  C4 02C00006", AnnexF.Request(87, ConfirmedService.DeleteObject, octets: 1024), allowed, (ref writer) => ObjectMessage.Encode(ref writer, allowed), ObjectMessage.TryDecode);
        AnnexF.IsSimpleAck("20 57 0B", 87, ConfirmedService.DeleteObject);
        Wire.BothWays("00 04 58 0B  C4 02C00007", AnnexF.Request(88, ConfirmedService.DeleteObject, octets: 1024), protectedGroup, (ref writer) => ObjectMessage.Encode(ref writer, protectedGroup), ObjectMessage.TryDecode);
        Wire.BothWays("50 58 0B  91 01 91 17", AnnexF.Error(88, ConfirmedService.DeleteObject), error, (ref writer) => ErrorReply.Encode(ref writer, error), ErrorReply.TryDecode);
    }

    [Fact]
    public void Annex_F_3_8_ReadRange()
    {
        PropertyReference log = new(new(ObjectType.TrendLog, 1), PropertyId.LogBuffer);
        ReadRangeRequest request = new(log, ItemRange.ByTime(new(new(98, 3, 23, 1), new(19, 52, 34, 0)), 4));
        var items = Octets.Of("0E A4 62031701 B4 13361B00 0F 1E 2C 41900000 1F 2A 0400  0E A4 62031701 B4 13381B00 0F 1E 2C 4190CCCD 1F 2A 0400");
        ReadRangeAck ack = new(log, ResultFlags.FirstItem | ResultFlags.LastItem, 2, [.. items], FirstSequenceNumber: 79201);

        Wire.BothWays("02 02 01 1A  0C 05000001 19 83 7E A4 62031701 B4 13342200 31 04 7F", AnnexF.Request(1, ConfirmedService.ReadRange) with { SegmentedResponseAccepted = true },
            request, request.Encode, ReadRangeRequest.TryDecode);
        Wire.BothWays($"30 01 1A  0C 05000001 19 83 3A 05C0 49 02 5E {Convert.ToHexString(items)} 5F 6B 013561", AnnexF.Ack(1, ConfirmedService.ReadRange),
            ack, ack.Encode, ReadRangeAck.TryDecode);
    }

    [Fact]
    public void Annex_F_3_10_WritePropertyMultiple()
    {
        WritePropertyMultipleRequest request = new([Setpoint(5, 67), Setpoint(6, 67), Setpoint(7, 72)]);

        Wire.BothWays("00 04 01 10  0C 00800005 1E 09 55 2E 44 42860000 2F 1F  0C 00800006 1E 09 55 2E 44 42860000 2F 1F  0C 00800007 1E 09 55 2E 44 42900000 2F 1F",
            AnnexF.Request(1, ConfirmedService.WritePropertyMultiple, octets: 1024), request, request.Encode, WritePropertyMultipleRequest.TryDecode);
        AnnexF.IsSimpleAck("20 01 10", 1, ConfirmedService.WritePropertyMultiple);
    }

    [Fact]
    public void Annex_F_3_11_WriteGroup()
    {
        WriteGroupRequest numbers = new(23, 8, [new(268, BacnetValue.Unsigned(1111)), new(269, BacnetValue.Unsigned(2222))]);
        WriteGroupRequest reals = new(23, 8, [new(12, BacnetValue.Real(67)), new(13, BacnetValue.Real(72))], InhibitDelay: true);
        WriteGroupRequest mixed = new(23, 8, [new(12, BacnetValue.Unsigned(1111)), new(13, BacnetValue.CharacterString("ABC"), OverridingPriority: 10)]);

        IsWriteGroup("10 0A  09 17 19 08 2E 0A 010C 22 0457 0A 010D 22 08AE 2F", numbers);
        IsWriteGroup("10 0A  09 17 19 08 2E 09 0C 44 42860000 09 0D 44 42900000 2F 39 01", reals);
        IsWriteGroup("10 0A  09 17 19 08 2E 09 0C 22 0457 09 0D 19 0A 74 00 414243 2F", mixed);
    }

    private static void IsWriteGroup(string hex, WriteGroupRequest request) =>
        Wire.BothWays(hex, AnnexF.Unconfirmed(UnconfirmedService.WriteGroup), request, request.Encode, WriteGroupRequest.TryDecode);

    /// <summary>A ReadAccessSpecification, as a tree.</summary>
    private static BacnetValue[] Member(byte input, params byte[] properties) =>
        [BacnetValue.ContextPrimitive(0, [0, 0, 0, input]), BacnetValue.Constructed(1, [.. properties.Select(property => BacnetValue.ContextPrimitive(0, [property]))])];

    private static WriteAccessSpecification Setpoint(uint value, float real) =>
        new(new(ObjectType.AnalogValue, value), [new(PropertyId.PresentValue, BacnetValue.Real(real))]);
}
