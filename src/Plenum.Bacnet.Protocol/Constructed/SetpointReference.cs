using Plenum.Bacnet.Protocol.Tags;
using Plenum.Bacnet.Protocol.Types;

namespace Plenum.Bacnet.Protocol.Constructed;

/// <summary>BACnetSetpointReference (clause 21): where a Loop object takes its setpoint from.</summary>
/// <param name="Target">The property; null where the Loop's own Setpoint holds.</param>
/// <remarks><code>
/// BACnetSetpointReference ::= SEQUENCE {
///   setpoint-reference [0] BACnetObjectPropertyReference OPTIONAL }
/// </code></remarks>
public readonly record struct SetpointReference(PropertyReference? Target) : IConstructed<SetpointReference>
{
    /// <inheritdoc/>
    public static SetpointReference Read(ref TagReader reader) => new(reader.ReadOptionalNested<ObjectPropertyReference>(0)?.Target);

    /// <inheritdoc/>
    public void Write(ref TagWriter writer)
    {
        if (Target is { } target) writer.WriteNested(new ObjectPropertyReference(target), 0);
    }

    /// <summary>The property, or <c>none</c>.</summary>
    public override string ToString() => Target is { } target ? target.ToString() : "none";
}
