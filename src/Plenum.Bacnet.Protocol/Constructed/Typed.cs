using System.Buffers;
using Plenum.Bacnet.Protocol.Tags;
using Plenum.Bacnet.Protocol.Types;

namespace Plenum.Bacnet.Protocol.Constructed;

/// <summary>From a value that was read without knowing its type, which is a tree of tags, to the constructed type that it is, and back.</summary>
public static class Typed
{
    private const int FirstRoom = 1024, MostRoom = 16 * 1024 * 1024;

    /// <summary>Reads a value as one of a type; false when it is no such one or when anything is left over.</summary>
    public static bool TryRead<T>(BacnetValue value, out T typed) where T : IConstructed<T>
    {
        (var read, typed) = WithOctets(value, static octets =>
        {
            var reader = new TagReader(octets);
            var one = T.Read(ref reader);
            return (reader.Finish(out _), one);
        });
        return read;
    }

    /// <summary>Reads a value as any number of a type one after another, as the value of an array or a list is; false when anything is left over.</summary>
    public static bool TryReadAll<T>(BacnetValue value, out Sequence<T> typed) where T : IConstructed<T>
    {
        (var read, typed) = WithOctets(value, static octets =>
        {
            var reader = new TagReader(octets);
            var all = reader.ReadToEnd<T>();
            return (reader.Finish(out _), all);
        });
        return read;
    }

    /// <summary>A constructed type as a value that can be written to a property; one of several parts becomes a list.</summary>
    public static BacnetValue ToValue<T>(T typed) where T : IConstructed<T> => WithRoom(typed.Write, static octets =>
    {
        var reader = new TagReader(octets);
        List<BacnetValue> parts = [];
        while (!reader.IsAtEnd) parts.Add(reader.ReadValue());
        return parts is [var one] ? one : BacnetValue.List(parts);
    });

    private static TResult WithOctets<TResult>(BacnetValue value, Reading<TResult> read) => WithRoom((ref writer) => writer.WriteValue(value), read);

    /// <summary>Writes into as much room as it takes.</summary>
    private static TResult WithRoom<TResult>(Writing write, Reading<TResult> read)
    {
        for (var room = FirstRoom; ; room *= 4)
        {
            var rented = ArrayPool<byte>.Shared.Rent(room);
            try
            {
                var writer = new TagWriter(rented);
                write(ref writer);
                if (!writer.Overflowed) return read(writer.Written);
                if (room >= MostRoom) throw new ArgumentException($"a value of more than {MostRoom} octets");
            }
            finally
            {
                ArrayPool<byte>.Shared.Return(rented);
            }
        }
    }

    private delegate void Writing(ref TagWriter writer);

    private delegate TResult Reading<out TResult>(ReadOnlySpan<byte> octets);
}
