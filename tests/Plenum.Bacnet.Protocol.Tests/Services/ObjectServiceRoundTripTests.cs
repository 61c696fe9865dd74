using CsCheck;
using Plenum.Bacnet.Protocol.Constructed;
using Plenum.Bacnet.Protocol.Services;
using Plenum.Bacnet.Protocol.Tests.Constructed;
using Plenum.Bacnet.Protocol.Types;

namespace Plenum.Bacnet.Protocol.Tests.Services;

/// <summary>Whatever a message about data, lists, objects or files can carry is written and read back the same.</summary>
public sealed class ObjectServiceRoundTripTests
{
    private static readonly int Runs = Effort.Runs(300);

    private static readonly Gen<byte?> Priority = Gen.Byte[1, 16].Nullable();
    private static readonly Gen<WriteAccessSpecification> Specification = Gen.Select(Any.ObjectId, AnyConstructed.Several(AnyConstructed.Value), (id, values) => new WriteAccessSpecification(id, values));
    private static readonly Gen<GroupChannelValue> Change =
        Gen.Select(Gen.UShort, Any.Primitive, Priority, (channel, value, priority) => new GroupChannelValue(channel, value, priority));
    private static readonly Gen<short> Count = Gen.Short.Where(count => count != 0);
    private static readonly Gen<ItemRange> Range = Gen.OneOf(
        Gen.Const(ItemRange.All),
        Gen.Select(Gen.UInt, Count, ItemRange.ByPosition),
        Gen.Select(Gen.UInt, Count, ItemRange.BySequenceNumber),
        Gen.Select(AnyConstructed.Moment, Count, ItemRange.ByTime));
    private static readonly Gen<FileContent> Content = Gen.OneOf(
        Gen.Select(Gen.Int, Gen.Byte.Array[0, 600], (start, octets) => FileContent.OfStream(start, octets)),
        Gen.Select(Gen.Int, AnyConstructed.Several(AnyConstructed.Mac), (start, records) => FileContent.OfRecords(start, records)));
    private static readonly Gen<FileAccessMethod> Access = Gen.Bool.Select(stream => stream ? FileAccessMethod.StreamAccess : FileAccessMethod.RecordAccess);
    private static readonly Gen<PrivateTransfer> Transfer =
        Gen.Select(Gen.UShort, Gen.UInt, Any.PropertyValue.Nullable(), (vendor, service, parameters) => new PrivateTransfer(vendor, service, parameters));
    private static readonly Gen<string?> Password = Gen.Char['!', '~'].Array[0, 20].Select(characters => characters.Length == 0 ? null : new string(characters));
    private static readonly Gen<WhoAmIRequest> Identity = Gen.Select(Gen.UShort, Any.Text, Any.Text, (vendor, model, serial) => new WhoAmIRequest(vendor, model, serial));

    [Fact]
    public void Write_property_multiple() => AnyConstructed.Several(Specification).Select(specifications => new WritePropertyMultipleRequest(specifications))
        .Sample(request => ReadsBack(request, request.Encode, WritePropertyMultipleRequest.TryDecode), iter: Runs);

    [Fact]
    public void Write_property_multiple_error() => Gen.Select(Any.Error, Any.Reference, (error, target) => new WritePropertyMultipleError(error, target))
        .Sample(refusal => ReadsBack(refusal, refusal.Encode, WritePropertyMultipleError.TryDecode), iter: Runs);

    [Fact]
    public void List_elements() => Gen.Select(Any.Reference, Any.PropertyValue, (target, elements) => new ListElementRequest(target, elements))
        .Sample(request => ReadsBack(request, request.Encode, ListElementRequest.TryDecode), iter: Runs);

    [Fact]
    public void An_error_of_an_element() => Gen.Select(Any.Error, Gen.UInt, (error, element) => new ElementError(error, element))
        .Sample(refusal => ReadsBack(refusal, refusal.Encode, ElementError.TryDecode), iter: Runs);

    [Fact]
    public void Create_object() => Gen.Select(Any.ObjectId, Gen.Bool, Gen.Bool, AnyConstructed.Several(AnyConstructed.Value))
        .Select((id, chosen, initialized, values) => new CreateObjectRequest(id.Type, chosen ? id.Instance : null, initialized ? values : null))
        .Sample(request => ReadsBack(request, request.Encode, CreateObjectRequest.TryDecode), iter: Runs);

    [Fact]
    public void An_object() => Any.ObjectId
        .Sample(id => ReadsBack(id, (ref writer) => ObjectMessage.Encode(ref writer, id), ObjectMessage.TryDecode), iter: Runs);

    [Fact]
    public void Read_range() => Gen.Select(Any.Reference, Range, (target, range) => new ReadRangeRequest(target, range))
        .Sample(request => ReadsBack(request, request.Encode, ReadRangeRequest.TryDecode), iter: Runs);

