using Plenum.Bacnet.Protocol.Tags;
using Plenum.Bacnet.Protocol.Types;

namespace Plenum.Bacnet.Protocol.Constructed;

/// <summary>The writing side of <see cref="TagReading"/>.</summary>
internal static class TagWriting
{
    /// <summary>Flags as a BIT STRING of so many bits.</summary>
    public static void WriteFlags(this ref TagWriter writer, byte flags, int bits, byte? context = null) => writer.WriteBitString(new BitString(flags, bits), context);

    /// <summary>BACnetStatusFlags.</summary>
    public static void WriteStatusFlags(this ref TagWriter writer, StatusFlags flags, byte? context = null) => writer.WriteFlags((byte)flags, 4, context);

    /// <summary>BACnetEventTransitionBits.</summary>
    public static void WriteTransitions(this ref TagWriter writer, EventTransitions transitions, byte? context = null) => writer.WriteFlags((byte)transitions, 3, context);

    /// <summary>Error, which has no tags of its own around it.</summary>
    public static void WriteBareError(this ref TagWriter writer, BacnetError error)
    {
        writer.WriteEnumerated((uint)error.Class);
        writer.WriteEnumerated((uint)error.Code);
    }

    /// <summary>Error, between an opening and a closing tag.</summary>
    public static void WriteError(this ref TagWriter writer, BacnetError error, byte context)
    {
        writer.WriteOpening(context);
        writer.WriteBareError(error);
        writer.WriteClosing(context);
    }

    /// <summary>A constructed type between an opening and a closing tag.</summary>
    public static void WriteNested<T>(this ref TagWriter writer, T value, byte context) where T : IConstructed<T>
    {
        writer.WriteOpening(context);
        value.Write(ref writer);
        writer.WriteClosing(context);
    }

    /// <summary>A constructed type between an opening and a closing tag, if there is one.</summary>
    public static void WriteOptionalNested<T>(this ref TagWriter writer, T? value, byte context) where T : struct, IConstructed<T>
    {
        if (value is { } some) writer.WriteNested(some, context);
    }

    /// <summary>BACnetObjectIdentifier, if there is one.</summary>
    public static void WriteOptionalObjectId(this ref TagWriter writer, ObjectId? value, byte context)
    {
        if (value is { } id) writer.WriteObjectId(id, context);
    }

    /// <summary>REAL, if there is one.</summary>
    public static void WriteOptionalReal(this ref TagWriter writer, float? value, byte context)
    {
        if (value is { } number) writer.WriteReal(number, context);
    }

    /// <summary>BOOLEAN, if there is one.</summary>
    public static void WriteOptionalBoolean(this ref TagWriter writer, bool? value, byte context)
    {
        if (value is { } truth) writer.WriteBoolean(truth, context);
    }

    /// <summary>CharacterString, if there is one.</summary>
    public static void WriteOptionalCharacterString(this ref TagWriter writer, string? value, byte context)
    {
        if (value is not null) writer.WriteCharacterString(value, context);
    }

    /// <summary>A SEQUENCE OF between an opening and a closing tag.</summary>
    public static void WriteSequence<T>(this ref TagWriter writer, Sequence<T> elements, byte context) where T : IConstructed<T> =>
        writer.WriteSequence(elements, context, static (ref inner, element) => element.Write(ref inner));

    /// <summary>A SEQUENCE OF whatever <paramref name="write"/> writes, between an opening and a closing tag.</summary>
    public static void WriteSequence<T>(this ref TagWriter writer, Sequence<T> elements, byte context, ElementWriter<T> write)
    {
        writer.WriteOpening(context);
        foreach (var element in elements) write(ref writer, element);
        writer.WriteClosing(context);
    }

    /// <summary>A SEQUENCE OF values that carry their own tags, between an opening and a closing tag.</summary>
    public static void WriteValues(this ref TagWriter writer, Sequence<BacnetValue> values, byte context) =>
        writer.WriteSequence(values, context, static (ref inner, value) => inner.WriteValue(value));

    /// <summary>A SEQUENCE OF that ends where the octets end.</summary>
    public static void WriteAll<T>(this ref TagWriter writer, Sequence<T> elements) where T : IConstructed<T>
    {
        foreach (var element in elements) element.Write(ref writer);
    }
}

/// <summary>Writes one element of a SEQUENCE OF.</summary>
internal delegate void ElementWriter<in T>(ref TagWriter writer, T element);
