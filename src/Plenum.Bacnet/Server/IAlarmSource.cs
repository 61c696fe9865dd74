using Plenum.Bacnet.Protocol.Constructed;
using Plenum.Bacnet.Protocol.Services;
using Plenum.Bacnet.Protocol.Types;

namespace Plenum.Bacnet.Server;

/// <summary>A device whose objects watch for events: with it, AcknowledgeAlarm, GetAlarmSummary, GetEnrollmentSummary and GetEventInformation (clauses 13.5, 13.10 to 13.12) are served.</summary>
public interface IAlarmSource
{
    /// <summary>Every object that watches for events, as it is now, in ascending order of its identifier.</summary>
    IReadOnlyList<EventStatus> EventStatuses { get; }

    /// <summary>Takes the acknowledgement of a transition.</summary>
    /// <returns>Null when it was taken, else why not.</returns>
    BacnetError? Acknowledge(AcknowledgeAlarmRequest request);
}

/// <summary>An object that watches for events.</summary>
/// <param name="Summary">Its state, its transitions and their priorities.</param>
/// <param name="EventType">The algorithm that it watches with.</param>
/// <param name="NotificationClass">The number of the Notification Class object that says whom to tell.</param>
/// <param name="Recipients">Whom that tells.</param>
public sealed record EventStatus(EventSummary Summary, EventType EventType, uint NotificationClass, IReadOnlyList<Destination> Recipients)
{
    /// <summary>The priority of the transition to the present state.</summary>
    public byte Priority => (byte)Summary.Priorities[Summary.State switch { EventState.Normal => 2, EventState.Fault => 1, _ => 0 }];

    /// <summary>Whether all its transitions are acknowledged.</summary>
    public bool IsAcknowledged => Summary.Acknowledged == (EventTransitions.ToOffnormal | EventTransitions.ToFault | EventTransitions.ToNormal);
}
