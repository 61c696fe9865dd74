using Plenum.Bacnet.Protocol.Tags;
using Plenum.Bacnet.Protocol.Types;

namespace Plenum.Bacnet.Protocol.Messages;

/// <summary>Reads octets whose production is not known as what the tags alone say (clause 20.2.1).</summary>
internal static class TaggedData
{
    /// <summary>Every value in its order, as one field.</summary>
    public static bool TryDescribe(ReadOnlySpan<byte> octets, MessageFields fields, out DecodeError error)
    {
        var reader = new TagReader(octets);
        List<BacnetValue> values = [];
        while (!reader.IsAtEnd && values.Count < TagReader.MaxElements) values.Add(reader.ReadValue());
        if (!reader.Finish(out error)) return false;
        if (values.Count > 0) fields.Add("data", BacnetValue.List(values));
        return true;
    }
}
