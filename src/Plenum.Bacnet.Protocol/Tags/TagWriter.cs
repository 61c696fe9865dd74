using System.Buffers.Binary;
using System.Text;
using Plenum.Bacnet.Protocol.Types;

namespace Plenum.Bacnet.Protocol.Tags;

/// <summary>Writes tagged data (clause 20.2), one method per primitive. Running out of room sticks: nothing more is written and <see cref="Overflowed"/> says so.</summary>
/// <remarks>A write with a <c>context</c> uses that context tag; without, the application tag of its type. Numbers take as few octets as they can.</remarks>
public ref partial struct TagWriter(Span<byte> target)
{
    private readonly Span<byte> _target = target;

    /// <summary>Octets written so far.</summary>
    public int Length { get; private set; }

    /// <summary>Whether something did not fit.</summary>
    public bool Overflowed { get; private set; }

    /// <summary>What has been written.</summary>
    public readonly ReadOnlySpan<byte> Written => _target[..Length];

    /// <summary>How many octets more there is room for.</summary>
    public readonly int Room => _target.Length - Length;

    /// <summary>An opening tag.</summary>
    public void WriteOpening(byte number) => Bare(number, 6);

    /// <summary>A closing tag.</summary>
    public void WriteClosing(byte number) => Bare(number, 7);

    /// <summary>NULL.</summary>
    public void WriteNull(byte? context = null) => Content(BacnetKind.Null, context, 0);

    /// <summary>BOOLEAN.</summary>
    public void WriteBoolean(bool value, byte? context = null)
    {
        if (context is not null) Fill(Content(BacnetKind.Boolean, context, 1), value ? 1UL : 0);
        else Fill(Take(1), ((ulong)BacnetKind.Boolean << 4) | (value ? 1UL : 0));
    }

    /// <summary>Unsigned.</summary>
    public void WriteUnsigned(ulong value, byte? context = null) => Fill(Content(BacnetKind.Unsigned, context, Octets(value)), value);

    /// <summary>Unsigned, if there is one.</summary>
    public void WriteOptionalUnsigned(uint? value, byte context)
    {
        if (value is { } number) WriteUnsigned(number, context);
    }

    /// <summary>INTEGER.</summary>
    public void WriteSigned(long value, byte? context = null)
    {
        var octets = 1;
        while (octets < 8 && value >> ((octets * 8) - 1) is not (0 or -1)) octets++;
        Fill(Content(BacnetKind.Signed, context, octets), (ulong)value);
    }

    /// <summary>REAL.</summary>
    public void WriteReal(float value, byte? context = null) => Fill(Content(BacnetKind.Real, context, 4), BitConverter.SingleToUInt32Bits(value));

    /// <summary>Double.</summary>
    public void WriteDouble(double value, byte? context = null) => Fill(Content(BacnetKind.Double, context, 8), BitConverter.DoubleToUInt64Bits(value));

    /// <summary>OCTET STRING.</summary>
    public void WriteOctetString(ReadOnlySpan<byte> value, byte? context = null)
    {
        var room = Content(BacnetKind.OctetString, context, value.Length);
        if (!Overflowed) value.CopyTo(room);
    }

    /// <summary>CharacterString, always in UTF-8.</summary>
    public void WriteCharacterString(string value, byte? context = null)
    {
        var room = Content(BacnetKind.CharacterString, context, 1 + Encoding.UTF8.GetByteCount(value));
        if (Overflowed) return;
        room[0] = 0;
        Encoding.UTF8.GetBytes(value, room[1..]);
    }

    /// <summary>CharacterString in its own character set.</summary>
    public void WriteEncodedText(EncodedText value, byte? context = null)
    {
        var room = Content(BacnetKind.CharacterString, context, value.Content.Length);
        if (!Overflowed) value.Content.CopyTo(room);
    }

    /// <summary>BIT STRING.</summary>
    public void WriteBitString(BitString value, byte? context = null)
    {
        var room = Content(BacnetKind.BitString, context, 1 + ((value.Length + 7) / 8));
        if (Overflowed) return;
        room.Clear();
        room[0] = (byte)((8 - (value.Length % 8)) % 8);
        for (var bit = 0; bit < value.Length; bit++)
            if (value[bit]) room[1 + (bit / 8)] |= (byte)(0x80 >> (bit % 8));
    }

    /// <summary>ENUMERATED.</summary>
    public void WriteEnumerated(uint value, byte? context = null) => Fill(Content(BacnetKind.Enumerated, context, Octets(value)), value);

    /// <summary>Date.</summary>
    public void WriteDate(BacnetDate value, byte? context = null) => Fill(Content(BacnetKind.Date, context, 4), value.Packed);

    /// <summary>Time.</summary>
    public void WriteTime(BacnetTime value, byte? context = null) => Fill(Content(BacnetKind.Time, context, 4), value.Packed);

    /// <summary>BACnetObjectIdentifier.</summary>
    public void WriteObjectId(ObjectId value, byte? context = null) => Fill(Content(BacnetKind.ObjectId, context, 4), value.Packed);

    /// <summary>Octets as they are, such as data that is encoded already.</summary>
    public void WriteRaw(ReadOnlySpan<byte> octets)
    {
        var room = Take(octets.Length);
        if (!Overflowed) octets.CopyTo(room);
    }

    private static int Octets(ulong value) => Math.Max(1, (71 - System.Numerics.BitOperations.LeadingZeroCount(value)) / 8);

    private void Bare(byte number, int code)
    {
        if (number < 15) Fill(Take(1), (ulong)((number << 4) | 0x08 | code));
        else Fill(Take(2), (ulong)(((0xF8 | code) << 8) | number));
    }

    /// <summary>The tag, and room for its content.</summary>
    private Span<byte> Content(BacnetKind kind, byte? context, int length)
    {
        var number = context ?? (byte)kind;
        var head = Take(number < 15 ? 1 : 2);
        if (Overflowed) return default;
        head[0] = (byte)((Math.Min(number, (byte)15) << 4) | (context is null ? 0 : 0x08) | Math.Min(length, 5));
        if (number >= 15) head[1] = number;
        switch (length)
        {
            case < 5: break;
            case <= 253: Fill(Take(1), (ulong)length); break;
            case <= ushort.MaxValue: Fill(Take(3), (254UL << 16) | (uint)length); break;
            default: Fill(Take(5), (255UL << 32) | (uint)length); break;
        }
        return Take(length);
    }

    private Span<byte> Take(int octets)
    {
        if (Overflowed || octets > _target.Length - Length)
        {
            Overflowed = true;
            return default;
        }
        Length += octets;
        return _target.Slice(Length - octets, octets);
    }

    private static void Fill(Span<byte> room, ulong value)
    {
        for (var place = room.Length - 1; place >= 0; place--, value >>= 8) room[place] = (byte)value;
    }
}
