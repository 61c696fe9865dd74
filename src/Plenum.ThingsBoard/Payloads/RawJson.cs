using System.Text.Json;

namespace Plenum.ThingsBoard.Payloads;

/// <summary>Looks at JSON without building anything from it.</summary>
public static class RawJson
{
    /// <summary>Whether the bytes are one whole JSON object. Asked of everything that is copied into a payload unread: one bad object would spoil its neighbours.</summary>
    public static bool IsObject(ReadOnlySpan<byte> bytes)
    {
        var reader = new Utf8JsonReader(bytes);
        try
        {
            if (!reader.Read() || reader.TokenType != JsonTokenType.StartObject) return false;
            reader.Skip();
            return !reader.Read();
        }
        catch (JsonException)
        {
            return false;
        }
    }

    /// <summary>Cuts an object into its members: each the bytes of <c>"key":value</c>, in their order.</summary>
    /// <param name="json">A JSON object, known to be one.</param>
    public static List<Range> Members(ReadOnlySpan<byte> json)
    {
        List<Range> members = [];
        var reader = new Utf8JsonReader(json);
        reader.Read();
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            var start = (int)reader.TokenStartIndex;
            reader.Read();
            reader.Skip();
            members.Add(start..(int)reader.BytesConsumed);
        }
        return members;
    }
}
