using Plenum.Bacnet.Protocol.Tags;
using Plenum.Bacnet.Protocol.Types;

namespace Plenum.Bacnet.Protocol.Tests.Tags;

public sealed class TagWriterTests
{
    private static readonly BacnetValue OneOfEach = BacnetValue.List(
    [
        BacnetValue.Null, BacnetValue.Boolean(true), BacnetValue.Unsigned(70000), BacnetValue.Signed(-129), BacnetValue.Real(21.5f),
        BacnetValue.Double(100.121212), BacnetValue.OctetString([1, 2, 3, 4, 5, 6]), BacnetValue.CharacterString("Größe"),
        BacnetValue.BitString(new BitString(0b1010, 11)), BacnetValue.Enumerated(3), BacnetValue.Date(new BacnetDate(0x7E090AFF)),
        BacnetValue.Time(new BacnetTime(0x0C1E00FF)), BacnetValue.Object(ObjectId.AnyDevice), BacnetValue.ContextPrimitive(20, [7]),
        BacnetValue.Constructed(15, [BacnetValue.Boolean(false)]),
    ]);

    [Fact]
    public void What_does_not_fit_is_told_and_never_written_beyond_the_room()
    {
        var whole = Octets.Written((ref writer) => writer.WriteValue(OneOfEach));
        for (var room = 0; room < whole.Length; room++)
        {
            var target = new byte[whole.Length];
            target.AsSpan().Fill(0xEE);
            TagWriter writer = new(target.AsSpan(..room));

            writer.WriteValue(OneOfEach);

            Assert.True(writer.Overflowed, $"{room} octets of room");
            Assert.True(writer.Length <= room);
            Assert.Equal(-1, target.AsSpan(room..).IndexOfAnyExcept((byte)0xEE));
        }
    }

    [Fact]
    public void What_just_fits_is_written_whole()
    {
        var whole = Octets.Written((ref writer) => writer.WriteValue(OneOfEach));

        Assert.Equal(whole, Octets.Written((ref writer) => writer.WriteValue(OneOfEach), room: whole.Length));
    }

    [Fact]
    public void After_an_overflow_even_what_would_fit_is_left_out()
    {
        TagWriter writer = new(new byte[4]);

        writer.WriteUnsigned(1);
        writer.WriteReal(1);
        var length = writer.Length;
        writer.WriteNull();

        Assert.True(writer.Overflowed);
        Assert.Equal(length, writer.Length);
    }

    [Fact]
    public void Octets_as_they_are_are_copied()
    {
        Octets.AreEqual("0102FF", Octets.Written((ref writer) => writer.WriteRaw([1, 2, 0xFF])));

        TagWriter writer = new(new byte[2]);
        writer.WriteRaw([1, 2, 0xFF]);
        Assert.True(writer.Overflowed);
        Assert.Equal(0, writer.Length);
    }

    [Fact]
    public void A_bit_string_leaves_no_octets_of_an_earlier_message_in_its_padding()
    {
        var target = new byte[8];
        target.AsSpan().Fill(0xFF);
        TagWriter writer = new(target);

        writer.WriteBitString(new BitString(0, 9));

        Octets.AreEqual("83 07 0000", writer.Written);
    }
}
