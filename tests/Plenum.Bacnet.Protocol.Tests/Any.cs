using CsCheck;
using Plenum.Bacnet.Protocol.Links;
using Plenum.Bacnet.Protocol.Types;

namespace Plenum.Bacnet.Protocol.Tests;

/// <summary>Generators of everything that a message can carry.</summary>
internal static class Any
{
    public static readonly Gen<ObjectId> ObjectId = Gen.UInt.Select(packed => new ObjectId(packed));

    public static readonly Gen<PropertyReference> Reference =
        Gen.Select(ObjectId, Gen.UInt[0, 4194303], Gen.UInt.Nullable(), (id, property, index) => new PropertyReference(id, (PropertyId)property, index));

    public static readonly Gen<BitString> BitString = Gen.Select(Gen.Byte.Array[25], Gen.Int[0, 200], (octets, length) => new BitString(octets, length));

    /// <summary>Text of every plane, without the lone surrogates that no encoding can carry.</summary>
    public static readonly Gen<string> Text = Gen.OneOf(Gen.Int[0, 0x7F], Gen.Int[0x80, 0xD7FF], Gen.Int[0xE000, 0x10FFFF])
        .Array[0, 40].Select(runes => string.Concat(runes.Select(char.ConvertFromUtf32)));

    /// <summary>A value of each application type, to the last bit: NaNs with their payload, wildcards, any octets.</summary>
    public static readonly Gen<BacnetValue> Primitive = Gen.OneOf(
        Gen.Const(BacnetValue.Null),
        Gen.Bool.Select(BacnetValue.Boolean),
        Gen.ULong.Select(BacnetValue.Unsigned),
        Gen.Long.Select(BacnetValue.Signed),
        Gen.UInt.Select(bits => BacnetValue.Real(BitConverter.UInt32BitsToSingle(bits))),
        Gen.ULong.Select(bits => BacnetValue.Double(BitConverter.UInt64BitsToDouble(bits))),
        Gen.Byte.Array[0, 300].Select(BacnetValue.OctetString),
        Text.Select(BacnetValue.CharacterString),
        Text.Select(text => BacnetValue.CharacterString(new EncodedText(text, CharacterSet.Ucs2))),
        BitString.Select(BacnetValue.BitString),
        Gen.UInt.Select(BacnetValue.Enumerated),
        Gen.UInt.Select(packed => BacnetValue.Date(new BacnetDate(packed))),
        Gen.UInt.Select(packed => BacnetValue.Time(new BacnetTime(packed))),
        ObjectId.Select(BacnetValue.Object));

    /// <summary>A primitive, context-tagged octets, or a tree of such values five levels deep.</summary>
    public static readonly Gen<BacnetValue> Element = Tree(5);

    /// <summary>What a property can hold: one value, none, or several.</summary>
    public static readonly Gen<BacnetValue> PropertyValue =
        Element.Array[0, 4].Select(elements => elements.Length == 1 ? elements[0] : BacnetValue.List(elements));

    public static readonly Gen<BacnetError> Error =
        Gen.Select(Gen.UShort, Gen.UShort, (@class, code) => new BacnetError((ErrorClass)@class, (ErrorCode)code));

    public static readonly Gen<NetworkAddress> Remote =
        Gen.Select(Gen.UShort[1, 65534], Gen.ULong, Gen.Byte[1, NetworkAddress.MaxMacLength], (network, mac, length) =>
            new NetworkAddress(network, mac >> (64 - (8 * length)), length));

    private static Gen<BacnetValue> Tree(int levels)
    {
        var context = Gen.Select(Gen.Byte[0, 254], Gen.Byte.Array[0, 8], BacnetValue.ContextPrimitive);
        if (levels == 0) return Gen.OneOf(Primitive, context);
        var inner = Tree(levels - 1).Array[0, 3];
        return Gen.OneOf(Primitive, context, Gen.Select(Gen.Byte[0, 254], inner, (tag, elements) => BacnetValue.Constructed(tag, elements)));
    }
}
