using Plenum.Bacnet.Protocol.Constructed;
using Plenum.Bacnet.Protocol.Types;
using Plenum.Bacnet.Server;
using Plenum.Bacnet.Server.Objects;
using static Plenum.Bacnet.Server.Objects.Properties<Plenum.Bacnet.Simulator.Objects.NotificationClassObject>;
using P = Plenum.Bacnet.Protocol.Types.PropertyId;

namespace Plenum.Bacnet.Simulator.Objects;

/// <summary>A Notification Class object (clause 12.21): who is told of alarms, how urgent they are, and which of them a person has to acknowledge. It has nobody to tell until somebody adds itself to its Recipient_List.</summary>
internal sealed class NotificationClassObject(uint number) : LocalObject<NotificationClassObject>(new(ObjectType.NotificationClass, number), $"Alarms {number}", Table)
{
    /// <summary>Which transitions are to be acknowledged: all but the return to normal.</summary>
    public const EventTransitions AckRequired = EventTransitions.ToOffnormal | EventTransitions.ToFault;

    private const int MostRecipients = 20;

    private static readonly uint[] Priorities = [64, 96, 200];

    private static readonly LocalProperty<NotificationClassObject>[] Table =
    [
        One(P.Description, _ => BacnetValue.CharacterString("Alarms of this controller, simulated")),
        One(P.NotificationClass, self => BacnetValue.Unsigned(self.Id.Instance)),
        Array(P.Priority, _ => Priorities.Length, (_, index) => BacnetValue.Unsigned(Priorities[index])),
        One(P.AckRequired, _ => BacnetValue.BitString(new((ulong)AckRequired, 3))),
        List(P.RecipientList, self => self.Recipients),
    ];

    /// <summary>Whom it tells.</summary>
    public ElementStore<Destination> Recipients { get; } = new(MostRecipients);

    /// <summary>The priorities of transitions to offnormal, to fault and to normal.</summary>
    public static Sequence<uint> AllPriorities => [.. Priorities];

    /// <summary>Those who are to be told of a transition at a time.</summary>
    public IEnumerable<Destination> RecipientsAt(DateTime time, EventTransitions transition) => Recipients.Elements.Where(one =>
        (one.Transitions & transition) != 0 && one.Days.HasFlag(Day(time)) && IsWithin(one, TimeOnly.FromDateTime(time)));

    private static DaysOfWeek Day(DateTime time) => (DaysOfWeek)(1 << (((int)time.DayOfWeek + 6) % 7));

    private static bool IsWithin(Destination one, TimeOnly time) =>
        (one.From.ToTimeOnly() ?? TimeOnly.MinValue) <= time && time <= (one.To.ToTimeOnly() ?? TimeOnly.MaxValue);
}
