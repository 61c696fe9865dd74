namespace Plenum.Bacnet.Protocol.Types;

/// <summary>BACnetObjectType (clause 21): 0..127 are the standard's, 128..1023 a vendor's; its number is also its bit in Protocol_Object_Types_Supported.</summary>
public enum ObjectType : ushort
{
    /// <summary>analog-input</summary>
    AnalogInput = 0,
    /// <summary>analog-output</summary>
    AnalogOutput = 1,
    /// <summary>analog-value</summary>
    AnalogValue = 2,
    /// <summary>binary-input</summary>
    BinaryInput = 3,
    /// <summary>binary-output</summary>
    BinaryOutput = 4,
    /// <summary>binary-value</summary>
    BinaryValue = 5,
    /// <summary>calendar</summary>
    Calendar = 6,
    /// <summary>command</summary>
    Command = 7,
    /// <summary>device</summary>
    Device = 8,
    /// <summary>event-enrollment</summary>
    EventEnrollment = 9,
    /// <summary>file</summary>
    File = 10,
    /// <summary>group</summary>
    Group = 11,
    /// <summary>loop</summary>
    Loop = 12,
    /// <summary>multi-state-input</summary>
    MultiStateInput = 13,
    /// <summary>multi-state-output</summary>
    MultiStateOutput = 14,
    /// <summary>notification-class</summary>
    NotificationClass = 15,
    /// <summary>program</summary>
    Program = 16,
    /// <summary>schedule</summary>
    Schedule = 17,
    /// <summary>averaging</summary>
    Averaging = 18,
    /// <summary>multi-state-value</summary>
    MultiStateValue = 19,
    /// <summary>trend-log</summary>
    TrendLog = 20,
    /// <summary>life-safety-point</summary>
    LifeSafetyPoint = 21,
    /// <summary>life-safety-zone</summary>
    LifeSafetyZone = 22,
    /// <summary>accumulator</summary>
    Accumulator = 23,
    /// <summary>pulse-converter</summary>
    PulseConverter = 24,
    /// <summary>event-log</summary>
    EventLog = 25,
    /// <summary>global-group</summary>
    GlobalGroup = 26,
    /// <summary>trend-log-multiple</summary>
    TrendLogMultiple = 27,
    /// <summary>load-control</summary>
    LoadControl = 28,
    /// <summary>structured-view</summary>
    StructuredView = 29,
    /// <summary>access-door</summary>
    AccessDoor = 30,
    /// <summary>timer</summary>
    Timer = 31,
    /// <summary>access-credential</summary>
    AccessCredential = 32,
    /// <summary>access-point</summary>
    AccessPoint = 33,
    /// <summary>access-rights</summary>
    AccessRights = 34,
    /// <summary>access-user</summary>
    AccessUser = 35,
    /// <summary>access-zone</summary>
    AccessZone = 36,
    /// <summary>credential-data-input</summary>
    CredentialDataInput = 37,
    /// <summary>network-security (no longer in the standard; old devices have it)</summary>
    NetworkSecurity = 38,
    /// <summary>bitstring-value</summary>
    BitstringValue = 39,
    /// <summary>characterstring-value</summary>
    CharacterstringValue = 40,
    /// <summary>date-pattern-value</summary>
    DatePatternValue = 41,
    /// <summary>date-value</summary>
    DateValue = 42,
    /// <summary>datetime-pattern-value</summary>
    DatetimePatternValue = 43,
    /// <summary>datetime-value</summary>
    DatetimeValue = 44,
    /// <summary>integer-value</summary>
    IntegerValue = 45,
    /// <summary>large-analog-value</summary>
    LargeAnalogValue = 46,
    /// <summary>octetstring-value</summary>
    OctetstringValue = 47,
    /// <summary>positive-integer-value</summary>
    PositiveIntegerValue = 48,
    /// <summary>time-pattern-value</summary>
    TimePatternValue = 49,
    /// <summary>time-value</summary>
    TimeValue = 50,
    /// <summary>notification-forwarder</summary>
    NotificationForwarder = 51,
    /// <summary>alert-enrollment</summary>
    AlertEnrollment = 52,
    /// <summary>channel</summary>
    Channel = 53,
    /// <summary>lighting-output</summary>
    LightingOutput = 54,
    /// <summary>binary-lighting-output</summary>
    BinaryLightingOutput = 55,
    /// <summary>network-port</summary>
    NetworkPort = 56,
    /// <summary>elevator-group</summary>
    ElevatorGroup = 57,
    /// <summary>escalator</summary>
    Escalator = 58,
    /// <summary>lift</summary>
    Lift = 59,
    /// <summary>staging</summary>
    Staging = 60,
    /// <summary>audit-log</summary>
    AuditLog = 61,
    /// <summary>audit-reporter</summary>
    AuditReporter = 62,
    /// <summary>color (from an addendum to the 2020 edition)</summary>
    Color = 63,
    /// <summary>color-temperature (from an addendum to the 2020 edition)</summary>
    ColorTemperature = 64,
}
