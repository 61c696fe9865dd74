using System.Reflection;
using Plenum.Bacnet.Protocol.Tags;

namespace Plenum.Fuzz.Targets;

/// <summary>Finds what writes the messages that a decoder reads.</summary>
internal static class Writers
{
    private delegate void OfClass<T>(T message, ref TagWriter writer);

    private delegate void OfStruct<T>(ref T message, ref TagWriter writer);

    private delegate void OfStatic<T>(ref TagWriter writer, T message);

    /// <summary>The writer beside a reader: a method of the message, or a static one of the reader's type; null when there is none.</summary>
    public static Promises.Encode<T>? Find<T>(Type owner, string name)
    {
        var writer = typeof(TagWriter).MakeByRefType();
        if (typeof(T).GetMethod(name, BindingFlags.Public | BindingFlags.Instance, [writer]) is { } own)
            return typeof(T).IsValueType ? Of(own.CreateDelegate<OfStruct<T>>()) : Of(own.CreateDelegate<OfClass<T>>());
        return owner.GetMethod(name, BindingFlags.Public | BindingFlags.Static, [writer, typeof(T)]) is { } beside
            ? Of(beside.CreateDelegate<OfStatic<T>>())
            : null;
    }

    /// <summary>What a writer wrote; -1 when it ran out of room.</summary>
    public static int Length(in TagWriter writer) => writer.Overflowed ? -1 : writer.Length;

    private static Promises.Encode<T> Of<T>(OfClass<T> write) => (message, target) =>
    {
        var writer = new TagWriter(target);
        write(message, ref writer);
        return Length(writer);
    };

    private static Promises.Encode<T> Of<T>(OfStruct<T> write) => (message, target) =>
    {
        var writer = new TagWriter(target);
        write(ref message, ref writer);
        return Length(writer);
    };

    private static Promises.Encode<T> Of<T>(OfStatic<T> write) => (message, target) =>
    {
        var writer = new TagWriter(target);
        write(ref writer, message);
        return Length(writer);
    };
}
