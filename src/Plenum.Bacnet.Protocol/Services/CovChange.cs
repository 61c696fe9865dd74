using Plenum.Bacnet.Protocol.Tags;
using Plenum.Bacnet.Protocol.Types;

namespace Plenum.Bacnet.Protocol.Services;

/// <summary>One value of a COVNotificationMultiple.</summary>
/// <param name="Monitored">The property.</param>
/// <param name="Value">Its value now.</param>
/// <param name="ChangedAt">When it changed, if that was asked for.</param>
/// <remarks><code>
/// SEQUENCE {
///   property-identifier  [0] BACnetPropertyIdentifier,
///   property-array-index [1] Unsigned OPTIONAL,
///   property-value       [2] ABSTRACT-SYNTAX.&amp;Type,
///   time-of-change       [3] Time OPTIONAL }
/// </code></remarks>
public readonly record struct CovChange(PropertyReference Monitored, BacnetValue Value, BacnetTime? ChangedAt = null)
{
    internal static CovChange Read(ref TagReader reader, ObjectId monitored) => new(
        new(monitored, (PropertyId)reader.ReadEnumerated(context: 0), reader.ReadOptionalUnsigned(context: 1)),
        reader.ReadPropertyValue(context: 2),
        reader.NextIsContext(3) ? reader.ReadTime(context: 3) : null);

    internal void Write(ref TagWriter writer)
    {
        writer.WriteEnumerated((uint)Monitored.Property, context: 0);
        writer.WriteOptionalUnsigned(Monitored.ArrayIndex, context: 1);
        writer.WritePropertyValue(Value, context: 2);
        if (ChangedAt is { } time) writer.WriteTime(time, context: 3);
    }
}
