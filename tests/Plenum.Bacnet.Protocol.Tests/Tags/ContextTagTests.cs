using Plenum.Bacnet.Protocol.Tags;
using Plenum.Bacnet.Protocol.Types;

namespace Plenum.Bacnet.Protocol.Tests.Tags;

/// <summary>The worked examples of clause 20.2.15, octet for octet in both directions.</summary>
public sealed class ContextTagTests
{
    private delegate T Read<T>(ref TagReader reader);

    [Fact]
    public void Clause_20_2_15_null() =>
        BothWays("38", true, (ref writer) => writer.WriteNull(3), (ref reader) => { reader.ReadNull(3); return reader.Error == DecodeError.None; });

    [Fact]
    public void Clause_20_2_15_boolean_takes_an_octet()
    {
        BothWays("69 00", false, (ref writer) => writer.WriteBoolean(false, 6), (ref reader) => reader.ReadBoolean(6));
        BothWays("29 01", true, (ref writer) => writer.WriteBoolean(true, 2), (ref reader) => reader.ReadBoolean(2));
        BothWays("F9 1B 00", false, (ref writer) => writer.WriteBoolean(false, 27), (ref reader) => reader.ReadBoolean(27));
    }

    [Fact]
    public void Clause_20_2_15_unsigned()
    {
        BothWays("0A 0100", 256u, (ref writer) => writer.WriteUnsigned(256, 0), (ref reader) => reader.ReadUnsigned(0));
        BothWays("0A 0100", 256ul, (ref writer) => writer.WriteUnsigned(256, 0), (ref reader) => reader.ReadUnsigned64(0));
    }

    [Fact]
    public void Clause_20_2_15_signed()
    {
        BothWays("59 B8", -72L, (ref writer) => writer.WriteSigned(-72, 5), (ref reader) => reader.ReadSigned(5));
        BothWays("F9 21 B8", -72L, (ref writer) => writer.WriteSigned(-72, 33), (ref reader) => reader.ReadSigned(33));
    }

    [Fact]
    public void Clause_20_2_15_real() =>
        BothWays("0C C2053333", -33.3f, (ref writer) => writer.WriteReal(-33.3f, 0), (ref reader) => reader.ReadReal(0));

    [Fact]
    public void Clause_20_2_15_double()
    {
        BothWays("1D 08 C040A66666666666", -33.3, (ref writer) => writer.WriteDouble(-33.3, 1), (ref reader) => reader.ReadDouble(1));
        BothWays("FD 55 08 C040A66666666666", -33.3, (ref writer) => writer.WriteDouble(-33.3, 85), (ref reader) => reader.ReadDouble(85));
    }

    [Fact]
    public void Clause_20_2_15_octet_string() =>
        BothWays("1A 4321", "4321", (ref writer) => writer.WriteOctetString([0x43, 0x21], 1), (ref reader) => Convert.ToHexString(reader.ReadOctetString(1)));

    [Fact]
    public void Clause_20_2_15_character_string()
    {
        const string Text = "This is a BACnet string!", Hex = "546869732069732061204241436E657420737472696E6721";
        BothWays($"5D 19 00 {Hex}", Text, (ref writer) => writer.WriteCharacterString(Text, 5), (ref reader) => reader.ReadCharacterString(5));
        BothWays($"FD 7F 19 00 {Hex}", Text, (ref writer) => writer.WriteCharacterString(Text, 127), (ref reader) => reader.ReadCharacterString(127));
    }

    [Fact]
    public void Clause_20_2_15_bit_string()
    {
        BitString bits = new(0b10101, 5);
        BothWays("0A 03 A8", bits, (ref writer) => writer.WriteBitString(bits, 0), (ref reader) => reader.ReadBitString(0));
    }

    [Fact]
    public void Clause_20_2_15_enumerated() =>
        BothWays("99 00", 0u, (ref writer) => writer.WriteEnumerated(0, 9), (ref reader) => reader.ReadEnumerated(9));

    [Fact]
    public void Clause_20_2_15_date()
    {
        BacnetDate date = new(91, 1, 24, 4);
        BothWays("9C 5B011804", date, (ref writer) => writer.WriteDate(date, 9), (ref reader) => reader.ReadDate(9));
    }

    [Fact]
    public void Clause_20_2_15_time()
    {
        BacnetTime time = new(17, 35, 45, 17);
        BothWays("4C 11232D11", time, (ref writer) => writer.WriteTime(time, 4), (ref reader) => reader.ReadTime(4));
    }

    [Fact]
    public void Clause_20_2_15_object_identifier()
    {
        ObjectId id = new(ObjectType.BinaryInput, 15);
        BothWays("4C 00C0000F", id, (ref writer) => writer.WriteObjectId(id, 4), (ref reader) => reader.ReadObjectId(4));
    }

    [Fact]
    public void An_optional_value_is_there_or_not()
    {
        BothWays("29 07", (uint?)7, (ref writer) => writer.WriteOptionalUnsigned(7, 2), (ref reader) => reader.ReadOptionalUnsigned(2));
        BothWays("", (uint?)null, (ref writer) => writer.WriteOptionalUnsigned(null, 2), (ref reader) => reader.ReadOptionalUnsigned(2));
    }

    [Fact]
    public void Another_number_is_another_tag()
    {
        TagReader reader = new(Octets.Of("39 07"));

        Assert.Null(reader.ReadOptionalUnsigned(2));
        Assert.Equal(0u, reader.ReadUnsigned(2));
        Assert.Equal(DecodeError.WrongTag, reader.Error);
    }

    private static void BothWays<T>(string hex, T value, Octets.Write write, Read<T> read)
    {
        Octets.AreEqual(hex, Octets.Written(write));

        TagReader reader = new(Octets.Of(hex));
        Assert.Equal(value, read(ref reader));
        Assert.True(reader.Finish(out var error), error.ToString());
    }
}
