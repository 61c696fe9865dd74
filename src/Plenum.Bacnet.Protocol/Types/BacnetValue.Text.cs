using System.Globalization;

namespace Plenum.Bacnet.Protocol.Types;

public readonly partial struct BacnetValue
{
    /// <summary>The value as a person reads it: numbers plain, lists in brackets, unknown octets in hexadecimal.</summary>
    public override string ToString() => Kind switch
    {
        BacnetKind.Null => "null",
        BacnetKind.Boolean => AsBoolean ? "true" : "false",
        BacnetKind.Unsigned or BacnetKind.Enumerated => _bits.ToString(CultureInfo.InvariantCulture),
        BacnetKind.Signed => AsSigned.ToString(CultureInfo.InvariantCulture),
        BacnetKind.Real => AsReal.ToString(CultureInfo.InvariantCulture),
        BacnetKind.Double => AsDouble.ToString(CultureInfo.InvariantCulture),
        BacnetKind.OctetString => Convert.ToHexStringLower(AsOctetString),
        BacnetKind.CharacterString => AsCharacterString,
        BacnetKind.BitString => AsBitString.ToString(),
        BacnetKind.Date => AsDate.ToString(),
        BacnetKind.Time => AsTime.ToString(),
        BacnetKind.ObjectId => AsObjectId.ToString(),
        BacnetKind.List => "[" + string.Join(", ", Elements) + "]",
        BacnetKind.Constructed => $"[{_tag}]{{" + string.Join(", ", Elements) + "}",
        _ => $"[{_tag}]{Convert.ToHexStringLower(ContextOctets)}",
    };

    /// <summary>The number in the value, if it is one: a truth is 0 or 1, an enumeration its number.</summary>
    public double? ToNumber() => Kind switch
    {
        BacnetKind.Boolean or BacnetKind.Unsigned or BacnetKind.Enumerated => _bits,
        BacnetKind.Signed => AsSigned,
        BacnetKind.Real => AsReal,
        BacnetKind.Double => AsDouble,
        _ => null,
    };
}
