using System.Buffers;
using Plenum.ThingsBoard.Payloads;

namespace Plenum.Gateway.Uplink;

/// <summary>Cuts the values of a message that is too large into several objects, by keys.</summary>
internal static class Splitter
{
    /// <summary>Objects of at most <paramref name="limit"/> bytes with all members in their order. A member that is larger by itself is not cut: it is an object of its own, for the server to judge.</summary>
    /// <param name="values">A JSON object, known to be one.</param>
    public static IReadOnlyList<ReadOnlyMemory<byte>> Split(ReadOnlyMemory<byte> values, int limit)
    {
        List<ReadOnlyMemory<byte>> parts = [];
        var part = new ArrayBufferWriter<byte>();
        foreach (var range in RawJson.Members(values.Span))
        {
            var member = values.Span[range];
            if (part.WrittenCount > 0 && part.WrittenCount + member.Length + 2 > limit) part = Close(part, parts);
            part.Write(part.WrittenCount == 0 ? "{"u8 : ","u8);
            part.Write(member);
        }
        if (part.WrittenCount > 0) Close(part, parts);
        return parts.Count > 0 ? parts : [values];
    }

    private static ArrayBufferWriter<byte> Close(ArrayBufferWriter<byte> part, List<ReadOnlyMemory<byte>> parts)
    {
        part.Write("}"u8);
        parts.Add(part.WrittenMemory);
        return new();
    }
}
