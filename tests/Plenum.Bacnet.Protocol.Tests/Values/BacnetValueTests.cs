using CsCheck;
using Plenum.Bacnet.Protocol.Types;

namespace Plenum.Bacnet.Protocol.Tests.Values;

public sealed class BacnetValueTests
{
    public static TheoryData<BacnetValue, BacnetKind, string, double?> Examples => new()
    {
        { BacnetValue.Null, BacnetKind.Null, "null", null },
        { BacnetValue.Boolean(true), BacnetKind.Boolean, "true", 1 },
        { BacnetValue.Boolean(false), BacnetKind.Boolean, "false", 0 },
        { BacnetValue.Unsigned(ulong.MaxValue), BacnetKind.Unsigned, "18446744073709551615", 18446744073709551615.0 },
        { BacnetValue.Signed(-72), BacnetKind.Signed, "-72", -72 },
        { BacnetValue.Signed(long.MinValue), BacnetKind.Signed, "-9223372036854775808", -9223372036854775808.0 },
        { BacnetValue.Real(21.3f), BacnetKind.Real, "21.3", 21.299999237060547 },
        { BacnetValue.Real(float.NaN), BacnetKind.Real, "NaN", double.NaN },
        { BacnetValue.Double(-1e-9), BacnetKind.Double, "-1E-09", -1e-9 },
        { BacnetValue.Double(double.NegativeInfinity), BacnetKind.Double, "-Infinity", double.NegativeInfinity },
        { BacnetValue.OctetString([0x12, 0x34, 0xFF]), BacnetKind.OctetString, "1234ff", null },
        { BacnetValue.CharacterString("21.3"), BacnetKind.CharacterString, "21.3", null },
        { BacnetValue.BitString(new BitString(0b0101, 4)), BacnetKind.BitString, "1010", null },
        { BacnetValue.Enumerated(uint.MaxValue), BacnetKind.Enumerated, "4294967295", 4294967295 },
        { BacnetValue.Date(new BacnetDate(126, 11, 255, 255)), BacnetKind.Date, "2026-11-*", null },
        { BacnetValue.Time(new BacnetTime(8, 30, 255, 255)), BacnetKind.Time, "08:30:*.*", null },
        { BacnetValue.Object(new ObjectId(ObjectType.AnalogInput, 1)), BacnetKind.ObjectId, "analogInput:1", null },
        { BacnetValue.List([BacnetValue.Unsigned(1), BacnetValue.Null]), BacnetKind.List, "[1, null]", null },
        { BacnetValue.List([]), BacnetKind.List, "[]", null },
        { BacnetValue.Constructed(3, [BacnetValue.Real(1), BacnetValue.Boolean(true)]), BacnetKind.Constructed, "[3]{1, true}", null },
        { BacnetValue.ContextPrimitive(7, [0xAB]), BacnetKind.ContextPrimitive, "[7]ab", null },
    };

    [Theory]
    [MemberData(nameof(Examples))]
    public void A_value_knows_its_kind_its_text_and_its_number(BacnetValue value, BacnetKind kind, string text, double? number) =>
        Assert.Equal((kind, text, number), (value.Kind, value.ToString(), value.ToNumber()));

    [Fact]
    public void What_was_put_in_comes_out()
    {
        Assert.True(BacnetValue.Boolean(true).AsBoolean);
        Assert.Equal(ulong.MaxValue, BacnetValue.Unsigned(ulong.MaxValue).AsUnsigned);
        Assert.Equal(long.MinValue, BacnetValue.Signed(long.MinValue).AsSigned);
        Assert.Equal(21.3f, BacnetValue.Real(21.3f).AsReal);
        Assert.Equal(0.1, BacnetValue.Double(0.1).AsDouble);
        Assert.Equal([1, 2], BacnetValue.OctetString([1, 2]).AsOctetString);
        Assert.Equal("°C", BacnetValue.CharacterString("°C").AsCharacterString);
        Assert.Equal(uint.MaxValue, BacnetValue.Enumerated(uint.MaxValue).AsEnumerated);
        Assert.Equal(new BacnetDate(0xFF0D22FF), BacnetValue.Date(new BacnetDate(0xFF0D22FF)).AsDate);
        Assert.Equal(new BacnetTime(0xFF173B63), BacnetValue.Time(new BacnetTime(0xFF173B63)).AsTime);
        Assert.Equal(ObjectId.AnyDevice, BacnetValue.Object(ObjectId.AnyDevice).AsObjectId);
        Assert.Equal((byte)254, BacnetValue.Constructed(254, []).ContextTag);
        Assert.Equal([7], BacnetValue.ContextPrimitive(3, [7]).ContextOctets);
        Assert.Equal((byte)3, BacnetValue.ContextPrimitive(3, [7]).ContextTag);
    }

    [Fact]
    public void A_value_is_not_taken_for_another_kind()
    {
        foreach (var (value, kind, _, _) in Examples.Select(row => row.Data)) IsOnly(value, kind);
    }

