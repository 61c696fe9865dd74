using Plenum.Bacnet.Protocol.Tags;
using Plenum.Bacnet.Protocol.Types;

namespace Plenum.Bacnet.Protocol.Services;

/// <summary>One property of a SubscribeCOVPropertyMultiple-Request.</summary>
/// <param name="Monitored">The property.</param>
/// <param name="Increment">For numbers: how far the value must go before it is told; null leaves it to the device.</param>
/// <param name="Timestamped">Whether notifications tell when the value changed.</param>
/// <remarks><code>
/// SEQUENCE {
///   monitored-property [0] BACnetPropertyReference,
///   cov-increment      [1] REAL OPTIONAL,
///   timestamped        [2] BOOLEAN }
/// </code></remarks>
public readonly record struct CovReference(PropertyReference Monitored, float? Increment, bool Timestamped)
{
    internal static CovReference Read(ref TagReader reader, ObjectId monitored) => new(
        ReadProperty(ref reader, monitored, context: 0),
        reader.NextIsContext(1) ? reader.ReadReal(context: 1) : null,
        reader.ReadBoolean(context: 2));

    internal void Write(ref TagWriter writer)
    {
        WriteProperty(ref writer, Monitored, context: 0);
        if (Increment is { } increment) writer.WriteReal(increment, context: 1);
        writer.WriteBoolean(Timestamped, context: 2);
    }

    /// <summary>BACnetPropertyReference in a context tag, of an object that is named already.</summary>
    internal static PropertyReference ReadProperty(ref TagReader reader, ObjectId id, byte context)
    {
        reader.ReadOpening(context);
        PropertyReference property = new(id, (PropertyId)reader.ReadEnumerated(context: 0), reader.ReadOptionalUnsigned(context: 1));
        reader.ReadClosing(context);
        return property;
    }

    internal static void WriteProperty(ref TagWriter writer, PropertyReference property, byte context)
    {
        writer.WriteOpening(context);
        writer.WriteEnumerated((uint)property.Property, context: 0);
        writer.WriteOptionalUnsigned(property.ArrayIndex, context: 1);
        writer.WriteClosing(context);
    }
}
