using Plenum.Bacnet.Protocol.Types;

namespace Plenum.Bacnet.Protocol.Constructed;

/// <summary>Which constructed type each property has (clause 12), as the way to put its value into words.</summary>
internal static class PropertyTypes
{
    /// <summary>Puts a value into words; null when it is not of the type. The second parameter names values inside it.</summary>
    public delegate string? Describer(BacnetValue value, Func<BacnetValue, string> name);

    /// <summary>How a property's value is put into words; null where it has no constructed type.</summary>
    public static Describer? Of(ObjectType type, PropertyId property) => property switch
    {
        PropertyId.PriorityArray => PriorityArrayText,
        PropertyId.WeeklySchedule => WeeklySchedule,
        PropertyId.ExceptionSchedule => All<SpecialEvent>,
        PropertyId.DateList => All<CalendarEntry>,
        PropertyId.PresentValue or PropertyId.RelinquishDefault when type is ObjectType.DatetimeValue or ObjectType.DatetimePatternValue => One<BacnetDateTime>,
        PropertyId.EffectivePeriod => One<DateRange>,
        PropertyId.EventTimeStamps => All<TimeStamp>,
        PropertyId.RecipientList => All<Destination>,
        PropertyId.EventParameters => One<EventParameter>,
        PropertyId.Recipient or PropertyId.AuditNotificationRecipient => One<Recipient>,
        PropertyId.RestartNotificationRecipients or PropertyId.TimeSynchronizationRecipients or PropertyId.UtcTimeSynchronizationRecipients
            or PropertyId.CovuRecipients => All<Recipient>,
        PropertyId.ActiveCovSubscriptions => All<CovSubscription>,
        PropertyId.DeviceAddressBinding or PropertyId.ManualSlaveAddressBinding or PropertyId.SlaveAddressBinding => All<AddressBinding>,
        PropertyId.LogBuffer => LogBuffer(type),
        PropertyId.Action when type == ObjectType.Command => All<ActionList>,
        PropertyId.Prescale => One<Prescale>,
        PropertyId.Scale => One<Scale>,
        PropertyId.LoggingRecord => One<AccumulatorRecord>,
        PropertyId.RequestedShedLevel or PropertyId.ExpectedShedLevel or PropertyId.ActualShedLevel => One<ShedLevel>,
        PropertyId.Tags or PropertyId.SubordinateTags => All<NameValue>,
        PropertyId.ValueSource => One<ValueSource>,
        PropertyId.ValueSourceArray => All<ValueSource>,
        PropertyId.CommandTimeArray => All<TimeStamp>,
        PropertyId.LastCommandTime or PropertyId.TimeOfDeviceRestart => One<TimeStamp>,
        _ => Reference(property) ?? Moment(property) ?? NetworkPort(property),
    };

    private static Describer? Reference(PropertyId property) => property switch
    {
        PropertyId.ListOfObjectPropertyReferences or PropertyId.ObjectPropertyReference or PropertyId.LogDeviceObjectProperty
            or PropertyId.GroupMembers or PropertyId.EventAlgorithmInhibitRef or PropertyId.TargetReferences => All<DeviceObjectPropertyReference>,
        PropertyId.ControlledVariableReference or PropertyId.ManipulatedVariableReference or PropertyId.InputReference => One<ObjectPropertyReference>,
        PropertyId.SetpointReference => One<SetpointReference>,
        PropertyId.SubordinateList or PropertyId.ZoneMembers or PropertyId.MemberOf or PropertyId.EntryPoints or PropertyId.ExitPoints
            or PropertyId.DoorMembers or PropertyId.AccessDoors or PropertyId.Credentials or PropertyId.CredentialsInZone or PropertyId.Represents
            or PropertyId.EnergyMeterRef or PropertyId.AccessEventCredential or PropertyId.LastCredentialAdded or PropertyId.LastCredentialRemoved => All<DeviceObjectReference>,
        _ => null,
    };

