using Plenum.Bacnet.Protocol.Tags;
using Plenum.Bacnet.Protocol.Types;

namespace Plenum.Bacnet.Protocol.Services;

/// <summary>AddListElement-Request and RemoveListElement-Request (clauses 15.1, 15.2), which the service choice alone tells apart.</summary>
/// <param name="Target">The list property, or the element of an array of lists.</param>
/// <param name="Elements">What is to be added or removed: one element as itself, several as a list.</param>
/// <remarks><code>
/// AddListElement-Request ::= SEQUENCE {
///   object-identifier    [0] BACnetObjectIdentifier,
///   property-identifier  [1] BACnetPropertyIdentifier,
///   property-array-index [2] Unsigned OPTIONAL,
///   list-of-elements     [3] ABSTRACT-SYNTAX.&amp;Type }
/// </code></remarks>
public readonly record struct ListElementRequest(PropertyReference Target, BacnetValue Elements)
{
    /// <summary>Reads the service's octets.</summary>
    public static bool TryDecode(ReadOnlySpan<byte> service, out ListElementRequest request, out DecodeError error)
    {
        var reader = new TagReader(service);
        request = new(ReadPropertyRequest.ReadTarget(ref reader), reader.ReadPropertyValue(context: 3));
        return reader.Finish(out error);
    }

    /// <summary>Writes the service's octets.</summary>
    public void Encode(ref TagWriter writer)
    {
        ReadPropertyRequest.WriteTarget(ref writer, Target);
        writer.WritePropertyValue(Elements, context: 3);
    }
}
