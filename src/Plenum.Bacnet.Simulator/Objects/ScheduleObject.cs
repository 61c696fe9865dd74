using Plenum.Bacnet.Protocol.Constructed;
using Plenum.Bacnet.Protocol.Types;
using Plenum.Bacnet.Server;
using Plenum.Bacnet.Server.Objects;
using static Plenum.Bacnet.Server.Objects.Properties<Plenum.Bacnet.Simulator.Objects.ScheduleObject>;
using P = Plenum.Bacnet.Protocol.Types.PropertyId;

namespace Plenum.Bacnet.Simulator.Objects;

/// <summary>A Schedule object (clause 12.24): a value for each time of each day of the week, and exceptions from that. It commands nothing: its list of references is empty.</summary>
internal sealed class ScheduleObject : LocalObject<ScheduleObject>
{
    private const int DaysInWeek = 7, MostExceptions = 50;
    private const uint Unoccupied = 0, Occupied = 1;

    private static readonly DateRange Always = new(BacnetDateTime.Any.Date, BacnetDateTime.Any.Date);

    private static readonly LocalProperty<ScheduleObject>[] Table =
    [
        One(P.Description, _ => BacnetValue.CharacterString("When the building is occupied, simulated")),
        One(P.PresentValue, self => self.ValueAt(self._clock.Local)),
        Typed(P.EffectivePeriod, _ => Always),
        Array(P.WeeklySchedule, self => DaysInWeek, (self, index) => Protocol.Constructed.Typed.ToValue(self._week[index])) with { Write = (self, value) => self.SetWeek(value) },
        Array(P.ExceptionSchedule, self => self._exceptions.Count, (self, index) => Protocol.Constructed.Typed.ToValue(self._exceptions[index])) with { Write = (self, value) => self.SetExceptions(value) },
        One(P.ScheduleDefault, _ => BacnetValue.Enumerated(Unoccupied)),
        List(P.ListOfObjectPropertyReferences, _ => []),
        One(P.PriorityForWriting, _ => BacnetValue.Unsigned(CommandPriority)),
        One(P.StatusFlags, _ => BacnetValue.BitString(new(0, 4))),
        One(P.Reliability, _ => BacnetValue.Enumerated((uint)Reliability.NoFaultDetected)),
        One(P.OutOfService, _ => BacnetValue.Boolean(false)),
    ];

    private const uint CommandPriority = 15;

    private readonly DeviceClock _clock;
    private readonly CalendarObject _holidays;
    private Sequence<DailySchedule> _week;
    private Sequence<SpecialEvent> _exceptions;

    /// <summary>A schedule of working days, with the days of a calendar and one week of summer for exceptions.</summary>
    public ScheduleObject(uint number, CalendarObject holidays, DeviceClock clock) : base(new(ObjectType.Schedule, number), "Occupancy", Table)
    {
        (_holidays, _clock) = (holidays, clock);
        DailySchedule work = new([At(7, Occupied), At(18, Unoccupied)]), rest = new([]);
        _week = [work, work, work, work, work, rest, rest];
        const byte any = BacnetDate.Any;
        _exceptions =
        [
            new SpecialEvent(null, holidays.Id, [At(0, Unoccupied)], Priority: 10),
            new SpecialEvent(new CalendarEntry(new DateRange(new(any, 8, 1, any), new(any, 8, 7, any))), default, [At(9, Occupied), At(13, Unoccupied)], Priority: 12),
        ];
    }

    /// <summary>The value at a time (clause 12.24.4): that of the exception of the highest priority that has one, else that of the day, else the default.</summary>
    public BacnetValue ValueAt(DateTime time)
    {
        var day = DateOnly.FromDateTime(time);
        var exceptions = _exceptions.Where(exception => exception.Days is { } days ? Matching.Includes(days, day) : exception.Calendar == _holidays.Id && _holidays.Has(day));
        return exceptions.OrderBy(exception => exception.Priority).Select(exception => Latest(exception.Times, time)).FirstOrDefault(value => value is not null)
            ?? Latest(_week[BacnetDate.From(day).DayOfWeek - 1].Times, time)
            ?? BacnetValue.Enumerated(Unoccupied);
    }

    /// <summary>The last value of a day that was due at a time; none where NULL ends it.</summary>
    private static BacnetValue? Latest(Sequence<TimeValue> times, DateTime time)
    {
        var now = TimeOnly.FromDateTime(time);
        var due = times.Where(one => one.Time.ToTimeOnly() <= now).OrderBy(one => one.Time.Packed).ToList();
        return due.Count == 0 || due[^1].Value.Kind == BacnetKind.Null ? null : due[^1].Value;
    }

    private static TimeValue At(byte hour, uint state) => new(new(hour, 0, 0, 0), BacnetValue.Enumerated(state));

    private BacnetError? SetWeek(BacnetValue value)
    {
        if (!Protocol.Constructed.Typed.TryReadAll<DailySchedule>(value, out var week)) return Refusals.InvalidDataType;
        if (week.Count != DaysInWeek) return Refusals.ValueOutOfRange;
        if (!week.All(day => AreStates(day.Times))) return Refusals.InvalidDataType;
        _week = week;
        return null;
    }

    private BacnetError? SetExceptions(BacnetValue value)
    {
        if (!Protocol.Constructed.Typed.TryReadAll<SpecialEvent>(value, out var exceptions)) return Refusals.InvalidDataType;
        if (exceptions.Count > MostExceptions) return new BacnetError(ErrorClass.Resources, ErrorCode.NoSpaceToWriteProperty);
        if (!exceptions.All(exception => AreStates(exception.Times))) return Refusals.InvalidDataType;
        _exceptions = exceptions;
        return null;
    }

    private static bool AreStates(Sequence<TimeValue> times) => times.All(one => one.Value.Kind is BacnetKind.Enumerated or BacnetKind.Null);
}
