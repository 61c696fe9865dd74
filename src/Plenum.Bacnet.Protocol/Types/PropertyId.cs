namespace Plenum.Bacnet.Protocol.Types;

/// <summary>BACnetPropertyIdentifier (clause 21): 0..511 and 4194304 upward are the standard's, the rest a vendor's.</summary>
public enum PropertyId : uint
{
    /// <summary>acked-transitions</summary>
    AckedTransitions = 0,
    /// <summary>ack-required</summary>
    AckRequired = 1,
    /// <summary>action</summary>
    Action = 2,
    /// <summary>action-text</summary>
    ActionText = 3,
    /// <summary>active-text</summary>
    ActiveText = 4,
    /// <summary>active-vt-sessions</summary>
    ActiveVtSessions = 5,
    /// <summary>alarm-value</summary>
    AlarmValue = 6,
    /// <summary>alarm-values</summary>
    AlarmValues = 7,
    /// <summary>all</summary>
    All = 8,
    /// <summary>all-writes-successful</summary>
    AllWritesSuccessful = 9,
    /// <summary>apdu-segment-timeout</summary>
    ApduSegmentTimeout = 10,
    /// <summary>apdu-timeout</summary>
    ApduTimeout = 11,
    /// <summary>application-software-version</summary>
    ApplicationSoftwareVersion = 12,
    /// <summary>archive</summary>
    Archive = 13,
    /// <summary>bias</summary>
    Bias = 14,
    /// <summary>change-of-state-count</summary>
    ChangeOfStateCount = 15,
    /// <summary>change-of-state-time</summary>
    ChangeOfStateTime = 16,
    /// <summary>notification-class</summary>
    NotificationClass = 17,
    /// <summary>controlled-variable-reference</summary>
    ControlledVariableReference = 19,
    /// <summary>controlled-variable-units</summary>
    ControlledVariableUnits = 20,
    /// <summary>controlled-variable-value</summary>
    ControlledVariableValue = 21,
    /// <summary>cov-increment</summary>
    CovIncrement = 22,
    /// <summary>date-list</summary>
    DateList = 23,
    /// <summary>daylight-savings-status</summary>
    DaylightSavingsStatus = 24,
    /// <summary>deadband</summary>
    Deadband = 25,
    /// <summary>derivative-constant</summary>
    DerivativeConstant = 26,
    /// <summary>derivative-constant-units</summary>
    DerivativeConstantUnits = 27,
    /// <summary>description</summary>
    Description = 28,
    /// <summary>description-of-halt</summary>
    DescriptionOfHalt = 29,
    /// <summary>device-address-binding</summary>
    DeviceAddressBinding = 30,
    /// <summary>device-type</summary>
    DeviceType = 31,
    /// <summary>effective-period</summary>
    EffectivePeriod = 32,
    /// <summary>elapsed-active-time</summary>
    ElapsedActiveTime = 33,
    /// <summary>error-limit</summary>
    ErrorLimit = 34,
    /// <summary>event-enable</summary>
    EventEnable = 35,
    /// <summary>event-state</summary>
    EventState = 36,
    /// <summary>event-type</summary>
    EventType = 37,
    /// <summary>exception-schedule</summary>
    ExceptionSchedule = 38,
    /// <summary>fault-values</summary>
    FaultValues = 39,
    /// <summary>feedback-value</summary>
    FeedbackValue = 40,
    /// <summary>file-access-method</summary>
    FileAccessMethod = 41,
    /// <summary>file-size</summary>
    FileSize = 42,
    /// <summary>file-type</summary>
    FileType = 43,
    /// <summary>firmware-revision</summary>
    FirmwareRevision = 44,
    /// <summary>high-limit</summary>
    HighLimit = 45,
    /// <summary>inactive-text</summary>
    InactiveText = 46,
    /// <summary>in-process</summary>
    InProcess = 47,
    /// <summary>instance-of</summary>
    InstanceOf = 48,
    /// <summary>integral-constant</summary>
    IntegralConstant = 49,
    /// <summary>integral-constant-units</summary>
    IntegralConstantUnits = 50,
    /// <summary>issue-confirmed-notifications</summary>
    IssueConfirmedNotifications = 51,
    /// <summary>limit-enable</summary>
    LimitEnable = 52,
    /// <summary>list-of-group-members</summary>
    ListOfGroupMembers = 53,
    /// <summary>list-of-object-property-references</summary>
    ListOfObjectPropertyReferences = 54,
    /// <summary>list-of-session-keys</summary>
    ListOfSessionKeys = 55,
    /// <summary>local-date</summary>
    LocalDate = 56,
    /// <summary>local-time</summary>
    LocalTime = 57,
    /// <summary>location</summary>
    Location = 58,
    /// <summary>low-limit</summary>
    LowLimit = 59,
    /// <summary>manipulated-variable-reference</summary>
    ManipulatedVariableReference = 60,
    /// <summary>maximum-output</summary>
    MaximumOutput = 61,
    /// <summary>max-apdu-length-accepted</summary>
    MaxApduLengthAccepted = 62,
    /// <summary>max-info-frames</summary>
    MaxInfoFrames = 63,
    /// <summary>max-master</summary>
    MaxMaster = 64,
    /// <summary>max-pres-value</summary>
    MaxPresValue = 65,
    /// <summary>minimum-off-time</summary>
    MinimumOffTime = 66,
    /// <summary>minimum-on-time</summary>
    MinimumOnTime = 67,
    /// <summary>minimum-output</summary>
    MinimumOutput = 68,
    /// <summary>min-pres-value</summary>
    MinPresValue = 69,
    /// <summary>model-name</summary>
    ModelName = 70,
    /// <summary>modification-date</summary>
    ModificationDate = 71,
    /// <summary>notify-type</summary>
    NotifyType = 72,
    /// <summary>number-of-apdu-retries</summary>
    NumberOfApduRetries = 73,
    /// <summary>number-of-states</summary>
    NumberOfStates = 74,
    /// <summary>object-identifier</summary>
    ObjectIdentifier = 75,
    /// <summary>object-list</summary>
    ObjectList = 76,
    /// <summary>object-name</summary>
    ObjectName = 77,
    /// <summary>object-property-reference</summary>
    ObjectPropertyReference = 78,
    /// <summary>object-type</summary>
    ObjectType = 79,
    /// <summary>optional</summary>
    Optional = 80,
    /// <summary>out-of-service</summary>
    OutOfService = 81,
    /// <summary>output-units</summary>
    OutputUnits = 82,
    /// <summary>event-parameters</summary>
    EventParameters = 83,
    /// <summary>polarity</summary>
    Polarity = 84,
    /// <summary>present-value</summary>
    PresentValue = 85,
    /// <summary>priority</summary>
    Priority = 86,
    /// <summary>priority-array</summary>
    PriorityArray = 87,
    /// <summary>priority-for-writing</summary>
    PriorityForWriting = 88,
    /// <summary>process-identifier</summary>
    ProcessIdentifier = 89,
    /// <summary>program-change</summary>
    ProgramChange = 90,
    /// <summary>program-location</summary>
    ProgramLocation = 91,
    /// <summary>program-state</summary>
    ProgramState = 92,
    /// <summary>proportional-constant</summary>
    ProportionalConstant = 93,
    /// <summary>proportional-constant-units</summary>
    ProportionalConstantUnits = 94,
    /// <summary>protocol-conformance-class (no longer in the standard; old devices have it)</summary>
    ProtocolConformanceClass = 95,
    /// <summary>protocol-object-types-supported</summary>
    ProtocolObjectTypesSupported = 96,
    /// <summary>protocol-services-supported</summary>
    ProtocolServicesSupported = 97,
    /// <summary>protocol-version</summary>
    ProtocolVersion = 98,
    /// <summary>read-only</summary>
    ReadOnly = 99,
    /// <summary>reason-for-halt</summary>
    ReasonForHalt = 100,
    /// <summary>recipient (no longer in the standard; old devices have it)</summary>
    Recipient = 101,
    /// <summary>recipient-list</summary>
    RecipientList = 102,
    /// <summary>reliability</summary>
    Reliability = 103,
    /// <summary>relinquish-default</summary>
    RelinquishDefault = 104,
    /// <summary>required</summary>
    Required = 105,
    /// <summary>resolution</summary>
    Resolution = 106,
    /// <summary>segmentation-supported</summary>
    SegmentationSupported = 107,
    /// <summary>setpoint</summary>
    Setpoint = 108,
    /// <summary>setpoint-reference</summary>
    SetpointReference = 109,
    /// <summary>state-text</summary>
    StateText = 110,
    /// <summary>status-flags</summary>
    StatusFlags = 111,
    /// <summary>system-status</summary>
    SystemStatus = 112,
    /// <summary>time-delay</summary>
    TimeDelay = 113,
    /// <summary>time-of-active-time-reset</summary>
    TimeOfActiveTimeReset = 114,
    /// <summary>time-of-state-count-reset</summary>
    TimeOfStateCountReset = 115,
    /// <summary>time-synchronization-recipients</summary>
    TimeSynchronizationRecipients = 116,
    /// <summary>units</summary>
    Units = 117,
    /// <summary>update-interval</summary>
    UpdateInterval = 118,
    /// <summary>utc-offset</summary>
    UtcOffset = 119,
    /// <summary>vendor-identifier</summary>
    VendorIdentifier = 120,
    /// <summary>vendor-name</summary>
    VendorName = 121,
    /// <summary>vt-classes-supported</summary>
    VtClassesSupported = 122,
    /// <summary>weekly-schedule</summary>
    WeeklySchedule = 123,
    /// <summary>attempted-samples</summary>
    AttemptedSamples = 124,
    /// <summary>average-value</summary>
    AverageValue = 125,
    /// <summary>buffer-size</summary>
    BufferSize = 126,
    /// <summary>client-cov-increment</summary>
    ClientCovIncrement = 127,
    /// <summary>cov-resubscription-interval</summary>
    CovResubscriptionInterval = 128,
    /// <summary>current-notify-time (no longer in the standard; old devices have it)</summary>
    CurrentNotifyTime = 129,
    /// <summary>event-time-stamps</summary>
    EventTimeStamps = 130,
    /// <summary>log-buffer</summary>
    LogBuffer = 131,
    /// <summary>log-device-object-property</summary>
    LogDeviceObjectProperty = 132,
    /// <summary>enable</summary>
    Enable = 133,
    /// <summary>log-interval</summary>
    LogInterval = 134,
    /// <summary>maximum-value</summary>
    MaximumValue = 135,
    /// <summary>minimum-value</summary>
    MinimumValue = 136,
    /// <summary>notification-threshold</summary>
    NotificationThreshold = 137,
    /// <summary>previous-notify-time (no longer in the standard; old devices have it)</summary>
    PreviousNotifyTime = 138,
    /// <summary>protocol-revision</summary>
    ProtocolRevision = 139,
    /// <summary>records-since-notification</summary>
    RecordsSinceNotification = 140,
    /// <summary>record-count</summary>
    RecordCount = 141,
    /// <summary>start-time</summary>
    StartTime = 142,
    /// <summary>stop-time</summary>
    StopTime = 143,
    /// <summary>stop-when-full</summary>
    StopWhenFull = 144,
    /// <summary>total-record-count</summary>
    TotalRecordCount = 145,
    /// <summary>valid-samples</summary>
    ValidSamples = 146,
    /// <summary>window-interval</summary>
    WindowInterval = 147,
    /// <summary>window-samples</summary>
    WindowSamples = 148,
    /// <summary>maximum-value-timestamp</summary>
    MaximumValueTimestamp = 149,
    /// <summary>minimum-value-timestamp</summary>
    MinimumValueTimestamp = 150,
    /// <summary>variance-value</summary>
    VarianceValue = 151,
    /// <summary>active-cov-subscriptions</summary>
    ActiveCovSubscriptions = 152,
    /// <summary>backup-failure-timeout</summary>
    BackupFailureTimeout = 153,
    /// <summary>configuration-files</summary>
    ConfigurationFiles = 154,
    /// <summary>database-revision</summary>
    DatabaseRevision = 155,
    /// <summary>direct-reading</summary>
    DirectReading = 156,
    /// <summary>last-restore-time</summary>
    LastRestoreTime = 157,
    /// <summary>maintenance-required</summary>
    MaintenanceRequired = 158,
    /// <summary>member-of</summary>
    MemberOf = 159,
    /// <summary>mode</summary>
    Mode = 160,
    /// <summary>operation-expected</summary>
    OperationExpected = 161,
    /// <summary>setting</summary>
    Setting = 162,
    /// <summary>silenced</summary>
    Silenced = 163,
    /// <summary>tracking-value</summary>
    TrackingValue = 164,
    /// <summary>zone-members</summary>
    ZoneMembers = 165,
    /// <summary>life-safety-alarm-values</summary>
    LifeSafetyAlarmValues = 166,
    /// <summary>max-segments-accepted</summary>
    MaxSegmentsAccepted = 167,
    /// <summary>profile-name</summary>
    ProfileName = 168,
    /// <summary>auto-slave-discovery</summary>
    AutoSlaveDiscovery = 169,
    /// <summary>manual-slave-address-binding</summary>
    ManualSlaveAddressBinding = 170,
    /// <summary>slave-address-binding</summary>
    SlaveAddressBinding = 171,
    /// <summary>slave-proxy-enable</summary>
    SlaveProxyEnable = 172,
    /// <summary>last-notify-record</summary>
    LastNotifyRecord = 173,
    /// <summary>schedule-default</summary>
    ScheduleDefault = 174,
    /// <summary>accepted-modes</summary>
    AcceptedModes = 175,
    /// <summary>adjust-value</summary>
    AdjustValue = 176,
    /// <summary>count</summary>
    Count = 177,
    /// <summary>count-before-change</summary>
    CountBeforeChange = 178,
    /// <summary>count-change-time</summary>
    CountChangeTime = 179,
    /// <summary>cov-period</summary>
    CovPeriod = 180,
    /// <summary>input-reference</summary>
    InputReference = 181,
    /// <summary>limit-monitoring-interval</summary>
    LimitMonitoringInterval = 182,
    /// <summary>logging-object</summary>
    LoggingObject = 183,
    /// <summary>logging-record</summary>
    LoggingRecord = 184,
    /// <summary>prescale</summary>
    Prescale = 185,
    /// <summary>pulse-rate</summary>
    PulseRate = 186,
    /// <summary>scale</summary>
    Scale = 187,
    /// <summary>scale-factor</summary>
    ScaleFactor = 188,
    /// <summary>update-time</summary>
    UpdateTime = 189,
    /// <summary>value-before-change</summary>
    ValueBeforeChange = 190,
    /// <summary>value-set</summary>
    ValueSet = 191,
    /// <summary>value-change-time</summary>
    ValueChangeTime = 192,
    /// <summary>align-intervals</summary>
    AlignIntervals = 193,
    /// <summary>interval-offset</summary>
    IntervalOffset = 195,
    /// <summary>last-restart-reason</summary>
    LastRestartReason = 196,
    /// <summary>logging-type</summary>
    LoggingType = 197,
    /// <summary>restart-notification-recipients</summary>
    RestartNotificationRecipients = 202,
    /// <summary>time-of-device-restart</summary>
    TimeOfDeviceRestart = 203,
    /// <summary>time-synchronization-interval</summary>
    TimeSynchronizationInterval = 204,
    /// <summary>trigger</summary>
    Trigger = 205,
    /// <summary>utc-time-synchronization-recipients</summary>
    UtcTimeSynchronizationRecipients = 206,
    /// <summary>node-subtype</summary>
    NodeSubtype = 207,
    /// <summary>node-type</summary>
    NodeType = 208,
    /// <summary>structured-object-list</summary>
    StructuredObjectList = 209,
    /// <summary>subordinate-annotations</summary>
    SubordinateAnnotations = 210,
    /// <summary>subordinate-list</summary>
    SubordinateList = 211,
    /// <summary>actual-shed-level</summary>
    ActualShedLevel = 212,
    /// <summary>duty-window</summary>
    DutyWindow = 213,
    /// <summary>expected-shed-level</summary>
    ExpectedShedLevel = 214,
    /// <summary>full-duty-baseline</summary>
    FullDutyBaseline = 215,
    /// <summary>requested-shed-level</summary>
    RequestedShedLevel = 218,
    /// <summary>shed-duration</summary>
    ShedDuration = 219,
    /// <summary>shed-level-descriptions</summary>
    ShedLevelDescriptions = 220,
    /// <summary>shed-levels</summary>
    ShedLevels = 221,
    /// <summary>state-description</summary>
    StateDescription = 222,
    /// <summary>door-alarm-state</summary>
    DoorAlarmState = 226,
    /// <summary>door-extended-pulse-time</summary>
    DoorExtendedPulseTime = 227,
    /// <summary>door-members</summary>
    DoorMembers = 228,
    /// <summary>door-open-too-long-time</summary>
    DoorOpenTooLongTime = 229,
    /// <summary>door-pulse-time</summary>
    DoorPulseTime = 230,
    /// <summary>door-status</summary>
    DoorStatus = 231,
    /// <summary>door-unlock-delay-time</summary>
    DoorUnlockDelayTime = 232,
    /// <summary>lock-status</summary>
    LockStatus = 233,
    /// <summary>masked-alarm-values</summary>
    MaskedAlarmValues = 234,
    /// <summary>secured-status</summary>
    SecuredStatus = 235,
    /// <summary>absentee-limit</summary>
    AbsenteeLimit = 244,
    /// <summary>access-alarm-events</summary>
    AccessAlarmEvents = 245,
    /// <summary>access-doors</summary>
    AccessDoors = 246,
    /// <summary>access-event</summary>
    AccessEvent = 247,
    /// <summary>access-event-authentication-factor</summary>
    AccessEventAuthenticationFactor = 248,
    /// <summary>access-event-credential</summary>
    AccessEventCredential = 249,
    /// <summary>access-event-time</summary>
    AccessEventTime = 250,
    /// <summary>access-transaction-events</summary>
    AccessTransactionEvents = 251,
    /// <summary>accompaniment</summary>
    Accompaniment = 252,
    /// <summary>accompaniment-time</summary>
    AccompanimentTime = 253,
    /// <summary>activation-time</summary>
    ActivationTime = 254,
    /// <summary>active-authentication-policy</summary>
    ActiveAuthenticationPolicy = 255,
    /// <summary>assigned-access-rights</summary>
    AssignedAccessRights = 256,
    /// <summary>authentication-factors</summary>
    AuthenticationFactors = 257,
    /// <summary>authentication-policy-list</summary>
    AuthenticationPolicyList = 258,
    /// <summary>authentication-policy-names</summary>
    AuthenticationPolicyNames = 259,
    /// <summary>authentication-status</summary>
    AuthenticationStatus = 260,
    /// <summary>authorization-mode</summary>
    AuthorizationMode = 261,
    /// <summary>belongs-to</summary>
    BelongsTo = 262,
    /// <summary>credential-disable</summary>
    CredentialDisable = 263,
    /// <summary>credential-status</summary>
    CredentialStatus = 264,
    /// <summary>credentials</summary>
    Credentials = 265,
    /// <summary>credentials-in-zone</summary>
    CredentialsInZone = 266,
    /// <summary>days-remaining</summary>
    DaysRemaining = 267,
    /// <summary>entry-points</summary>
    EntryPoints = 268,
    /// <summary>exit-points</summary>
    ExitPoints = 269,
    /// <summary>expiration-time</summary>
    ExpirationTime = 270,
    /// <summary>extended-time-enable</summary>
    ExtendedTimeEnable = 271,
    /// <summary>failed-attempt-events</summary>
    FailedAttemptEvents = 272,
    /// <summary>failed-attempts</summary>
    FailedAttempts = 273,
    /// <summary>failed-attempts-time</summary>
    FailedAttemptsTime = 274,
    /// <summary>last-access-event</summary>
    LastAccessEvent = 275,
    /// <summary>last-access-point</summary>
    LastAccessPoint = 276,
    /// <summary>last-credential-added</summary>
    LastCredentialAdded = 277,
    /// <summary>last-credential-added-time</summary>
    LastCredentialAddedTime = 278,
    /// <summary>last-credential-removed</summary>
    LastCredentialRemoved = 279,
    /// <summary>last-credential-removed-time</summary>
    LastCredentialRemovedTime = 280,
    /// <summary>last-use-time</summary>
    LastUseTime = 281,
    /// <summary>lockout</summary>
    Lockout = 282,
    /// <summary>lockout-relinquish-time</summary>
    LockoutRelinquishTime = 283,
    /// <summary>master-exemption</summary>
    MasterExemption = 284,
    /// <summary>max-failed-attempts</summary>
    MaxFailedAttempts = 285,
    /// <summary>members</summary>
    Members = 286,
    /// <summary>muster-point</summary>
    MusterPoint = 287,
    /// <summary>negative-access-rules</summary>
    NegativeAccessRules = 288,
    /// <summary>number-of-authentication-policies</summary>
    NumberOfAuthenticationPolicies = 289,
    /// <summary>occupancy-count</summary>
    OccupancyCount = 290,
    /// <summary>occupancy-count-adjust</summary>
    OccupancyCountAdjust = 291,
    /// <summary>occupancy-count-enable</summary>
    OccupancyCountEnable = 292,
    /// <summary>occupancy-exemption</summary>
    OccupancyExemption = 293,
    /// <summary>occupancy-lower-limit</summary>
    OccupancyLowerLimit = 294,
    /// <summary>occupancy-lower-limit-enforced</summary>
    OccupancyLowerLimitEnforced = 295,
    /// <summary>occupancy-state</summary>
    OccupancyState = 296,
    /// <summary>occupancy-upper-limit</summary>
    OccupancyUpperLimit = 297,
    /// <summary>occupancy-upper-limit-enforced</summary>
    OccupancyUpperLimitEnforced = 298,
    /// <summary>passback-exemption</summary>
    PassbackExemption = 299,
    /// <summary>passback-mode</summary>
    PassbackMode = 300,
    /// <summary>passback-timeout</summary>
    PassbackTimeout = 301,
    /// <summary>positive-access-rules</summary>
    PositiveAccessRules = 302,
    /// <summary>reason-for-disable</summary>
    ReasonForDisable = 303,
    /// <summary>supported-formats</summary>
    SupportedFormats = 304,
    /// <summary>supported-format-classes</summary>
    SupportedFormatClasses = 305,
    /// <summary>threat-authority</summary>
    ThreatAuthority = 306,
    /// <summary>threat-level</summary>
    ThreatLevel = 307,
    /// <summary>trace-flag</summary>
    TraceFlag = 308,
    /// <summary>transaction-notification-class</summary>
    TransactionNotificationClass = 309,
    /// <summary>user-external-identifier</summary>
    UserExternalIdentifier = 310,
    /// <summary>user-information-reference</summary>
    UserInformationReference = 311,
    /// <summary>user-name</summary>
    UserName = 317,
    /// <summary>user-type</summary>
    UserType = 318,
    /// <summary>uses-remaining</summary>
    UsesRemaining = 319,
    /// <summary>zone-from</summary>
    ZoneFrom = 320,
    /// <summary>zone-to</summary>
    ZoneTo = 321,
    /// <summary>access-event-tag</summary>
    AccessEventTag = 322,
    /// <summary>global-identifier</summary>
    GlobalIdentifier = 323,
    /// <summary>verification-time</summary>
    VerificationTime = 326,
    /// <summary>base-device-security-policy</summary>
    BaseDeviceSecurityPolicy = 327,
    /// <summary>distribution-key-revision</summary>
    DistributionKeyRevision = 328,
    /// <summary>do-not-hide</summary>
    DoNotHide = 329,
    /// <summary>key-sets</summary>
    KeySets = 330,
    /// <summary>last-key-server</summary>
    LastKeyServer = 331,
    /// <summary>network-access-security-policies</summary>
    NetworkAccessSecurityPolicies = 332,
    /// <summary>packet-reorder-time</summary>
    PacketReorderTime = 333,
    /// <summary>security-pdu-timeout</summary>
    SecurityPduTimeout = 334,
    /// <summary>security-time-window</summary>
    SecurityTimeWindow = 335,
    /// <summary>supported-security-algorithms</summary>
    SupportedSecurityAlgorithms = 336,
    /// <summary>update-key-set-timeout</summary>
    UpdateKeySetTimeout = 337,
    /// <summary>backup-and-restore-state</summary>
    BackupAndRestoreState = 338,
    /// <summary>backup-preparation-time</summary>
    BackupPreparationTime = 339,
    /// <summary>restore-completion-time</summary>
    RestoreCompletionTime = 340,
    /// <summary>restore-preparation-time</summary>
    RestorePreparationTime = 341,
    /// <summary>bit-mask</summary>
    BitMask = 342,
    /// <summary>bit-text</summary>
    BitText = 343,
    /// <summary>is-utc</summary>
    IsUtc = 344,
    /// <summary>group-members</summary>
    GroupMembers = 345,
    /// <summary>group-member-names</summary>
    GroupMemberNames = 346,
    /// <summary>member-status-flags</summary>
    MemberStatusFlags = 347,
    /// <summary>requested-update-interval</summary>
    RequestedUpdateInterval = 348,
    /// <summary>covu-period</summary>
    CovuPeriod = 349,
    /// <summary>covu-recipients</summary>
    CovuRecipients = 350,
    /// <summary>event-message-texts</summary>
    EventMessageTexts = 351,
    /// <summary>event-message-texts-config</summary>
    EventMessageTextsConfig = 352,
    /// <summary>event-detection-enable</summary>
    EventDetectionEnable = 353,
    /// <summary>event-algorithm-inhibit</summary>
    EventAlgorithmInhibit = 354,
    /// <summary>event-algorithm-inhibit-ref</summary>
    EventAlgorithmInhibitRef = 355,
    /// <summary>time-delay-normal</summary>
    TimeDelayNormal = 356,
    /// <summary>reliability-evaluation-inhibit</summary>
    ReliabilityEvaluationInhibit = 357,
    /// <summary>fault-parameters</summary>
    FaultParameters = 358,
    /// <summary>fault-type</summary>
    FaultType = 359,
    /// <summary>local-forwarding-only</summary>
    LocalForwardingOnly = 360,
    /// <summary>process-identifier-filter</summary>
    ProcessIdentifierFilter = 361,
    /// <summary>subscribed-recipients</summary>
    SubscribedRecipients = 362,
    /// <summary>port-filter</summary>
    PortFilter = 363,
    /// <summary>authorization-exemptions</summary>
    AuthorizationExemptions = 364,
    /// <summary>allow-group-delay-inhibit</summary>
    AllowGroupDelayInhibit = 365,
    /// <summary>channel-number</summary>
    ChannelNumber = 366,
    /// <summary>control-groups</summary>
    ControlGroups = 367,
    /// <summary>execution-delay</summary>
    ExecutionDelay = 368,
    /// <summary>last-priority</summary>
    LastPriority = 369,
    /// <summary>write-status</summary>
    WriteStatus = 370,
    /// <summary>property-list</summary>
    PropertyList = 371,
    /// <summary>serial-number</summary>
    SerialNumber = 372,
    /// <summary>blink-warn-enable</summary>
    BlinkWarnEnable = 373,
    /// <summary>default-fade-time</summary>
    DefaultFadeTime = 374,
    /// <summary>default-ramp-rate</summary>
    DefaultRampRate = 375,
    /// <summary>default-step-increment</summary>
    DefaultStepIncrement = 376,
    /// <summary>egress-time</summary>
    EgressTime = 377,
    /// <summary>in-progress</summary>
    InProgress = 378,
    /// <summary>instantaneous-power</summary>
    InstantaneousPower = 379,
    /// <summary>lighting-command</summary>
    LightingCommand = 380,
    /// <summary>lighting-command-default-priority</summary>
    LightingCommandDefaultPriority = 381,
    /// <summary>max-actual-value</summary>
    MaxActualValue = 382,
    /// <summary>min-actual-value</summary>
    MinActualValue = 383,
    /// <summary>power</summary>
    Power = 384,
    /// <summary>transition</summary>
    Transition = 385,
    /// <summary>egress-active</summary>
    EgressActive = 386,
    /// <summary>interface-value</summary>
    InterfaceValue = 387,
    /// <summary>fault-high-limit</summary>
    FaultHighLimit = 388,
    /// <summary>fault-low-limit</summary>
    FaultLowLimit = 389,
    /// <summary>low-diff-limit</summary>
    LowDiffLimit = 390,
    /// <summary>strike-count</summary>
    StrikeCount = 391,
    /// <summary>time-of-strike-count-reset</summary>
    TimeOfStrikeCountReset = 392,
    /// <summary>default-timeout</summary>
    DefaultTimeout = 393,
    /// <summary>initial-timeout</summary>
    InitialTimeout = 394,
    /// <summary>last-state-change</summary>
    LastStateChange = 395,
    /// <summary>state-change-values</summary>
    StateChangeValues = 396,
    /// <summary>timer-running</summary>
    TimerRunning = 397,
    /// <summary>timer-state</summary>
    TimerState = 398,
    /// <summary>apdu-length</summary>
    ApduLength = 399,
    /// <summary>ip-address</summary>
    IpAddress = 400,
    /// <summary>ip-default-gateway</summary>
    IpDefaultGateway = 401,
    /// <summary>ip-dhcp-enable</summary>
    IpDhcpEnable = 402,
    /// <summary>ip-dhcp-lease-time</summary>
    IpDhcpLeaseTime = 403,
    /// <summary>ip-dhcp-lease-time-remaining</summary>
    IpDhcpLeaseTimeRemaining = 404,
    /// <summary>ip-dhcp-server</summary>
    IpDhcpServer = 405,
    /// <summary>ip-dns-server</summary>
    IpDnsServer = 406,
    /// <summary>bacnet-ip-global-address</summary>
    BacnetIpGlobalAddress = 407,
    /// <summary>bacnet-ip-mode</summary>
    BacnetIpMode = 408,
    /// <summary>bacnet-ip-multicast-address</summary>
    BacnetIpMulticastAddress = 409,
    /// <summary>bacnet-ip-nat-traversal</summary>
    BacnetIpNatTraversal = 410,
    /// <summary>ip-subnet-mask</summary>
    IpSubnetMask = 411,
    /// <summary>bacnet-ip-udp-port</summary>
    BacnetIpUdpPort = 412,
    /// <summary>bbmd-accept-fd-registrations</summary>
    BbmdAcceptFdRegistrations = 413,
    /// <summary>bbmd-broadcast-distribution-table</summary>
    BbmdBroadcastDistributionTable = 414,
    /// <summary>bbmd-foreign-device-table</summary>
    BbmdForeignDeviceTable = 415,
    /// <summary>changes-pending</summary>
    ChangesPending = 416,
    /// <summary>command</summary>
    Command = 417,
    /// <summary>fd-bbmd-address</summary>
    FdBbmdAddress = 418,
    /// <summary>fd-subscription-lifetime</summary>
    FdSubscriptionLifetime = 419,
    /// <summary>link-speed</summary>
    LinkSpeed = 420,
    /// <summary>link-speeds</summary>
    LinkSpeeds = 421,
    /// <summary>link-speed-autonegotiate</summary>
    LinkSpeedAutonegotiate = 422,
    /// <summary>mac-address</summary>
    MacAddress = 423,
    /// <summary>network-interface-name</summary>
    NetworkInterfaceName = 424,
    /// <summary>network-number</summary>
    NetworkNumber = 425,
    /// <summary>network-number-quality</summary>
    NetworkNumberQuality = 426,
    /// <summary>network-type</summary>
    NetworkType = 427,
    /// <summary>routing-table</summary>
    RoutingTable = 428,
    /// <summary>virtual-mac-address-table</summary>
    VirtualMacAddressTable = 429,
    /// <summary>command-time-array</summary>
    CommandTimeArray = 430,
    /// <summary>current-command-priority</summary>
    CurrentCommandPriority = 431,
    /// <summary>last-command-time</summary>
    LastCommandTime = 432,
    /// <summary>value-source</summary>
    ValueSource = 433,
    /// <summary>value-source-array</summary>
    ValueSourceArray = 434,
    /// <summary>bacnet-ipv6-mode</summary>
    BacnetIpv6Mode = 435,
    /// <summary>ipv6-address</summary>
    Ipv6Address = 436,
    /// <summary>ipv6-prefix-length</summary>
    Ipv6PrefixLength = 437,
    /// <summary>bacnet-ipv6-udp-port</summary>
    BacnetIpv6UdpPort = 438,
    /// <summary>ipv6-default-gateway</summary>
    Ipv6DefaultGateway = 439,
    /// <summary>bacnet-ipv6-multicast-address</summary>
    BacnetIpv6MulticastAddress = 440,
    /// <summary>ipv6-dns-server</summary>
    Ipv6DnsServer = 441,
    /// <summary>ipv6-auto-addressing-enable</summary>
    Ipv6AutoAddressingEnable = 442,
    /// <summary>ipv6-dhcp-lease-time</summary>
    Ipv6DhcpLeaseTime = 443,
    /// <summary>ipv6-dhcp-lease-time-remaining</summary>
    Ipv6DhcpLeaseTimeRemaining = 444,
    /// <summary>ipv6-dhcp-server</summary>
    Ipv6DhcpServer = 445,
    /// <summary>ipv6-zone-index</summary>
    Ipv6ZoneIndex = 446,
    /// <summary>assigned-landing-calls</summary>
    AssignedLandingCalls = 447,
    /// <summary>car-assigned-direction</summary>
    CarAssignedDirection = 448,
    /// <summary>car-door-command</summary>
    CarDoorCommand = 449,
    /// <summary>car-door-status</summary>
    CarDoorStatus = 450,
    /// <summary>car-door-text</summary>
    CarDoorText = 451,
    /// <summary>car-door-zone</summary>
    CarDoorZone = 452,
    /// <summary>car-drive-status</summary>
    CarDriveStatus = 453,
    /// <summary>car-load</summary>
    CarLoad = 454,
    /// <summary>car-load-units</summary>
    CarLoadUnits = 455,
    /// <summary>car-mode</summary>
    CarMode = 456,
    /// <summary>car-moving-direction</summary>
    CarMovingDirection = 457,
    /// <summary>car-position</summary>
    CarPosition = 458,
    /// <summary>elevator-group</summary>
    ElevatorGroup = 459,
    /// <summary>energy-meter</summary>
    EnergyMeter = 460,
    /// <summary>energy-meter-ref</summary>
    EnergyMeterRef = 461,
    /// <summary>escalator-mode</summary>
    EscalatorMode = 462,
    /// <summary>fault-signals</summary>
    FaultSignals = 463,
    /// <summary>floor-text</summary>
    FloorText = 464,
    /// <summary>group-id</summary>
    GroupId = 465,
    /// <summary>group-mode</summary>
    GroupMode = 467,
    /// <summary>higher-deck</summary>
    HigherDeck = 468,
    /// <summary>installation-id</summary>
    InstallationId = 469,
    /// <summary>landing-calls</summary>
    LandingCalls = 470,
    /// <summary>landing-call-control</summary>
    LandingCallControl = 471,
    /// <summary>landing-door-status</summary>
    LandingDoorStatus = 472,
    /// <summary>lower-deck</summary>
    LowerDeck = 473,
    /// <summary>machine-room-id</summary>
    MachineRoomId = 474,
    /// <summary>making-car-call</summary>
    MakingCarCall = 475,
    /// <summary>next-stopping-floor</summary>
    NextStoppingFloor = 476,
    /// <summary>operation-direction</summary>
    OperationDirection = 477,
    /// <summary>passenger-alarm</summary>
    PassengerAlarm = 478,
    /// <summary>power-mode</summary>
    PowerMode = 479,
    /// <summary>registered-car-call</summary>
    RegisteredCarCall = 480,
    /// <summary>active-cov-multiple-subscriptions</summary>
    ActiveCovMultipleSubscriptions = 481,
    /// <summary>protocol-level</summary>
    ProtocolLevel = 482,
    /// <summary>reference-port</summary>
    ReferencePort = 483,
    /// <summary>deployed-profile-location</summary>
    DeployedProfileLocation = 484,
    /// <summary>profile-location</summary>
    ProfileLocation = 485,
    /// <summary>tags</summary>
    Tags = 486,
    /// <summary>subordinate-node-types</summary>
    SubordinateNodeTypes = 487,
    /// <summary>subordinate-tags</summary>
    SubordinateTags = 488,
    /// <summary>subordinate-relationships</summary>
    SubordinateRelationships = 489,
    /// <summary>default-subordinate-relationship</summary>
    DefaultSubordinateRelationship = 490,
    /// <summary>represents</summary>
    Represents = 491,
    /// <summary>default-present-value</summary>
    DefaultPresentValue = 492,
    /// <summary>present-stage</summary>
    PresentStage = 493,
    /// <summary>stages</summary>
    Stages = 494,
    /// <summary>stage-names</summary>
    StageNames = 495,
    /// <summary>target-references</summary>
    TargetReferences = 496,
    /// <summary>audit-source-reporter</summary>
    AuditSourceReporter = 497,
    /// <summary>audit-level</summary>
    AuditLevel = 498,
    /// <summary>audit-notification-recipient</summary>
    AuditNotificationRecipient = 499,
    /// <summary>audit-priority-filter</summary>
    AuditPriorityFilter = 500,
    /// <summary>auditable-operations</summary>
    AuditableOperations = 501,
    /// <summary>delete-on-forward</summary>
    DeleteOnForward = 502,
    /// <summary>maximum-send-delay</summary>
    MaximumSendDelay = 503,
    /// <summary>monitored-objects</summary>
    MonitoredObjects = 504,
    /// <summary>send-now</summary>
    SendNow = 505,
    /// <summary>floor-number</summary>
    FloorNumber = 506,
    /// <summary>device-uuid</summary>
    DeviceUuid = 507,
    /// <summary>additional-reference-ports</summary>
    AdditionalReferencePorts = 508,
    /// <summary>certificate-signing-request-file</summary>
    CertificateSigningRequestFile = 509,
    /// <summary>command-validation-result</summary>
    CommandValidationResult = 510,
    /// <summary>issuer-certificate-files</summary>
    IssuerCertificateFiles = 511,
    /// <summary>max-bvlc-length-accepted</summary>
    MaxBvlcLengthAccepted = 4194304,
    /// <summary>max-npdu-length-accepted</summary>
    MaxNpduLengthAccepted = 4194305,
    /// <summary>operational-certificate-file</summary>
    OperationalCertificateFile = 4194306,
    /// <summary>current-health</summary>
    CurrentHealth = 4194307,
    /// <summary>sc-connect-wait-timeout</summary>
    ScConnectWaitTimeout = 4194308,
    /// <summary>sc-direct-connect-accept-enable</summary>
    ScDirectConnectAcceptEnable = 4194309,
    /// <summary>sc-direct-connect-accept-uris</summary>
    ScDirectConnectAcceptUris = 4194310,
    /// <summary>sc-direct-connect-binding</summary>
    ScDirectConnectBinding = 4194311,
    /// <summary>sc-direct-connect-connection-status</summary>
    ScDirectConnectConnectionStatus = 4194312,
    /// <summary>sc-direct-connect-initiate-enable</summary>
    ScDirectConnectInitiateEnable = 4194313,
    /// <summary>sc-disconnect-wait-timeout</summary>
    ScDisconnectWaitTimeout = 4194314,
    /// <summary>sc-failed-connection-requests</summary>
    ScFailedConnectionRequests = 4194315,
    /// <summary>sc-failover-hub-connection-status</summary>
    ScFailoverHubConnectionStatus = 4194316,
    /// <summary>sc-failover-hub-uri</summary>
    ScFailoverHubUri = 4194317,
    /// <summary>sc-hub-connector-state</summary>
    ScHubConnectorState = 4194318,
    /// <summary>sc-hub-function-accept-uris</summary>
    ScHubFunctionAcceptUris = 4194319,
    /// <summary>sc-hub-function-binding</summary>
    ScHubFunctionBinding = 4194320,
    /// <summary>sc-hub-function-connection-status</summary>
    ScHubFunctionConnectionStatus = 4194321,
    /// <summary>sc-hub-function-enable</summary>
    ScHubFunctionEnable = 4194322,
    /// <summary>sc-heartbeat-timeout</summary>
    ScHeartbeatTimeout = 4194323,
    /// <summary>sc-primary-hub-connection-status</summary>
    ScPrimaryHubConnectionStatus = 4194324,
    /// <summary>sc-primary-hub-uri</summary>
    ScPrimaryHubUri = 4194325,
    /// <summary>sc-maximum-reconnect-time</summary>
    ScMaximumReconnectTime = 4194326,
    /// <summary>sc-minimum-reconnect-time</summary>
    ScMinimumReconnectTime = 4194327,
    /// <summary>color-override (from an addendum to the 2020 edition)</summary>
    ColorOverride = 4194328,
    /// <summary>color-reference (from an addendum to the 2020 edition)</summary>
    ColorReference = 4194329,
    /// <summary>default-color (from an addendum to the 2020 edition)</summary>
    DefaultColor = 4194330,
    /// <summary>default-color-temperature (from an addendum to the 2020 edition)</summary>
    DefaultColorTemperature = 4194331,
    /// <summary>override-color-reference (from an addendum to the 2020 edition)</summary>
    OverrideColorReference = 4194332,
    /// <summary>color-command (from an addendum to the 2020 edition)</summary>
    ColorCommand = 4194334,
    /// <summary>high-end-trim (from an addendum to the 2020 edition)</summary>
    HighEndTrim = 4194335,
    /// <summary>low-end-trim (from an addendum to the 2020 edition)</summary>
    LowEndTrim = 4194336,
    /// <summary>trim-fade-time (from an addendum to the 2020 edition)</summary>
    TrimFadeTime = 4194337,
    /// <summary>device-address-proxy-enable (from an addendum to the 2020 edition)</summary>
    DeviceAddressProxyEnable = 4194338,
    /// <summary>device-address-proxy-table (from an addendum to the 2020 edition)</summary>
    DeviceAddressProxyTable = 4194339,
    /// <summary>device-address-proxy-timeout (from an addendum to the 2020 edition)</summary>
    DeviceAddressProxyTimeout = 4194340,
    /// <summary>default-on-value (from an addendum to the 2020 edition)</summary>
    DefaultOnValue = 4194341,
    /// <summary>last-on-value (from an addendum to the 2020 edition)</summary>
    LastOnValue = 4194342,
    /// <summary>authorization-cache (from an addendum to the 2020 edition)</summary>
    AuthorizationCache = 4194343,
    /// <summary>authorization-groups (from an addendum to the 2020 edition)</summary>
    AuthorizationGroups = 4194344,
    /// <summary>authorization-policy (from an addendum to the 2020 edition)</summary>
    AuthorizationPolicy = 4194345,
    /// <summary>authorization-scope (from an addendum to the 2020 edition)</summary>
    AuthorizationScope = 4194346,
    /// <summary>authorization-server (from an addendum to the 2020 edition)</summary>
    AuthorizationServer = 4194347,
    /// <summary>authorization-status (from an addendum to the 2020 edition)</summary>
    AuthorizationStatus = 4194348,
    /// <summary>max-proxied-i-ams-per-second (from an addendum to the 2020 edition)</summary>
    MaxProxiedIAmsPerSecond = 4194349,
}
