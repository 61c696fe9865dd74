using Plenum.Bacnet.Protocol.Tags;
using Plenum.Bacnet.Protocol.Types;

namespace Plenum.Bacnet.Protocol.Tests.Tags;

/// <summary>The worked examples of clauses 20.2.2 to 20.2.14, octet for octet in both directions.</summary>
public sealed class ApplicationTagTests
{
    [Fact]
    public void Clause_20_2_2_null() => BothWays("00", BacnetValue.Null);

    [Fact]
    public void Clause_20_2_3_boolean_lies_in_the_tag_itself()
    {
        BothWays("10", BacnetValue.Boolean(false));
        BothWays("11", BacnetValue.Boolean(true));
    }

    [Fact]
    public void Clause_20_2_4_unsigned() => BothWays("21 48", BacnetValue.Unsigned(72));

    [Fact]
    public void Clause_20_2_5_signed() => BothWays("31 48", BacnetValue.Signed(72));

    [Fact]
    public void Clause_20_2_6_real() => BothWays("44 42900000", BacnetValue.Real(72.0f));

    [Fact]
    public void Clause_20_2_7_double() => BothWays("55 08 4052000000000000", BacnetValue.Double(72.0));

    [Fact]
    public void Clause_20_2_8_octet_string() => BothWays("63 1234FF", BacnetValue.OctetString([0x12, 0x34, 0xFF]));

    [Fact]
    public void Clause_20_2_9_character_string()
    {
        BothWays("75 19 00 546869732069732061204241436E657420737472696E6721", BacnetValue.CharacterString("This is a BACnet string!"));
        BothWays("75 0A 00 4672616EC3A7616973", BacnetValue.CharacterString("Français"));
    }

    [Fact]
    public void Clause_20_2_10_bit_string() => BothWays("82 03 A8", BacnetValue.BitString(new BitString(0b10101, 5)));

    [Fact]
    public void Clause_20_2_11_enumerated() => BothWays("91 00", BacnetValue.Enumerated(0));

    [Fact]
    public void Clause_20_2_12_date()
    {
        BothWays("A4 5B011804", BacnetValue.Date(new BacnetDate(91, 1, 24, 4)));
        BothWays("A4 5BFF18FF", BacnetValue.Date(new BacnetDate(91, BacnetDate.Any, 24, BacnetDate.Any)));
    }

    [Fact]
    public void Clause_20_2_13_time()
    {
        BothWays("B4 11232D11", BacnetValue.Time(new BacnetTime(17, 35, 45, 17)));
        BothWays("B4 FFFFFFFF", BacnetValue.Time(new BacnetTime(0xFFFFFFFF)));
    }

    [Fact]
    public void Clause_20_2_14_object_identifier() => BothWays("C4 00C0000F", BacnetValue.Object(new ObjectId(ObjectType.BinaryInput, 15)));

    private static void BothWays(string hex, BacnetValue value)
    {
        Octets.AreEqual(hex, Octets.Written((ref writer) => writer.WriteValue(value)));

        TagReader reader = new(Octets.Of(hex));
        var read = reader.ReadValue();
        Assert.True(reader.Finish(out var error), error.ToString());
        Assert.Equal(value, read);
    }
}
