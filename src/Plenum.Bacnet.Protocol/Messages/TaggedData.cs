using Plenum.Bacnet.Protocol.Tags;
using Plenum.Bacnet.Protocol.Types;

namespace Plenum.Bacnet.Protocol.Messages;

/// <summary>Reads octets whose production is not known as what the tags alone say (clause 20.2.1).</summary>
internal static class TaggedData
{
    /// <summary>Every value in its order, as one field.</summary>
    public static bool TryDescribe(ReadOnlySpan<byte> octets, MessageFields fields, out DecodeError error)
    {
        if (!TryRead(octets, out var values, out error)) return false;
        if (values.Count > 0) fields.Add("data", BacnetValue.List(values));
        return true;
    }

    /// <summary>Adds the values as a field, or the octets as they are if they are none.</summary>
    public static MessageFields Add(string name, ReadOnlySpan<byte> octets, MessageFields fields) =>
        TryRead(octets, out var values, out _) ? fields.Add(name, BacnetValue.List(values)) : fields.AddOctets(name, octets);

    private static bool TryRead(ReadOnlySpan<byte> octets, out List<BacnetValue> values, out DecodeError error)
    {
        var reader = new TagReader(octets);
        values = [];
        while (!reader.IsAtEnd && values.Count < TagReader.MaxElements) values.Add(reader.ReadValue());
        return reader.Finish(out error);
    }
}
