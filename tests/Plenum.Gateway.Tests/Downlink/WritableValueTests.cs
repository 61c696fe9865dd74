using Plenum.Bacnet.Protocol.Types;
using Plenum.Gateway.Downlink;

namespace Plenum.Gateway.Tests.Downlink;

public sealed class WritableValueTests
{
    public static TheoryData<BacnetKind, string, BacnetValue> Good => new()
    {
        { BacnetKind.Real, "21.5", BacnetValue.Real(21.5f) },
        { BacnetKind.Real, "\" 2.5e1 \"", BacnetValue.Real(25) },
        { BacnetKind.Double, "0.1", BacnetValue.Double(0.1) },
        { BacnetKind.Double, "1e300", BacnetValue.Double(1e300) },
        { BacnetKind.Unsigned, "3", BacnetValue.Unsigned(3) },
        { BacnetKind.Unsigned, "3.0", BacnetValue.Unsigned(3) },
        { BacnetKind.Unsigned, "\"3\"", BacnetValue.Unsigned(3) },
        { BacnetKind.Unsigned, "9007199254740993", BacnetValue.Unsigned(9007199254740993) },
        { BacnetKind.Unsigned, "18446744073709551615", BacnetValue.Unsigned(ulong.MaxValue) },
        { BacnetKind.Signed, "-3", BacnetValue.Signed(-3) },
        { BacnetKind.Signed, "-9223372036854775808", BacnetValue.Signed(long.MinValue) },
        { BacnetKind.Boolean, "true", BacnetValue.Boolean(true) },
        { BacnetKind.Boolean, "\"off\"", BacnetValue.Boolean(false) },
        { BacnetKind.Enumerated, "true", BacnetValue.Enumerated(1) },
        { BacnetKind.Enumerated, "\"inactive\"", BacnetValue.Enumerated(0) },
        { BacnetKind.Enumerated, "4294967295", BacnetValue.Enumerated(uint.MaxValue) },
        { BacnetKind.Enumerated, "\"1\"", BacnetValue.Enumerated(1) },
        { BacnetKind.CharacterString, "\"Büro\"", BacnetValue.CharacterString("Büro") },
        { BacnetKind.CharacterString, "21.50", BacnetValue.CharacterString("21.50") },
        { BacnetKind.Real, "null", BacnetValue.Null },
        { BacnetKind.Enumerated, "\"NULL\"", BacnetValue.Null },
    };

    [Theory, MemberData(nameof(Good))]
    public void The_propertys_kind_decides_what_is_written(BacnetKind kind, string json, BacnetValue expected)
    {
        var (value, problem) = WritableValue.Make(kind, CommandLan.Json(json));

        Assert.Null(problem);
        Assert.Equal(expected, value);
    }

    [Theory]
    [InlineData(BacnetKind.Real, "\"warm\"")]
    [InlineData(BacnetKind.Real, "true")]
    [InlineData(BacnetKind.Real, "{}")]
    [InlineData(BacnetKind.Real, "[21.5]")]
    [InlineData(BacnetKind.Real, "1e39")] // larger than a REAL can be
    [InlineData(BacnetKind.Real, "-1e39")]
    [InlineData(BacnetKind.Real, "1e999")]
    [InlineData(BacnetKind.Real, "\"NaN\"")]
    [InlineData(BacnetKind.Real, "\"Infinity\"")]
    [InlineData(BacnetKind.Double, "1e999")]
    [InlineData(BacnetKind.Double, "\"-Infinity\"")]
    [InlineData(BacnetKind.Real, null)]
    [InlineData(BacnetKind.Unsigned, "-1")]
    [InlineData(BacnetKind.Unsigned, "1.5")]
    [InlineData(BacnetKind.Unsigned, "18446744073709551616")]
    [InlineData(BacnetKind.Unsigned, "1e999")]
    [InlineData(BacnetKind.Unsigned, "\"NaN\"")]
    [InlineData(BacnetKind.Signed, "9223372036854775808")]
    [InlineData(BacnetKind.Signed, "0.5")]
    [InlineData(BacnetKind.Boolean, "1")]
    [InlineData(BacnetKind.Boolean, "\"yes\"")]
    [InlineData(BacnetKind.Enumerated, "4294967296")]
    [InlineData(BacnetKind.Enumerated, "-1")]
    [InlineData(BacnetKind.Enumerated, "\"open\"")]
    [InlineData(BacnetKind.CharacterString, null)]
    [InlineData(BacnetKind.CharacterString, "\"\\ud800\"")]
    [InlineData(BacnetKind.Real, "\"\\ud800\"")]
    [InlineData(BacnetKind.Boolean, "\"\\ud800\"")]
    [InlineData(BacnetKind.Date, "\"2026-07-14\"")]
    [InlineData(BacnetKind.List, "[]")]
    public void What_does_not_fit_the_property_is_refused_with_what_would(BacnetKind kind, string? json)
    {
        var (value, problem) = WritableValue.Make(kind, CommandLan.Json(json));

        Assert.Null(value);
        Assert.Contains("is not a value for this property: it takes ", problem, StringComparison.Ordinal);
        Assert.EndsWith(", or null to relinquish", problem, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("analogInput:1", PropertyId.PresentValue, BacnetKind.Real)]
    [InlineData("analogOutput:1", PropertyId.RelinquishDefault, BacnetKind.Real)]
    [InlineData("binaryValue:1", PropertyId.PresentValue, BacnetKind.Enumerated)]
    [InlineData("multiStateOutput:1", PropertyId.PresentValue, BacnetKind.Unsigned)]
    [InlineData("positiveIntegerValue:1", PropertyId.PresentValue, BacnetKind.Unsigned)]
    [InlineData("integerValue:1", PropertyId.PresentValue, BacnetKind.Signed)]
    [InlineData("largeAnalogValue:1", PropertyId.PresentValue, BacnetKind.Double)]
    [InlineData("characterstringValue:1", PropertyId.PresentValue, BacnetKind.CharacterString)]
    [InlineData("binaryInput:1", PropertyId.OutOfService, BacnetKind.Boolean)]
    [InlineData("analogInput:1", PropertyId.ObjectName, BacnetKind.CharacterString)]
    [InlineData("analogInput:1", PropertyId.CovIncrement, BacnetKind.Real)]
    [InlineData("analogInput:1", PropertyId.TimeDelay, BacnetKind.Unsigned)]
    public void The_kind_of_the_usual_properties_is_known_from_the_standard(string id, PropertyId property, BacnetKind kind) =>
        Assert.Equal(kind, WritableValue.KindOf(new(ObjectId.Parse(id), property)));

    [Theory]
    [InlineData("schedule:1", PropertyId.PresentValue)]
    [InlineData("analogOutput:1", PropertyId.PriorityArray)]
    [InlineData("analogOutput:1", PropertyId.Reliability)]
    public void Of_any_other_property_only_the_device_can_tell(string id, PropertyId property) => Assert.Null(WritableValue.KindOf(new(ObjectId.Parse(id), property)));
}
