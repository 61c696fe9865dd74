using CsCheck;
using Plenum.Bacnet.Protocol.Constructed;
using Plenum.Bacnet.Protocol.Types;

namespace Plenum.Bacnet.Protocol.Tests.Constructed;

/// <summary>Generators of the constructed types that other ones are made of.</summary>
internal static class AnyConstructed
{
    public static readonly Gen<ushort> Number16 = Gen.UShort;

    public static readonly Gen<Sequence<byte>> Mac = Gen.Byte.Array[0, 18].Select(octets => Sequence.Create<byte>(octets));

    public static readonly Gen<BacnetDate> Date = Gen.UInt.Select(packed => new BacnetDate(packed));

    public static readonly Gen<BacnetTime> Time = Gen.UInt.Select(packed => new BacnetTime(packed));

    public static readonly Gen<BacnetDateTime> Moment = Gen.Select(Date, Time, (date, time) => new BacnetDateTime(date, time));

    public static readonly Gen<TimeStamp> Stamp = Gen.OneOf(
        Time.Select(time => new TimeStamp(time)),
        Gen.UInt.Select(number => new TimeStamp(number)),
        Moment.Select(moment => new TimeStamp(moment)));

    public static readonly Gen<BacnetAddress> Address = Gen.Select(Gen.UShort, Mac, (network, mac) => new BacnetAddress(network, mac));

    public static readonly Gen<Recipient> Recipient = Gen.OneOf(
        Any.ObjectId.Select(id => new Recipient(id)),
        Address.Select(address => new Recipient(null, address)));

    public static readonly Gen<RecipientProcess> Process = Gen.Select(Recipient, Gen.UInt, (recipient, id) => new RecipientProcess(recipient, id));

    public static readonly Gen<DeviceObjectPropertyReference> Reference =
        Gen.Select(Any.Reference, Any.ObjectId.Nullable(), (target, device) => new DeviceObjectPropertyReference(target, device));

    public static readonly Gen<DeviceObjectReference> Object =
        Gen.Select(Any.ObjectId, Any.ObjectId.Nullable(), (id, device) => new DeviceObjectReference(id, device));

    public static readonly Gen<BacnetPropertyValue> Value = Gen.Select(Gen.UInt, Gen.UInt.Nullable(), Any.PropertyValue, Gen.Byte[1, 16].Nullable(),
        (property, index, value, priority) => new BacnetPropertyValue((PropertyId)property, index, value, priority));

    public static readonly Gen<PropertyStates> States = Gen.OneOf(
        Gen.Bool.Select(truth => new PropertyStates(0, BacnetValue.Boolean(truth))),
        Gen.Select(Gen.Byte[1, 10], Gen.UInt, (choice, state) => new PropertyStates(choice, BacnetValue.Enumerated(state))),
        Gen.ULong.Select(number => new PropertyStates(11, BacnetValue.Unsigned(number))),
        Gen.Long.Select(number => new PropertyStates(41, BacnetValue.Signed(number))),
        Gen.Select(Gen.Byte[64, 254], Gen.Byte.Array[0, 6], (choice, octets) => new PropertyStates(choice, BacnetValue.ContextPrimitive(choice, octets))),
        Gen.Select(Gen.Byte[64, 254], Any.Primitive.Array[0, 3], (choice, values) => new PropertyStates(choice, BacnetValue.Constructed(choice, values))));

    public static Gen<Sequence<T>> Several<T>(Gen<T> one, int most = 4) => one.Array[0, most].Select(elements => Sequence.Create<T>(elements));
}
