using Plenum.Bacnet.Protocol.Tags;
using Plenum.Bacnet.Protocol.Types;

namespace Plenum.Bacnet.Protocol.Constructed;

/// <summary>floating-limit: a value left the band around its setpoint.</summary>
/// <param name="Value">The value.</param>
/// <param name="Status">The object's status flags.</param>
/// <param name="Setpoint">The setpoint then.</param>
/// <param name="ErrorLimit">How far the value may be from it.</param>
/// <remarks><code>
/// floating-limit [4] SEQUENCE {
///   reference-value [0] REAL,
///   status-flags    [1] BACnetStatusFlags,
///   setpoint-value  [2] REAL,
///   error-limit     [3] REAL }
/// </code></remarks>
public sealed record FloatingLimitNotification(float Value, StatusFlags Status, float Setpoint, float ErrorLimit) : NotificationParameters((byte)EventType.FloatingLimit)
{
    /// <summary><c>25.5 where 21 ± 2 is wanted, status in-alarm</c></summary>
    public override string ToString() =>
        string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{Value} where {Setpoint} ± {ErrorLimit} is wanted{StatusText.After(Status)}");

    internal static new FloatingLimitNotification Read(ref TagReader reader) =>
        new(reader.ReadReal(context: 0), reader.ReadStatusFlags(context: 1), reader.ReadReal(context: 2), reader.ReadReal(context: 3));

    /// <inheritdoc/>
    protected override void WriteContent(ref TagWriter writer)
    {
        writer.WriteReal(Value, context: 0);
        writer.WriteStatusFlags(Status, context: 1);
        writer.WriteReal(Setpoint, context: 2);
        writer.WriteReal(ErrorLimit, context: 3);
    }
}
