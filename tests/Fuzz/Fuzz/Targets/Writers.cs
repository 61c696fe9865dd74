using System.Reflection;
using Plenum.Bacnet.Protocol.Tags;
using Plenum.Bacnet.Protocol.Untagged;

namespace Plenum.Fuzz.Targets;

/// <summary>Finds what writes the messages that a decoder reads: a method of the message, or a static one of the decoder's type, with a writer of tags or of plain octets.</summary>
internal static class Writers
{
    private delegate void OfStruct<T, TWriter>(ref T message, ref TWriter writer) where TWriter : allows ref struct;

    private delegate void OfStatic<T, TWriter>(ref TWriter writer, T message) where T : allows ref struct where TWriter : allows ref struct;

    private delegate void Write<T, TWriter>(T message, ref TWriter writer) where TWriter : allows ref struct;

    /// <summary>The writer beside a reader; null when there is none.</summary>
    public static Promises.Encode<T>? Find<T>(Type owner, string name) => WithTags<T>(owner, name) ?? WithOctets<T>(owner, name);

    /// <summary>What a writer wrote; -1 when it ran out of room.</summary>
    public static int Length(in TagWriter writer) => writer.Overflowed ? -1 : writer.Length;

    private static Promises.Encode<T>? WithTags<T>(Type owner, string name) => Find<T, TagWriter>(owner, name) is not { } write ? null : (message, target) =>
    {
        var writer = new TagWriter(target);
        write(message, ref writer);
        return Length(writer);
    };

    private static Promises.Encode<T>? WithOctets<T>(Type owner, string name) => Find<T, OctetWriter>(owner, name) is not { } write ? null : (message, target) =>
    {
        var writer = new OctetWriter(target);
        write(message, ref writer);
        return writer.Length;
    };

    private static Write<T, TWriter>? Find<T, TWriter>(Type owner, string name) where TWriter : allows ref struct
    {
        var writer = typeof(TWriter).MakeByRefType();
        if (typeof(T).GetMethod(name, BindingFlags.Public | BindingFlags.Instance, [writer]) is { } own)
            return typeof(T).IsValueType ? Of(own.CreateDelegate<OfStruct<T, TWriter>>()) : own.CreateDelegate<Write<T, TWriter>>();
        if (owner.GetMethod(name, BindingFlags.Public | BindingFlags.Static, [writer, typeof(T)]) is { } beside)
            return Of(beside.CreateDelegate<OfStatic<T, TWriter>>());
        return typeof(T).IsArray ? (Write<T, TWriter>?)typeof(Writers).GetMethod(nameof(OfElements), BindingFlags.NonPublic | BindingFlags.Static)!
            .MakeGenericMethod(typeof(T).GetElementType()!, typeof(TWriter)).Invoke(null, [owner, name]) : null;
    }

    private static Write<T, TWriter> Of<T, TWriter>(OfStruct<T, TWriter> write) where TWriter : allows ref struct =>
        (message, ref writer) => write(ref message, ref writer);

    private static Write<T, TWriter> Of<T, TWriter>(OfStatic<T, TWriter> write) where TWriter : allows ref struct =>
        (message, ref writer) => write(ref writer, message);

    /// <summary>A list that is read as an array may be written from a span.</summary>
    private static Write<TElement[], TWriter>? OfElements<TElement, TWriter>(Type owner, string name) where TWriter : allows ref struct
    {
        var method = owner.GetMethod(name, BindingFlags.Public | BindingFlags.Static, [typeof(TWriter).MakeByRefType(), typeof(ReadOnlySpan<TElement>)]);
        if (method is null) return null;
        var write = method.CreateDelegate<OfStatic<ReadOnlySpan<TElement>, TWriter>>();
        return (message, ref writer) => write(ref writer, message);
    }
}