    private static Describer? Moment(PropertyId property) => property switch
    {
        PropertyId.ChangeOfStateTime or PropertyId.TimeOfActiveTimeReset or PropertyId.TimeOfStateCountReset or PropertyId.TimeOfStrikeCountReset
            or PropertyId.UpdateTime or PropertyId.StartTime or PropertyId.StopTime or PropertyId.ModificationDate or PropertyId.MaximumValueTimestamp or PropertyId.MinimumValueTimestamp
            or PropertyId.CountChangeTime or PropertyId.ValueChangeTime or PropertyId.ActivationTime or PropertyId.ExpirationTime or PropertyId.LastUseTime
            or PropertyId.LastCredentialAddedTime or PropertyId.LastCredentialRemovedTime => One<BacnetDateTime>,
        PropertyId.LastRestoreTime or PropertyId.AccessEventTime => One<TimeStamp>,
        _ => null,
    };

    private static Describer? NetworkPort(PropertyId property) => property switch
    {
        PropertyId.BbmdBroadcastDistributionTable => All<BdtEntry>,
        PropertyId.BbmdForeignDeviceTable => All<FdtEntry>,
        PropertyId.FdBbmdAddress or PropertyId.BacnetIpGlobalAddress => One<HostNPort>,
        PropertyId.RoutingTable => All<RouterEntry>,
        PropertyId.VirtualMacAddressTable => All<VmacEntry>,
        PropertyId.IpAddress or PropertyId.IpSubnetMask or PropertyId.IpDefaultGateway or PropertyId.IpDhcpServer or PropertyId.BacnetIpMulticastAddress => Ip,
        PropertyId.IpDnsServer => Ips,
        PropertyId.MacAddress => Mac,
        _ => null,
    };

    private static Describer LogBuffer(ObjectType type) => type switch
    {
        ObjectType.EventLog => All<EventLogRecord>,
        ObjectType.TrendLogMultiple => All<LogMultipleRecord>,
        _ => All<LogRecord>,
    };

    private static string? One<T>(BacnetValue value, Func<BacnetValue, string> _) where T : IConstructed<T> =>
        Typed.TryRead<T>(value, out var one) ? one.ToString() : null;

    private static string? All<T>(BacnetValue value, Func<BacnetValue, string> _) where T : IConstructed<T> =>
        Typed.TryReadAll<T>(value, out var all) ? all.Count == 1 ? all[0].ToString() : $"[{string.Join("; ", all)}]" : null;

    private static string? PriorityArrayText(BacnetValue value, Func<BacnetValue, string> name)
    {
        if (!Typed.TryRead<PriorityArray>(value, out var array)) return null;
        return array.ToText(one => one.Value.IsTagged() ? one.ToString() : name(one.Value));
    }

    /// <summary>Days of the same values together: <c>Mon-Fri 08:00 = 21.5; Sat-Sun nothing</c>.</summary>
    private static string? WeeklySchedule(BacnetValue value, Func<BacnetValue, string> _)
    {
        if (!Typed.TryReadAll<DailySchedule>(value, out var days)) return null;
        if (days.Count != 7) return days.Count == 1 ? days[0].ToString() : null;
        var text = new List<string>();
        for (int first = 0, next; first < days.Count; first = next)
        {
            for (next = first + 1; next < days.Count && days[next] == days[first];) next++;
            text.Add($"{StatusText.Day(first + 1)}{(next - first > 1 ? $"-{StatusText.Day(next)}" : "")} {days[first]}");
        }
        return string.Join("; ", text);
    }

    private static string? Ip(BacnetValue value, Func<BacnetValue, string> _) =>
        value.Kind == BacnetKind.OctetString ? OctetText.Ip(Sequence.Create<byte>(value.AsOctetString)) : null;

    private static string? Ips(BacnetValue value, Func<BacnetValue, string> name) => value.Kind != BacnetKind.List ? Ip(value, name)
        : value.Elements.All(element => element.Kind == BacnetKind.OctetString) ? $"[{string.Join(", ", value.Elements.Select(element => Ip(element, name)))}]" : null;

    private static string? Mac(BacnetValue value, Func<BacnetValue, string> _) =>
        value.Kind == BacnetKind.OctetString ? OctetText.Address(Sequence.Create<byte>(value.AsOctetString)) : null;
}
