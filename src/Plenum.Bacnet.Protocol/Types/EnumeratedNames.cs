namespace Plenum.Bacnet.Protocol.Types;

/// <summary>Names for the numbers of enumerated properties, where the property tells which enumeration it holds (clause 12).</summary>
public static class EnumeratedNames
{
    /// <summary>The standard's name of a number, as <c>degrees-celsius</c>; null where the property does not tell, or the standard has no name for it.</summary>
    public static string? Of(PropertyReference source, uint number) => source.Property switch
    {
        PropertyId.PresentValue or PropertyId.RelinquishDefault or PropertyId.PriorityArray when IsBinary(source.Object.Type) => Name<BinaryPv>(number),
        _ => Of(source.Object.Type, source.Property, number),
    };

    /// <summary>The enumerations of properties other than a binary point's value, by object type where the type decides.</summary>
    private static string? Of(ObjectType type, PropertyId property, uint number) => property switch
    {
        PropertyId.Units or PropertyId.OutputUnits or PropertyId.ControlledVariableUnits or PropertyId.ProportionalConstantUnits
            or PropertyId.IntegralConstantUnits or PropertyId.DerivativeConstantUnits or PropertyId.CarLoadUnits => Name<EngineeringUnits>(number),
        PropertyId.EventState => Name<EventState>(number),
        PropertyId.Reliability => Name<Reliability>(number),
        PropertyId.SystemStatus => Name<DeviceStatus>(number),
        PropertyId.ObjectType => Name<ObjectType>(number),
        PropertyId.SegmentationSupported => Name<Segmentation>(number),
        PropertyId.Polarity => Name<Polarity>(number),
        PropertyId.NotifyType => Name<NotifyType>(number),
        PropertyId.EventType => Name<EventType>(number),
        PropertyId.FaultType => Name<FaultType>(number),
        PropertyId.BackupAndRestoreState => Name<BackupState>(number),
        PropertyId.LastRestartReason => Name<RestartReason>(number),
        PropertyId.FileAccessMethod => Name<FileAccessMethod>(number),
        PropertyId.ProgramState => Name<ProgramState>(number),
        PropertyId.ProgramChange => Name<ProgramRequest>(number),
        PropertyId.ReasonForHalt => Name<ProgramError>(number),
        PropertyId.LoggingType => Name<LoggingType>(number),
        PropertyId.NodeType or PropertyId.SubordinateNodeTypes => Name<NodeType>(number),
        PropertyId.SubordinateRelationships or PropertyId.DefaultSubordinateRelationship => Name<Relationship>(number),
        PropertyId.Action when type == ObjectType.Loop => Name<BacnetAction>(number),
        PropertyId.TimerState => Name<TimerState>(number),
        PropertyId.LastStateChange => Name<TimerTransition>(number),
        PropertyId.WriteStatus => Name<WriteStatus>(number),
        PropertyId.InProgress when type == ObjectType.LightingOutput => Name<LightingInProgress>(number),
        PropertyId.Transition => Name<LightingTransition>(number),
        PropertyId.AuditLevel => Name<AuditLevel>(number),
        _ => OfSafety(type, property, number) ?? OfNetworkPort(property, number) ?? OfPresentValue(type, property, number),
    };

    private static string? OfSafety(ObjectType type, PropertyId property, uint number) => property switch
    {
        PropertyId.TrackingValue or PropertyId.AlarmValues or PropertyId.FaultValues or PropertyId.LifeSafetyAlarmValues when IsLifeSafety(type) => Name<LifeSafetyState>(number),
        PropertyId.Mode or PropertyId.AcceptedModes when IsLifeSafety(type) => Name<LifeSafetyMode>(number),
        PropertyId.OperationExpected => Name<LifeSafetyOperation>(number),
        PropertyId.Silenced => Name<SilencedState>(number),
        PropertyId.MaintenanceRequired => Name<Maintenance>(number),
        PropertyId.DoorAlarmState or PropertyId.MaskedAlarmValues => Name<DoorAlarmState>(number),
        PropertyId.DoorStatus => Name<DoorStatus>(number),
        PropertyId.LockStatus => Name<LockStatus>(number),
        PropertyId.SecuredStatus => Name<DoorSecuredStatus>(number),
        PropertyId.AccessEvent or PropertyId.LastAccessEvent => Name<AccessEvent>(number),
        PropertyId.OccupancyState => Name<AccessZoneOccupancyState>(number),
        PropertyId.AuthenticationStatus => Name<AuthenticationStatus>(number),
        PropertyId.CredentialDisable => Name<AccessCredentialDisable>(number),
        PropertyId.ReasonForDisable => Name<AccessCredentialDisableReason>(number),
        _ => null,
    };

    private static string? OfNetworkPort(PropertyId property, uint number) => property switch
    {
        PropertyId.NetworkType => Name<NetworkType>(number),
        PropertyId.NetworkNumberQuality => Name<NetworkNumberQuality>(number),
        PropertyId.ProtocolLevel => Name<ProtocolLevel>(number),
        PropertyId.Command => Name<NetworkPortCommand>(number),
        PropertyId.BacnetIpMode or PropertyId.BacnetIpv6Mode => Name<IpMode>(number),
        _ => null,
    };

    private static string? OfPresentValue(ObjectType type, PropertyId property, uint number) => (type, property) switch
    {
        (ObjectType.LifeSafetyPoint or ObjectType.LifeSafetyZone, PropertyId.PresentValue) => Name<LifeSafetyState>(number),
        (ObjectType.LoadControl, PropertyId.PresentValue) => Name<ShedState>(number),
        (ObjectType.AccessDoor, PropertyId.PresentValue or PropertyId.RelinquishDefault or PropertyId.PriorityArray) => Name<DoorValue>(number),
        (ObjectType.BinaryLightingOutput, PropertyId.PresentValue or PropertyId.RelinquishDefault or PropertyId.PriorityArray) => Name<BinaryLightingPv>(number),
        _ => null,
    };

    private static bool IsLifeSafety(ObjectType type) => type is ObjectType.LifeSafetyPoint or ObjectType.LifeSafetyZone;

    /// <summary>Whether objects of a type have a binary present value: inactive or active.</summary>
    public static bool IsBinary(ObjectType type) => type is ObjectType.BinaryInput or ObjectType.BinaryOutput or ObjectType.BinaryValue;

    /// <summary>The standard's name of a number of an enumeration; null where it has none.</summary>
    internal static string? Name<T>(uint number) where T : struct, Enum => EnumNames<T>.Kebab((ulong)number);
}
