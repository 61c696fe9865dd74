using Plenum.Bacnet.Protocol.Tags;
using Plenum.Bacnet.Protocol.Types;

namespace Plenum.Bacnet.Protocol.Constructed;

/// <summary>What productions of clause 21 have in common, on top of the primitives: narrow numbers, flags, nested types and lists.</summary>
internal static class TagReading
{
    /// <summary>Unsigned8.</summary>
    public static byte ReadUnsigned8(this ref TagReader reader, byte? context = null) => (byte)reader.ReadUnsigned(context, 0, byte.MaxValue);

    /// <summary>Unsigned16.</summary>
    public static ushort ReadUnsigned16(this ref TagReader reader, byte? context = null) => (ushort)reader.ReadUnsigned(context, 0, ushort.MaxValue);

    /// <summary>ENUMERATED of at most 16 bits, as all of the standard's open enumerations are.</summary>
    public static ushort ReadEnumerated16(this ref TagReader reader, byte? context = null) => (ushort)reader.ReadEnumerated(context, ushort.MaxValue);

    /// <summary>Up to eight flags of a BIT STRING, bit 0 of the string as bit 0 of the number; further ones are passed over.</summary>
    public static byte ReadFlags(this ref TagReader reader, byte? context = null) => (byte)reader.ReadBitString(context).First64;

    /// <summary>BACnetStatusFlags.</summary>
    public static StatusFlags ReadStatusFlags(this ref TagReader reader, byte? context = null) => (StatusFlags)(reader.ReadFlags(context) & 0b1111);

    /// <summary>BACnetEventTransitionBits.</summary>
    public static EventTransitions ReadTransitions(this ref TagReader reader, byte? context = null) => (EventTransitions)(reader.ReadFlags(context) & 0b111);

    /// <summary>Error, which has no tags of its own around it: its class and its code.</summary>
    public static BacnetError ReadBareError(this ref TagReader reader) => new((ErrorClass)reader.ReadEnumerated16(), (ErrorCode)reader.ReadEnumerated16());

    /// <summary>Error, between an opening and a closing tag.</summary>
    public static BacnetError ReadError(this ref TagReader reader, byte context)
    {
        reader.ReadOpening(context);
        var error = reader.ReadBareError();
        reader.ReadClosing(context);
        return error;
    }

    /// <summary>Whether an application-tagged value of a kind comes next.</summary>
    public static bool NextIsApplication(this ref TagReader reader, BacnetKind kind) =>
        reader.TryPeek(out var next) && next.Class == TagClass.Application && next.Number == (byte)kind;

    /// <summary>A constructed type between an opening and a closing tag.</summary>
    public static T ReadNested<T>(this ref TagReader reader, byte context) where T : IConstructed<T>
    {
        reader.ReadOpening(context);
        var value = T.Read(ref reader);
        reader.ReadClosing(context);
        return value;
    }

    /// <summary>A constructed type between an opening and a closing tag, if that opening tag comes next.</summary>
    public static T? ReadOptionalNested<T>(this ref TagReader reader, byte context) where T : struct, IConstructed<T> =>
        reader.NextIsOpening(context) ? reader.ReadNested<T>(context) : null;

    /// <summary>BACnetObjectIdentifier, if its context tag comes next.</summary>
    public static ObjectId? ReadOptionalObjectId(this ref TagReader reader, byte context) => reader.NextIsContext(context) ? reader.ReadObjectId(context) : null;

    /// <summary>REAL, if its context tag comes next.</summary>
    public static float? ReadOptionalReal(this ref TagReader reader, byte context) => reader.NextIsContext(context) ? reader.ReadReal(context) : null;

    /// <summary>BOOLEAN, if its context tag comes next.</summary>
    public static bool? ReadOptionalBoolean(this ref TagReader reader, byte context) => reader.NextIsContext(context) ? reader.ReadBoolean(context) : null;

    /// <summary>CharacterString, if its context tag comes next.</summary>
    public static string? ReadOptionalCharacterString(this ref TagReader reader, byte context) => reader.NextIsContext(context) ? reader.ReadCharacterString(context) : null;

    /// <summary>A SEQUENCE OF between an opening and a closing tag.</summary>
    public static Sequence<T> ReadSequence<T>(this ref TagReader reader, byte context) where T : IConstructed<T> =>
        reader.ReadSequence(context, static (ref inner) => T.Read(ref inner));

    /// <summary>A SEQUENCE OF whatever <paramref name="read"/> reads, between an opening and a closing tag.</summary>
    public static Sequence<T> ReadSequence<T>(this ref TagReader reader, byte context, ElementReader<T> read)
    {
        reader.ReadOpening(context);
        var elements = new List<T>();
        while (reader.Error == DecodeError.None && !reader.NextIsClosing(context)) reader.AddTo(elements, read(ref reader));
        reader.ReadClosing(context);
        return new([.. elements]);
    }

    /// <summary>A SEQUENCE OF Unsigned, BIT STRING or whatever else is an application type, between an opening and a closing tag.</summary>
    public static Sequence<BacnetValue> ReadValues(this ref TagReader reader, byte context) => reader.ReadSequence(context, static (ref inner) => inner.ReadValue());

    /// <summary>A SEQUENCE OF that ends where the octets end.</summary>
    public static Sequence<T> ReadToEnd<T>(this ref TagReader reader) where T : IConstructed<T>
    {
        var elements = new List<T>();
        while (!reader.IsAtEnd) reader.AddTo(elements, T.Read(ref reader));
        return new([.. elements]);
    }

    private static void AddTo<T>(this ref TagReader reader, List<T> elements, T element)
    {
        if (elements.Count >= TagReader.MaxElements) reader.Fail(DecodeError.TooManyElements);
        else elements.Add(element);
    }
}

/// <summary>Reads one element of a SEQUENCE OF.</summary>
internal delegate T ElementReader<out T>(ref TagReader reader);
