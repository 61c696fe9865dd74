using Plenum.Bacnet.Protocol.Tags;
using Plenum.Bacnet.Protocol.Types;

namespace Plenum.Bacnet.Protocol.Constructed;

/// <summary>BACnetPropertyValue (clause 21): a property of an object that is named elsewhere, and what it is or is to become.</summary>
/// <param name="Property">The property.</param>
/// <param name="ArrayIndex">The element of an array property, 1 upward; 0 for its size; null for the whole.</param>
/// <param name="Value">The value.</param>
/// <param name="Priority">Of a write, 1 (highest) to 16; null leaves it to the device, which takes 16.</param>
/// <remarks><code>
/// BACnetPropertyValue ::= SEQUENCE {
///   property-identifier  [0] BACnetPropertyIdentifier,
///   property-array-index [1] Unsigned OPTIONAL,
///   property-value       [2] ABSTRACT-SYNTAX.&amp;Type,
///   priority             [3] Unsigned (1..16) OPTIONAL }
/// </code></remarks>
public readonly record struct BacnetPropertyValue(PropertyId Property, uint? ArrayIndex, BacnetValue Value, byte? Priority = null) : IConstructed<BacnetPropertyValue>
{
    /// <summary>A whole property and its value.</summary>
    public BacnetPropertyValue(PropertyId property, BacnetValue value) : this(property, null, value) { }

    /// <summary>Reads the sequence.</summary>
    public static BacnetPropertyValue Read(ref TagReader reader)
    {
        var property = (PropertyId)reader.ReadEnumerated(context: 0);
        var index = reader.ReadOptionalUnsigned(context: 1);
        var value = reader.ReadPropertyValue(context: 2);
        var priority = reader.ReadOptionalUnsigned(context: 3);
        if (priority is < 1 or > 16) reader.Fail(DecodeError.OutOfRange);
        return new(property, index, value, (byte?)priority);
    }

    /// <summary>Writes the sequence.</summary>
    public void Write(ref TagWriter writer)
    {
        writer.WriteEnumerated((uint)Property, context: 0);
        writer.WriteOptionalUnsigned(ArrayIndex, context: 1);
        writer.WritePropertyValue(Value, context: 2);
        writer.WriteOptionalUnsigned(Priority, context: 3);
    }

    /// <summary><c>presentValue = 21.5</c></summary>
    public override string ToString() =>
        $"{EnumNames<PropertyId>.CamelCase(Property)}{(ArrayIndex is { } index ? $"[{index}]" : "")} = {Value}{(Priority is { } priority ? $" at {priority}" : "")}";
}
