using Plenum.Bacnet.Protocol.Tags;

namespace Plenum.Bacnet.Protocol.Tests.Tags;

/// <summary>Clauses 20.2.6 and 20.2.7: IEEE 754, to the bit.</summary>
public sealed class FloatTests
{
    [Theory]
    [InlineData("44 00000000", 0f)]
    [InlineData("44 80000000", -0f)]
    [InlineData("44 7F800000", float.PositiveInfinity)]
    [InlineData("44 FF800000", float.NegativeInfinity)]
    [InlineData("44 00000001", float.Epsilon)]
    [InlineData("44 7F7FFFFF", float.MaxValue)]
    public void A_real_keeps_its_sign_and_its_infinities(string hex, float value)
    {
        Octets.AreEqual(hex, Octets.Written((ref writer) => writer.WriteReal(value)));
        TagReader reader = new(Octets.Of(hex));
        Assert.Equal(BitConverter.SingleToUInt32Bits(value), BitConverter.SingleToUInt32Bits(reader.ReadReal()));
        Assert.True(reader.Finish(out _));
    }

    [Theory]
    [InlineData("44 7FC00000")]
    [InlineData("44 FFC00000")]
    [InlineData("44 7F800001")]
    [InlineData("44 7FC12345")]
    public void A_real_that_is_no_number_keeps_its_payload(string hex)
    {
        TagReader reader = new(Octets.Of(hex));
        var value = reader.ReadReal();
        Assert.True(float.IsNaN(value));
        Octets.AreEqual(hex, Octets.Written((ref writer) => writer.WriteReal(value)));
    }

    [Theory]
    [InlineData("55 08 8000000000000000", -0d)]
    [InlineData("55 08 7FF0000000000000", double.PositiveInfinity)]
    [InlineData("55 08 FFF0000000000000", double.NegativeInfinity)]
    [InlineData("55 08 7FF8000000000001", double.NaN)]
    [InlineData("55 08 0000000000000001", double.Epsilon)]
    public void A_double_keeps_every_bit(string hex, double value)
    {
        TagReader reader = new(Octets.Of(hex));
        var read = reader.ReadDouble();
        Assert.Equal(value, read);
        Octets.AreEqual(hex, Octets.Written((ref writer) => writer.WriteDouble(read)));
    }
}
