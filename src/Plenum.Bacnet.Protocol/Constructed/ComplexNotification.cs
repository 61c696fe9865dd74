using Plenum.Bacnet.Protocol.Tags;
using Plenum.Bacnet.Protocol.Types;

namespace Plenum.Bacnet.Protocol.Constructed;

/// <summary>complex-event-type: properties of the object, as an algorithm that is no choice of its own gives them.</summary>
/// <param name="Values">The properties.</param>
/// <remarks><code>
/// complex-event-type [6] SEQUENCE OF BACnetPropertyValue
/// </code></remarks>
public sealed record ComplexNotification(Sequence<BacnetPropertyValue> Values) : NotificationParameters((byte)EventType)
{
    /// <summary>The choice; among the event types, its number stands for a vendor's.</summary>
    internal const EventType EventType = (EventType)6;

    /// <summary><c>presentValue = 21.5, reliability = 0</c></summary>
    public override string ToString() => Values.ToString();

    internal static new ComplexNotification Read(ref TagReader reader)
    {
        var values = new List<BacnetPropertyValue>();
        while (reader.Error == DecodeError.None && !reader.NextIsClosing((byte)EventType)) values.Add(BacnetPropertyValue.Read(ref reader));
        return new([.. values]);
    }

    /// <inheritdoc/>
    protected override void WriteContent(ref TagWriter writer) => writer.WriteAll(Values);
}
