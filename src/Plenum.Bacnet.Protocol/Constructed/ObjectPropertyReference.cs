using Plenum.Bacnet.Protocol.Tags;
using Plenum.Bacnet.Protocol.Types;

namespace Plenum.Bacnet.Protocol.Constructed;

/// <summary>BACnetObjectPropertyReference (clause 21): a property of an object in the same device.</summary>
/// <param name="Target">The object, the property and, for one element, its index.</param>
/// <remarks><code>
/// BACnetObjectPropertyReference ::= SEQUENCE {
///   object-identifier    [0] BACnetObjectIdentifier,
///   property-identifier  [1] BACnetPropertyIdentifier,
///   property-array-index [2] Unsigned OPTIONAL }
/// </code></remarks>
public readonly record struct ObjectPropertyReference(PropertyReference Target) : IConstructed<ObjectPropertyReference>
{
    /// <inheritdoc/>
    public static ObjectPropertyReference Read(ref TagReader reader) =>
        new(new PropertyReference(reader.ReadObjectId(context: 0), (PropertyId)reader.ReadEnumerated(context: 1), reader.ReadOptionalUnsigned(context: 2)));

    /// <inheritdoc/>
    public void Write(ref TagWriter writer)
    {
        writer.WriteObjectId(Target.Object, context: 0);
        writer.WriteEnumerated((uint)Target.Property, context: 1);
        writer.WriteOptionalUnsigned(Target.ArrayIndex, context: 2);
    }

    /// <summary><c>analogInput:1 presentValue</c></summary>
    public override string ToString() => Target.ToString();
}
