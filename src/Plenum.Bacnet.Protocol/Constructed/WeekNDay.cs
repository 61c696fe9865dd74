using Plenum.Bacnet.Protocol.Tags;
using Plenum.Bacnet.Protocol.Types;

namespace Plenum.Bacnet.Protocol.Constructed;

/// <summary>BACnetWeekNDay (clause 21): days by their place in the month or the week.</summary>
/// <param name="Month">1 to 12, 13 for odd months, 14 for even ones, 255 for any.</param>
/// <param name="WeekOfMonth">1 to 5 for the days 1-7, 8-14, 15-21, 22-28, 29-31; 6 for the last seven days, 7 to 9 for the seven days before those, and so on; 255 for any.</param>
/// <param name="DayOfWeek">1 = Monday to 7 = Sunday, 255 for any.</param>
/// <remarks><code>
/// BACnetWeekNDay ::= OCTET STRING (SIZE (3))
/// </code></remarks>
public readonly record struct WeekNDay(byte Month, byte WeekOfMonth, byte DayOfWeek)
{
    /// <summary><c>last Fri of every month</c></summary>
    public override string ToString() =>
        $"{PatternText.Week(WeekOfMonth)}{(DayOfWeek == BacnetDate.Any ? "every day" : PatternText.DayOfWeek(DayOfWeek))} of {PatternText.Month(Month)}";

    internal static WeekNDay Read(ref TagReader reader, byte context)
    {
        var octets = reader.ReadOctetString(context);
        if (octets.Length == 3) return new(octets[0], octets[1], octets[2]);
        reader.Fail(DecodeError.WrongLength);
        return default;
    }

    internal void Write(ref TagWriter writer, byte context) => writer.WriteOctetString(((Sequence<byte>)[Month, WeekOfMonth, DayOfWeek]).AsSpan(), context);
}
