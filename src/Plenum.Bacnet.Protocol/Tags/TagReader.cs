using System.Buffers.Binary;
using Plenum.Bacnet.Protocol.Types;

namespace Plenum.Bacnet.Protocol.Tags;

/// <summary>Reads tagged data (clause 20.2), one method per primitive. The first error sticks: every later read returns a default, and <see cref="Finish"/> is the only exit.</summary>
/// <remarks>A read with a <c>context</c> wants that context tag; without, the application tag of its type.</remarks>
public ref partial struct TagReader(ReadOnlySpan<byte> source)
{
    private ReadOnlySpan<byte> _rest = source;

    /// <summary>The first error, or none.</summary>
    public DecodeError Error { get; private set; }

    /// <summary>Whether everything has been read, or an error has ended the reading.</summary>
    public readonly bool IsAtEnd => _rest.IsEmpty;

    /// <summary>What has not been read yet.</summary>
    public readonly ReadOnlySpan<byte> Rest => _rest;

    /// <summary>Ends the reading: true when all was read and nothing was wrong.</summary>
    public bool Finish(out DecodeError error)
    {
        if (!_rest.IsEmpty) Fail(DecodeError.TrailingBytes);
        error = Error;
        return error == DecodeError.None;
    }

    /// <summary>Records an error that the caller found in a value, such as one out of its production's range.</summary>
    public ReadOnlySpan<byte> Fail(DecodeError error)
    {
        if (Error == DecodeError.None) Error = error;
        _rest = default;
        return default;
    }

    /// <summary>Whether a context tag with this number comes next.</summary>
    public readonly bool NextIsContext(byte number) => NextIs(TagClass.Context, number);

    /// <summary>Whether an opening tag with this number comes next.</summary>
    public readonly bool NextIsOpening(byte number) => NextIs(TagClass.Opening, number);

    /// <summary>Whether a closing tag with this number comes next.</summary>
    public readonly bool NextIsClosing(byte number) => NextIs(TagClass.Closing, number);

    /// <summary>Reads an opening tag.</summary>
    public void ReadOpening(byte number) => Bare(TagClass.Opening, number);

    /// <summary>Reads a closing tag.</summary>
    public void ReadClosing(byte number) => Bare(TagClass.Closing, number);

    /// <summary>NULL (clause 20.2.2).</summary>
    public void ReadNull(byte? context = null) => Content(BacnetKind.Null, context, 0, 0);

    /// <summary>BOOLEAN (clause 20.2.3): in the tag itself when application-tagged, one octet otherwise.</summary>
    public bool ReadBoolean(byte? context = null)
    {
        if (context is not null)
        {
            var octets = Content(BacnetKind.Boolean, context, 1, 1);
            return !octets.IsEmpty && octets[0] != 0;
        }
        if (!TryHeader(TagClass.Application, (byte)BacnetKind.Boolean, out var header)) return false;
        if (header.Length > 1 || header.Size > 1) { Fail(DecodeError.OutOfRange); return false; }
        _rest = _rest[header.Size..];
        return header.Length == 1;
    }

    /// <summary>Unsigned up to 32 bits (clause 20.2.4).</summary>
    public uint ReadUnsigned(byte? context = null)
    {
        var value = ReadUnsigned64(context);
        if (value > uint.MaxValue) Fail(DecodeError.OutOfRange);
        return (uint)value;
    }

    /// <summary>Unsigned up to 64 bits (clause 20.2.4).</summary>
    public ulong ReadUnsigned64(byte? context = null) => ToUnsigned(Content(BacnetKind.Unsigned, context, 1, 8));

    /// <summary>Unsigned up to 32 bits if its context tag comes next, else null.</summary>
    public uint? ReadOptionalUnsigned(byte context) => NextIsContext(context) ? ReadUnsigned(context) : null;

    /// <summary>INTEGER up to 64 bits (clause 20.2.5).</summary>
    public long ReadSigned(byte? context = null) => ToSigned(Content(BacnetKind.Signed, context, 1, 8));

    /// <summary>REAL (clause 20.2.6).</summary>
    public float ReadReal(byte? context = null)
    {
        var octets = Content(BacnetKind.Real, context, 4, 4);
        return octets.IsEmpty ? 0 : BinaryPrimitives.ReadSingleBigEndian(octets);
    }

    /// <summary>Double (clause 20.2.7).</summary>
    public double ReadDouble(byte? context = null)
    {
        var octets = Content(BacnetKind.Double, context, 8, 8);
        return octets.IsEmpty ? 0 : BinaryPrimitives.ReadDoubleBigEndian(octets);
    }

    /// <summary>OCTET STRING (clause 20.2.8), as a view of the source.</summary>
    public ReadOnlySpan<byte> ReadOctetString(byte? context = null) => Content(BacnetKind.OctetString, context, 0, int.MaxValue);

    /// <summary>CharacterString (clause 20.2.9) of any character set, as text; <see cref="EncodedText.Text"/> says what becomes of characters that are not known.</summary>
    public string ReadCharacterString(byte? context = null)
    {
        var octets = Content(BacnetKind.CharacterString, context, 1, int.MaxValue);
        return octets.IsEmpty ? "" : CharacterSets.Decode(octets);
    }

    /// <summary>BIT STRING (clause 20.2.10).</summary>
    public BitString ReadBitString(byte? context = null)
    {
        var octets = Content(BacnetKind.BitString, context, 1, int.MaxValue);
        if (octets.IsEmpty) return default;
        var unused = octets[0];
        if (unused > 7 || (unused > 0 && octets.Length == 1)) { Fail(DecodeError.OutOfRange); return default; }
        return new BitString(octets[1..], ((octets.Length - 1) * 8) - unused);
    }

    /// <summary>ENUMERATED (clause 20.2.11), up to 32 bits.</summary>
    public uint ReadEnumerated(byte? context = null) => (uint)ToUnsigned(Content(BacnetKind.Enumerated, context, 1, 4));

    /// <summary>Date (clause 20.2.12).</summary>
    public BacnetDate ReadDate(byte? context = null) => new((uint)ToUnsigned(Content(BacnetKind.Date, context, 4, 4)));

    /// <summary>Time (clause 20.2.13).</summary>
    public BacnetTime ReadTime(byte? context = null) => new((uint)ToUnsigned(Content(BacnetKind.Time, context, 4, 4)));

    /// <summary>BACnetObjectIdentifier (clause 20.2.14).</summary>
    public ObjectId ReadObjectId(byte? context = null) => new((uint)ToUnsigned(Content(BacnetKind.ObjectId, context, 4, 4)));

    private readonly bool NextIs(TagClass tagClass, byte number) =>
        TagHeader.TryDecode(_rest, out var header, out _) && header.Class == tagClass && header.Number == number;

    private void Bare(TagClass tagClass, byte number)
    {
        if (TryHeader(tagClass, number, out var header)) _rest = _rest[header.Size..];
    }

    private bool TryHeader(TagClass tagClass, byte number, out TagHeader header)
    {
        header = default;
        if (Error != DecodeError.None) return false;
        if (!TagHeader.TryDecode(_rest, out header, out var error)) { Fail(error); return false; }
        if (header.Class == tagClass && header.Number == number) return true;
        Fail(DecodeError.WrongTag);
        return false;
    }

    private ReadOnlySpan<byte> Content(BacnetKind kind, byte? context, int least, int most)
    {
        var found = context is { } number
            ? TryHeader(TagClass.Context, number, out var header)
            : TryHeader(TagClass.Application, (byte)kind, out header);
        if (!found) return default;
        if (header.Length < least || header.Length > most) return Fail(DecodeError.WrongLength);
        if (header.Length > _rest.Length - header.Size) return Fail(DecodeError.Truncated);
        var content = _rest.Slice(header.Size, (int)header.Length);
        _rest = _rest[(header.Size + (int)header.Length)..];
        return content;
    }

    private static ulong ToUnsigned(ReadOnlySpan<byte> octets)
    {
        ulong value = 0;
        foreach (var octet in octets) value = (value << 8) | octet;
        return value;
    }

    private static long ToSigned(ReadOnlySpan<byte> octets)
    {
        long value = octets.IsEmpty ? 0 : (sbyte)octets[0] >> 7;
        foreach (var octet in octets) value = (value << 8) | octet;
        return value;
    }
}
