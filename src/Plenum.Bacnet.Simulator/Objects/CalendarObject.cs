using Plenum.Bacnet.Protocol.Constructed;
using Plenum.Bacnet.Protocol.Types;
using Plenum.Bacnet.Server.Objects;
using static Plenum.Bacnet.Server.Objects.Properties<Plenum.Bacnet.Simulator.Objects.CalendarObject>;
using P = Plenum.Bacnet.Protocol.Types.PropertyId;

namespace Plenum.Bacnet.Simulator.Objects;

/// <summary>A Calendar object (clause 12.9): whether today is one of its days.</summary>
internal sealed class CalendarObject : LocalObject<CalendarObject>
{
    private const int MostDays = 100;

    private static readonly LocalProperty<CalendarObject>[] Table =
    [
        One(P.Description, _ => BacnetValue.CharacterString("Holidays, simulated")),
        One(P.PresentValue, self => BacnetValue.Boolean(self.Has(DateOnly.FromDateTime(self._clock.Local)))),
        List(P.DateList, self => self.Days),
    ];

    private readonly DeviceClock _clock;

    /// <summary>A calendar of a few holidays.</summary>
    public CalendarObject(uint number, DeviceClock clock) : base(new(ObjectType.Calendar, number), "Holidays", Table)
    {
        _clock = clock;
        const byte any = BacnetDate.Any;
        Days.Set(
            new CalendarEntry(new BacnetDate(any, 1, 1, any)),
            new CalendarEntry(new DateRange(new(any, 12, 24, any), new(any, 12, 26, any))),
            new CalendarEntry(new WeekNDay(5, 6, 1)));   // the last Monday of May
    }

    /// <summary>The days.</summary>
    public ElementStore<CalendarEntry> Days { get; } = new(MostDays);

    /// <summary>Whether a day is one of them.</summary>
    public bool Has(DateOnly day) => Days.Elements.Any(entry => Matching.Includes(entry, day));
}