    [Fact]
    public void Read_range_ack() => Gen.Select(Any.Reference, Gen.Byte[0, 7], Any.Element.Array[0, 5], Gen.UInt.Nullable())
        .Select((target, flags, items, first) => new ReadRangeAck(target, (ResultFlags)flags, (uint)items.Length,
            [.. Octets.Written((ref writer) => writer.WriteValue(BacnetValue.List(items)), room: 100_000)], first))
        .Sample(ack => ReadsBack(ack, ack.Encode, ReadRangeAck.TryDecode), iter: Runs);

    [Fact]
    public void Read_file() => Gen.Select(Any.ObjectId, Access, Gen.Int, Gen.UInt, (file, access, start, count) => new AtomicReadFileRequest(file, access, start, count))
        .Sample(request => ReadsBack(request, request.Encode, AtomicReadFileRequest.TryDecode), iter: Runs);

    [Fact]
    public void Read_file_ack() => Gen.Select(Gen.Bool, Content, (end, content) => new AtomicReadFileAck(end, content))
        .Sample(ack => ReadsBack(ack, ack.Encode, AtomicReadFileAck.TryDecode), iter: Runs);

    [Fact]
    public void Write_file() => Gen.Select(Any.ObjectId, Content, (file, content) => new AtomicWriteFileRequest(file, content))
        .Sample(request => ReadsBack(request, request.Encode, AtomicWriteFileRequest.TryDecode), iter: Runs);

    [Fact]
    public void Write_file_ack() => Gen.Select(Access, Gen.Int, (access, start) => new AtomicWriteFileAck(access, start))
        .Sample(ack => ReadsBack(ack, ack.Encode, AtomicWriteFileAck.TryDecode), iter: Runs);

    [Fact]
    public void Private_transfer() => Transfer
        .Sample(message => ReadsBack(message, message.Encode, PrivateTransfer.TryDecode), iter: Runs);

    [Fact]
    public void Private_transfer_error() => Gen.Select(Any.Error, Transfer, (error, transfer) => new PrivateTransferError(error, transfer))
        .Sample(refusal => ReadsBack(refusal, refusal.Encode, PrivateTransferError.TryDecode), iter: Runs);

    [Fact]
    public void Text_message() => Gen.Select(Any.ObjectId, Gen.Bool, Any.Text, Gen.Int[0, 2], Gen.UInt, Any.Text)
        .Select((source, urgent, text, kind, number, name) => new TextMessageRequest(source, urgent ? MessagePriority.Urgent : MessagePriority.Normal, text,
            kind == 1 ? number : null, kind == 2 ? name : null))
        .Sample(request => ReadsBack(request, request.Encode, TextMessageRequest.TryDecode), iter: Runs);

    [Fact]
    public void Device_communication_control() => Gen.Select(Gen.Byte[0, 2], Gen.UShort.Nullable(), Password)
        .Select((state, minutes, password) => new DeviceCommunicationControlRequest((DeviceCommunication)state, minutes, password))
        .Sample(request => ReadsBack(request, request.Encode, DeviceCommunicationControlRequest.TryDecode), iter: Runs);

    [Fact]
    public void Reinitialize_device() => Gen.Select(Gen.Byte[0, 7], Password, (state, password) => new ReinitializeDeviceRequest((ReinitializedState)state, password))
        .Sample(request => ReadsBack(request, request.Encode, ReinitializeDeviceRequest.TryDecode), iter: Runs);

    [Fact]
    public void Time_synchronization() => AnyConstructed.Moment.Select(time => new TimeSynchronizationRequest(time))
        .Sample(request => ReadsBack(request, request.Encode, TimeSynchronizationRequest.TryDecode), iter: Runs);

    [Fact]
    public void Write_group() => Gen.Select(Gen.UInt[1, uint.MaxValue], Gen.Byte[1, 16], AnyConstructed.Several(Change), Gen.Bool.Nullable())
        .Select((group, priority, changes, inhibit) => new WriteGroupRequest(group, priority, changes, inhibit))
        .Sample(request => ReadsBack(request, request.Encode, WriteGroupRequest.TryDecode), iter: Runs);

    [Fact]
    public void Who_am_i() => Identity.Sample(request => ReadsBack(request, request.Encode, WhoAmIRequest.TryDecode), iter: Runs);

    [Fact]
    public void You_are() => Gen.Select(Identity, Any.ObjectId.Nullable(), AnyConstructed.Mac.Nullable(), (identity, device, address) => new YouAreRequest(identity, device, address))
        .Sample(request => ReadsBack(request, request.Encode, YouAreRequest.TryDecode), iter: Runs);

    private static bool ReadsBack<T>(T message, Octets.Write encode, Wire.TryDecode<T> decode) where T : IEquatable<T> =>
        decode(Octets.Written(encode, room: 100_000), out var read, out _) && read.Equals(message);
}
