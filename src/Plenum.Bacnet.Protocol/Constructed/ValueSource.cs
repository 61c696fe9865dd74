using Plenum.Bacnet.Protocol.Tags;
using Plenum.Bacnet.Protocol.Types;

namespace Plenum.Bacnet.Protocol.Constructed;

/// <summary>BACnetValueSource (clause 21): who wrote a value last.</summary>
/// <param name="Object">An object, where one is named.</param>
/// <param name="Address">An address, where no object is named; null for nobody.</param>
/// <remarks><code>
/// BACnetValueSource ::= CHOICE {
///   none    [0] NULL,
///   object  [1] BACnetDeviceObjectReference,
///   address [2] BACnetAddress }
/// </code></remarks>
public readonly record struct ValueSource(DeviceObjectReference? Object, BacnetAddress? Address = null) : IConstructed<ValueSource>
{
    /// <inheritdoc/>
    public static ValueSource Read(ref TagReader reader)
    {
        if (reader.NextIsOpening(1)) return new(reader.ReadNested<DeviceObjectReference>(1));
        if (reader.NextIsOpening(2)) return new(null, reader.ReadNested<BacnetAddress>(2));
        reader.ReadNull(context: 0);
        return default;
    }

    /// <inheritdoc/>
    public void Write(ref TagWriter writer)
    {
        if (Object is { } source) writer.WriteNested(source, 1);
        else if (Address is { } address) writer.WriteNested(address, 2);
        else writer.WriteNull(context: 0);
    }

    /// <summary>The object, the address, or <c>nobody</c>.</summary>
    public override string ToString() => Object is { } source ? source.ToString() : Address is { } address ? address.ToString() : "nobody";
}
