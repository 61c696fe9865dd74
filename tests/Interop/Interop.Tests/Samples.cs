using System.Globalization;
using Plenum.Bacnet.Protocol.Types;

namespace Interop.Tests;

/// <summary>One value and more of every primitive type, each a property of one object.</summary>
internal static class Samples
{
    private const int FirstProprietary = 512;

    public static readonly ObjectId Object = new(ObjectType.AnalogValue, 7);

    public static IReadOnlyList<(PropertyReference Target, BacnetValue Value)> All { get; } =
    [
        .. new[]
        {
            BacnetValue.Null,
            BacnetValue.Boolean(true), BacnetValue.Boolean(false),
            BacnetValue.Unsigned(0), BacnetValue.Unsigned(255), BacnetValue.Unsigned(256), BacnetValue.Unsigned(65_536), BacnetValue.Unsigned(uint.MaxValue),
            BacnetValue.Signed(0), BacnetValue.Signed(-1), BacnetValue.Signed(127), BacnetValue.Signed(-129), BacnetValue.Signed(-8_388_607), BacnetValue.Signed(int.MinValue),
            BacnetValue.Real(21.5f), BacnetValue.Real(-0.1f), BacnetValue.Real(float.MaxValue),
            BacnetValue.Double(Math.PI), BacnetValue.Double(-1e300),
            BacnetValue.OctetString([0, 1, 0xFE, 0xFF]),
            BacnetValue.CharacterString("Zuluft Büro 3 – 21 °C"), BacnetValue.CharacterString(""), BacnetValue.CharacterString(new string('x', 300)),
            BacnetValue.BitString(new(0b0101, 4)), BacnetValue.BitString(new(0x1234567890, 40)),
            BacnetValue.Enumerated(62), BacnetValue.Enumerated(1000),
            BacnetValue.Date(new(126, 11, 22, 7)),
            BacnetValue.Time(new(23, 59, 7, 50)),
            BacnetValue.Object(new(ObjectType.TrendLog, 4_194_302)),
        }.Select((value, index) => (new PropertyReference(Object, (PropertyId)(FirstProprietary + index)), value)),
    ];

    /// <summary>Those that a stack can be asked about. node-bacnet 0.2.4 writes the month of a date one too low, and does not read a CharacterString of more than 256 octets.</summary>
    public static IReadOnlyList<(PropertyReference Target, BacnetValue Value)> For(string stack) => stack != "node-bacnet"
        ? All
        : [.. All.Where(sample => sample.Value.Kind != BacnetKind.Date && sample.Value != BacnetValue.CharacterString(new string('x', 300)))];

    /// <summary>A value as the scripts beside this project write it: the number of its application tag, and what it says.</summary>
    public static string Text(BacnetValue value) => string.Create(CultureInfo.InvariantCulture, $"{(int)value.Kind}:{Content(value)}");

    private static string Content(BacnetValue value) => value.Kind switch
    {
        BacnetKind.Null => "",
        BacnetKind.Boolean => value.AsBoolean ? "true" : "false",
        BacnetKind.Unsigned => value.AsUnsigned.ToString(CultureInfo.InvariantCulture),
        BacnetKind.Signed => value.AsSigned.ToString(CultureInfo.InvariantCulture),
        BacnetKind.Real => Ecma(value.AsReal),
        BacnetKind.Double => Ecma(value.AsDouble),
        BacnetKind.OctetString => Convert.ToHexStringLower(value.AsOctetString),
        BacnetKind.CharacterString => value.AsCharacterString,
        BacnetKind.BitString => value.AsBitString.ToString(),
        BacnetKind.Enumerated => value.AsEnumerated.ToString(CultureInfo.InvariantCulture),
        BacnetKind.Date => value.AsDate.ToString(),
        BacnetKind.Time => value.AsTime.ToString(),
        BacnetKind.ObjectId => string.Create(CultureInfo.InvariantCulture, $"{(uint)value.AsObjectId.Type}:{value.AsObjectId.Instance}"),
        _ => throw new ArgumentOutOfRangeException(nameof(value), value.Kind, "not a primitive type"),
    };

    /// <summary>A number as ECMAScript writes it, which knows doubles only.</summary>
    private static string Ecma(double number) => number.ToString("R", CultureInfo.InvariantCulture).Replace("E", "e", StringComparison.Ordinal);
}