    [Fact]
    public void Values_are_equal_when_kind_and_every_bit_are()
    {
        BacnetValue one = BacnetValue.List([BacnetValue.Unsigned(1), BacnetValue.Constructed(2, [BacnetValue.OctetString([1])])]);
        BacnetValue same = BacnetValue.List((BacnetValue[])[BacnetValue.Unsigned(1), BacnetValue.Constructed(2, [BacnetValue.OctetString([1])])]);

        Assert.True(one == same && one.Equals((object)same) && !(one != same));
        Assert.Equal(one.GetHashCode(), same.GetHashCode());
        Assert.Equal(BacnetValue.Real(float.NaN), BacnetValue.Real(float.NaN));
        Assert.Equal(default, BacnetValue.Null);
    }

    [Fact]
    public void Values_that_look_alike_are_not_equal()
    {
        BacnetValue[] different =
        [
            BacnetValue.Null, BacnetValue.Boolean(false), BacnetValue.Unsigned(0), BacnetValue.Signed(0), BacnetValue.Real(0), BacnetValue.Real(-0f),
            BacnetValue.Double(0), BacnetValue.Double(-0d), BacnetValue.Enumerated(0), BacnetValue.Date(default), BacnetValue.Time(default), BacnetValue.Object(default),
            BacnetValue.BitString(new BitString(0, 0)), BacnetValue.BitString(new BitString(0, 1)), BacnetValue.BitString(new BitString(new byte[25], 199)),
            BacnetValue.BitString(new BitString(new byte[25], 200)), BacnetValue.OctetString([]), BacnetValue.OctetString([0]), BacnetValue.CharacterString(""),
            BacnetValue.CharacterString("0"), BacnetValue.List([]), BacnetValue.List([BacnetValue.Null]), BacnetValue.Constructed(0, []), BacnetValue.Constructed(1, []),
            BacnetValue.Constructed(0, [BacnetValue.Null]), BacnetValue.ContextPrimitive(0, []), BacnetValue.ContextPrimitive(1, []), BacnetValue.ContextPrimitive(0, [0]),
        ];

        for (var i = 0; i < different.Length; i++)
            for (var j = 0; j < different.Length; j++)
                Assert.True((different[i] == different[j]) == (i == j), $"{different[i].Kind} {different[i]} and {different[j].Kind} {different[j]}");
    }

    [Fact]
    public void Equal_values_have_equal_hashes() => Any.PropertyValue.Sample(value =>
    {
        var copy = Copy(value);
        return value == copy && value.GetHashCode() == copy.GetHashCode();
    });

    /// <summary>Asserts that a value can be taken for its own kind and for no other.</summary>
    private static void IsOnly(BacnetValue value, BacnetKind kind)
    {
        (BacnetKind[] Kinds, Func<object> Read)[] readers =
        [
            ([BacnetKind.Boolean], () => value.AsBoolean), ([BacnetKind.Unsigned], () => value.AsUnsigned), ([BacnetKind.Signed], () => value.AsSigned),
            ([BacnetKind.Real], () => value.AsReal), ([BacnetKind.Double], () => value.AsDouble), ([BacnetKind.OctetString], () => value.AsOctetString),
            ([BacnetKind.CharacterString], () => value.AsCharacterString), ([BacnetKind.BitString], () => value.AsBitString), ([BacnetKind.Enumerated], () => value.AsEnumerated),
            ([BacnetKind.Date], () => value.AsDate), ([BacnetKind.Time], () => value.AsTime), ([BacnetKind.ObjectId], () => value.AsObjectId),
            ([BacnetKind.List, BacnetKind.Constructed], () => value.Elements), ([BacnetKind.Constructed, BacnetKind.ContextPrimitive], () => value.ContextTag),
            ([BacnetKind.ContextPrimitive], () => value.ContextOctets),
        ];

        foreach (var (kinds, read) in readers)
        {
            if (kinds.Contains(kind)) Assert.NotNull(read());
            else Assert.Contains($"this value is {kind}, not", Assert.Throws<InvalidOperationException>(read).Message, StringComparison.Ordinal);
        }
    }

    private static BacnetValue Copy(BacnetValue value) => value.Kind switch
    {
        BacnetKind.List => BacnetValue.List([.. value.Elements.Select(Copy)]),
        BacnetKind.Constructed => BacnetValue.Constructed(value.ContextTag, [.. value.Elements.Select(Copy)]),
        BacnetKind.ContextPrimitive => BacnetValue.ContextPrimitive(value.ContextTag, [.. value.ContextOctets]),
        BacnetKind.OctetString => BacnetValue.OctetString([.. value.AsOctetString]),
        BacnetKind.CharacterString when value.AsEncodedText is { } encoded => BacnetValue.CharacterString(new EncodedText(encoded.Content)),
        BacnetKind.CharacterString => BacnetValue.CharacterString(new string(value.AsCharacterString.AsSpan())),
        BacnetKind.BitString => BacnetValue.BitString(value.AsBitString),
        _ => value,
    };
}
