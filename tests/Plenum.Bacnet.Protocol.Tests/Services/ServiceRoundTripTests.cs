using CsCheck;
using Plenum.Bacnet.Protocol.Services;
using Plenum.Bacnet.Protocol.Types;

namespace Plenum.Bacnet.Protocol.Tests.Services;

/// <summary>Whatever a message can carry is written and read back the same.</summary>
public sealed class ServiceRoundTripTests
{
    private static readonly int Runs = Effort.Runs(500);

    private static readonly Gen<uint> Instance = Gen.UInt[0, ObjectId.AnyInstance];
    private static readonly Gen<WhoIsRequest> Range = Gen.OneOf(Gen.Const(default(WhoIsRequest)), Gen.Select(Instance, Instance, (low, high) => new WhoIsRequest(low, high)));
    private static readonly Gen<PropertyResult> Result = Gen.OneOf(Any.PropertyValue.Select(value => new PropertyResult(value)), Any.Error.Select(error => new PropertyResult(error)));

    [Fact]
    public void Who_is() => Range.Sample(request => ReadsBack(request, request.Encode, WhoIsRequest.TryDecode), iter: Runs);

    [Fact]
    public void I_am() => Gen.Select(Instance, Gen.UInt, Gen.Byte[0, 3], Gen.UShort)
        .Select((instance, size, segmentation, vendor) => new IAmRequest(new(ObjectType.Device, instance), size, (Segmentation)segmentation, vendor))
        .Sample(request => ReadsBack(request, request.Encode, IAmRequest.TryDecode), iter: Runs);

    [Fact]
    public void Who_has() => Gen.Select(Range, Any.ObjectId, Any.Text, Gen.Bool)
        .Select((devices, id, name, byName) => byName ? new WhoHasRequest(devices, null, name) : new WhoHasRequest(devices, id, null))
        .Sample(request => ReadsBack(request, request.Encode, WhoHasRequest.TryDecode), iter: Runs);

    [Fact]
    public void I_have() => Gen.Select(Any.ObjectId, Any.ObjectId, Any.Text, (device, id, name) => new IHaveRequest(device, id, name))
        .Sample(request => ReadsBack(request, request.Encode, IHaveRequest.TryDecode), iter: Runs);

    [Fact]
    public void Read_property() => Any.Reference.Select(target => new ReadPropertyRequest(target))
        .Sample(request => ReadsBack(request, request.Encode, ReadPropertyRequest.TryDecode), iter: Runs);

    [Fact]
    public void Read_property_ack() => Gen.Select(Any.Reference, Any.PropertyValue, (target, value) => new ReadPropertyAck(target, value))
        .Sample(ack => ReadsBack(ack, ack.Encode, ReadPropertyAck.TryDecode), iter: Runs);

    [Fact]
    public void Write_property() => Gen.Select(Any.Reference, Any.PropertyValue, Gen.Byte[1, 16].Nullable(), (target, value, priority) => new WritePropertyRequest(target, value, priority))
        .Sample(request => ReadsBack(request, request.Encode, WritePropertyRequest.TryDecode), iter: Runs);

    [Fact]
    public void An_error() => Any.Error
        .Sample(error => ReadsBack(error, (ref writer) => ErrorReply.Encode(ref writer, error), ErrorReply.TryDecode), iter: Runs);

    [Fact]
    public void Read_property_multiple() => Any.Reference.Array[0, 20].Select(SomeOfOneObject)
        .Sample(targets => ReadsBackList(targets, (ref writer) => ReadPropertyMultipleRequest.Encode(ref writer, targets), Wire.TryDecodeRequest), iter: Runs);

    [Fact]
    public void Read_property_multiple_ack() => Gen.Select(Any.Reference, Result).Array[0, 8]
        .Sample(results => ReadsBackList(results, (ref writer) => Wire.WriteAck(ref writer, results), Wire.TryDecodeAck), iter: Runs);

    /// <summary>Every other reference takes the object of the one before it, as a poll's do.</summary>
    private static PropertyReference[] SomeOfOneObject(PropertyReference[] targets) =>
        [.. targets.Select((target, place) => place % 2 == 0 ? target : target with { Object = targets[place - 1].Object })];

    private static bool ReadsBack<T>(T message, Octets.Write encode, Wire.TryDecode<T> decode) where T : IEquatable<T> =>
        decode(Octets.Written(encode, room: 100_000), out var read, out _) && read.Equals(message);

    private static bool ReadsBackList<T>(T[] messages, Octets.Write encode, Wire.TryDecode<List<T>> decode) =>
        decode(Octets.Written(encode, room: 100_000), out var read, out _) && read.SequenceEqual(messages);
}
