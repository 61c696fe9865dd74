using Plenum.Bacnet.Protocol.Tags;
using Plenum.Bacnet.Protocol.Types;

namespace Plenum.Bacnet.Protocol.Constructed;

/// <summary>WriteAccessSpecification (clause 21): what is to be written to one object.</summary>
/// <param name="Object">The object.</param>
/// <param name="Values">The properties and their values, in the order in which they are to be written.</param>
/// <remarks><code>
/// WriteAccessSpecification ::= SEQUENCE {
///   object-identifier  [0] BACnetObjectIdentifier,
///   list-of-properties [1] SEQUENCE OF BACnetPropertyValue }
/// </code></remarks>
public readonly record struct WriteAccessSpecification(ObjectId Object, Sequence<BacnetPropertyValue> Values) : IConstructed<WriteAccessSpecification>
{
    /// <inheritdoc/>
    public static WriteAccessSpecification Read(ref TagReader reader) =>
        new(reader.ReadObjectId(context: 0), reader.ReadSequence<BacnetPropertyValue>(context: 1));

    /// <inheritdoc/>
    public void Write(ref TagWriter writer)
    {
        writer.WriteObjectId(Object, context: 0);
        writer.WriteSequence(Values, context: 1);
    }

    /// <summary><c>analogValue:5 presentValue = 67</c></summary>
    public override string ToString() => $"{Object} {Values}";
}
