namespace Plenum.Bacnet.Protocol.Types;

/// <summary>BACnet error codes (clauses 18 and 21): 0..255 are the standard's, 256..65535 a vendor's.</summary>
public enum ErrorCode : ushort
{
    /// <summary>other</summary>
    Other = 0,
    /// <summary>authentication-failed (no longer in the standard; old devices have it)</summary>
    AuthenticationFailed = 1,
    /// <summary>configuration-in-progress</summary>
    ConfigurationInProgress = 2,
    /// <summary>device-busy</summary>
    DeviceBusy = 3,
    /// <summary>dynamic-creation-not-supported</summary>
    DynamicCreationNotSupported = 4,
    /// <summary>file-access-denied</summary>
    FileAccessDenied = 5,
    /// <summary>incompatible-security-levels (no longer in the standard; old devices have it)</summary>
    IncompatibleSecurityLevels = 6,
    /// <summary>inconsistent-parameters</summary>
    InconsistentParameters = 7,
    /// <summary>inconsistent-selection-criterion</summary>
    InconsistentSelectionCriterion = 8,
    /// <summary>invalid-data-type</summary>
    InvalidDataType = 9,
    /// <summary>invalid-file-access-method</summary>
    InvalidFileAccessMethod = 10,
    /// <summary>invalid-file-start-position</summary>
    InvalidFileStartPosition = 11,
    /// <summary>invalid-operator-name (no longer in the standard; old devices have it)</summary>
    InvalidOperatorName = 12,
    /// <summary>invalid-parameter-data-type</summary>
    InvalidParameterDataType = 13,
    /// <summary>invalid-timestamp</summary>
    InvalidTimestamp = 14,
    /// <summary>key-generation-error (no longer in the standard; old devices have it)</summary>
    KeyGenerationError = 15,
    /// <summary>missing-required-parameter</summary>
    MissingRequiredParameter = 16,
    /// <summary>no-objects-of-specified-type</summary>
    NoObjectsOfSpecifiedType = 17,
    /// <summary>no-space-for-object</summary>
    NoSpaceForObject = 18,
    /// <summary>no-space-to-add-list-element</summary>
    NoSpaceToAddListElement = 19,
    /// <summary>no-space-to-write-property</summary>
    NoSpaceToWriteProperty = 20,
    /// <summary>no-vt-sessions-available</summary>
    NoVtSessionsAvailable = 21,
    /// <summary>property-is-not-a-list</summary>
    PropertyIsNotAList = 22,
    /// <summary>object-deletion-not-permitted</summary>
    ObjectDeletionNotPermitted = 23,
    /// <summary>object-identifier-already-exists</summary>
    ObjectIdentifierAlreadyExists = 24,
    /// <summary>operational-problem</summary>
    OperationalProblem = 25,
    /// <summary>password-failure</summary>
    PasswordFailure = 26,
    /// <summary>read-access-denied</summary>
    ReadAccessDenied = 27,
    /// <summary>security-not-supported (no longer in the standard; old devices have it)</summary>
    SecurityNotSupported = 28,
    /// <summary>service-request-denied</summary>
    ServiceRequestDenied = 29,
    /// <summary>timeout</summary>
    Timeout = 30,
    /// <summary>unknown-object</summary>
    UnknownObject = 31,
    /// <summary>unknown-property</summary>
    UnknownProperty = 32,
    /// <summary>unknown-vt-class</summary>
    UnknownVtClass = 34,
    /// <summary>unknown-vt-session</summary>
    UnknownVtSession = 35,
    /// <summary>unsupported-object-type</summary>
    UnsupportedObjectType = 36,
    /// <summary>value-out-of-range</summary>
    ValueOutOfRange = 37,
    /// <summary>vt-session-already-closed</summary>
    VtSessionAlreadyClosed = 38,
    /// <summary>vt-session-termination-failure</summary>
    VtSessionTerminationFailure = 39,
    /// <summary>write-access-denied</summary>
    WriteAccessDenied = 40,
    /// <summary>character-set-not-supported</summary>
    CharacterSetNotSupported = 41,
    /// <summary>invalid-array-index</summary>
    InvalidArrayIndex = 42,
    /// <summary>cov-subscription-failed</summary>
    CovSubscriptionFailed = 43,
    /// <summary>not-cov-property</summary>
    NotCovProperty = 44,
    /// <summary>optional-functionality-not-supported</summary>
    OptionalFunctionalityNotSupported = 45,
    /// <summary>invalid-configuration-data</summary>
    InvalidConfigurationData = 46,
    /// <summary>datatype-not-supported</summary>
    DatatypeNotSupported = 47,
    /// <summary>duplicate-name</summary>
    DuplicateName = 48,
    /// <summary>duplicate-object-id</summary>
    DuplicateObjectId = 49,
    /// <summary>property-is-not-an-array</summary>
    PropertyIsNotAnArray = 50,
    /// <summary>abort-buffer-overflow</summary>
    AbortBufferOverflow = 51,
    /// <summary>abort-invalid-apdu-in-this-state</summary>
    AbortInvalidApduInThisState = 52,
    /// <summary>abort-preempted-by-higher-priority-task</summary>
    AbortPreemptedByHigherPriorityTask = 53,
    /// <summary>abort-segmentation-not-supported</summary>
    AbortSegmentationNotSupported = 54,
    /// <summary>abort-proprietary</summary>
    AbortProprietary = 55,
    /// <summary>abort-other</summary>
    AbortOther = 56,
    /// <summary>invalid-tag</summary>
    InvalidTag = 57,
    /// <summary>network-down</summary>
    NetworkDown = 58,
    /// <summary>reject-buffer-overflow</summary>
    RejectBufferOverflow = 59,
    /// <summary>reject-inconsistent-parameters</summary>
    RejectInconsistentParameters = 60,
    /// <summary>reject-invalid-parameter-data-type</summary>
    RejectInvalidParameterDataType = 61,
    /// <summary>reject-invalid-tag</summary>
    RejectInvalidTag = 62,
    /// <summary>reject-missing-required-parameter</summary>
    RejectMissingRequiredParameter = 63,
    /// <summary>reject-parameter-out-of-range</summary>
    RejectParameterOutOfRange = 64,
    /// <summary>reject-too-many-arguments</summary>
    RejectTooManyArguments = 65,
    /// <summary>reject-undefined-enumeration</summary>
    RejectUndefinedEnumeration = 66,
    /// <summary>reject-unrecognized-service</summary>
    RejectUnrecognizedService = 67,
    /// <summary>reject-proprietary</summary>
    RejectProprietary = 68,
    /// <summary>reject-other</summary>
    RejectOther = 69,
    /// <summary>unknown-device</summary>
    UnknownDevice = 70,
    /// <summary>unknown-route</summary>
    UnknownRoute = 71,
    /// <summary>value-not-initialized</summary>
    ValueNotInitialized = 72,
    /// <summary>invalid-event-state</summary>
    InvalidEventState = 73,
    /// <summary>no-alarm-configured</summary>
    NoAlarmConfigured = 74,
    /// <summary>log-buffer-full</summary>
    LogBufferFull = 75,
    /// <summary>logged-value-purged</summary>
    LoggedValuePurged = 76,
    /// <summary>no-property-specified</summary>
    NoPropertySpecified = 77,
    /// <summary>not-configured-for-triggered-logging</summary>
    NotConfiguredForTriggeredLogging = 78,
    /// <summary>unknown-subscription</summary>
    UnknownSubscription = 79,
    /// <summary>parameter-out-of-range</summary>
    ParameterOutOfRange = 80,
    /// <summary>list-element-not-found</summary>
    ListElementNotFound = 81,
    /// <summary>busy</summary>
    Busy = 82,
    /// <summary>communication-disabled</summary>
    CommunicationDisabled = 83,
    /// <summary>success</summary>
    Success = 84,
    /// <summary>access-denied</summary>
    AccessDenied = 85,
    /// <summary>bad-destination-address</summary>
    BadDestinationAddress = 86,
    /// <summary>bad-destination-device-id</summary>
    BadDestinationDeviceId = 87,
    /// <summary>bad-signature</summary>
    BadSignature = 88,
    /// <summary>bad-source-address</summary>
    BadSourceAddress = 89,
    /// <summary>bad-timestamp (no longer in the standard; old devices have it)</summary>
    BadTimestamp = 90,
    /// <summary>cannot-use-key (no longer in the standard; old devices have it)</summary>
    CannotUseKey = 91,
    /// <summary>cannot-verify-message-id (no longer in the standard; old devices have it)</summary>
    CannotVerifyMessageId = 92,
    /// <summary>correct-key-revision (no longer in the standard; old devices have it)</summary>
    CorrectKeyRevision = 93,
    /// <summary>destination-device-id-required (no longer in the standard; old devices have it)</summary>
    DestinationDeviceIdRequired = 94,
    /// <summary>duplicate-message</summary>
    DuplicateMessage = 95,
    /// <summary>encryption-not-configured</summary>
    EncryptionNotConfigured = 96,
    /// <summary>encryption-required</summary>
    EncryptionRequired = 97,
    /// <summary>incorrect-key (no longer in the standard; old devices have it)</summary>
    IncorrectKey = 98,
    /// <summary>invalid-key-data (no longer in the standard; old devices have it)</summary>
    InvalidKeyData = 99,
    /// <summary>key-update-in-progress (no longer in the standard; old devices have it)</summary>
    KeyUpdateInProgress = 100,
    /// <summary>malformed-message</summary>
    MalformedMessage = 101,
    /// <summary>not-key-server (no longer in the standard; old devices have it)</summary>
    NotKeyServer = 102,
    /// <summary>security-not-configured</summary>
    SecurityNotConfigured = 103,
    /// <summary>source-security-required</summary>
    SourceSecurityRequired = 104,
    /// <summary>too-many-keys (no longer in the standard; old devices have it)</summary>
    TooManyKeys = 105,
    /// <summary>unknown-authentication-type</summary>
    UnknownAuthenticationType = 106,
    /// <summary>unknown-key (no longer in the standard; old devices have it)</summary>
    UnknownKey = 107,
    /// <summary>unknown-key-revision (no longer in the standard; old devices have it)</summary>
    UnknownKeyRevision = 108,
    /// <summary>unknown-source-message (no longer in the standard; old devices have it)</summary>
    UnknownSourceMessage = 109,
    /// <summary>not-router-to-dnet</summary>
    NotRouterToDnet = 110,
    /// <summary>router-busy</summary>
    RouterBusy = 111,
    /// <summary>unknown-network-message</summary>
    UnknownNetworkMessage = 112,
    /// <summary>message-too-long</summary>
    MessageTooLong = 113,
    /// <summary>security-error</summary>
    SecurityError = 114,
    /// <summary>addressing-error</summary>
    AddressingError = 115,
    /// <summary>write-bdt-failed</summary>
    WriteBdtFailed = 116,
    /// <summary>read-bdt-failed</summary>
    ReadBdtFailed = 117,
    /// <summary>register-foreign-device-failed</summary>
    RegisterForeignDeviceFailed = 118,
    /// <summary>read-fdt-failed</summary>
    ReadFdtFailed = 119,
    /// <summary>delete-fdt-entry-failed</summary>
    DeleteFdtEntryFailed = 120,
    /// <summary>distribute-broadcast-failed</summary>
    DistributeBroadcastFailed = 121,
    /// <summary>unknown-file-size</summary>
    UnknownFileSize = 122,
    /// <summary>abort-apdu-too-long</summary>
    AbortApduTooLong = 123,
    /// <summary>abort-application-exceeded-reply-time</summary>
    AbortApplicationExceededReplyTime = 124,
    /// <summary>abort-out-of-resources</summary>
    AbortOutOfResources = 125,
    /// <summary>abort-tsm-timeout</summary>
    AbortTsmTimeout = 126,
    /// <summary>abort-window-size-out-of-range</summary>
    AbortWindowSizeOutOfRange = 127,
    /// <summary>file-full</summary>
    FileFull = 128,
    /// <summary>inconsistent-configuration</summary>
    InconsistentConfiguration = 129,
    /// <summary>inconsistent-object-type</summary>
    InconsistentObjectType = 130,
    /// <summary>internal-error</summary>
    InternalError = 131,
    /// <summary>not-configured</summary>
    NotConfigured = 132,
    /// <summary>out-of-memory</summary>
    OutOfMemory = 133,
    /// <summary>value-too-long</summary>
    ValueTooLong = 134,
    /// <summary>abort-insufficient-security</summary>
    AbortInsufficientSecurity = 135,
    /// <summary>abort-security-error</summary>
    AbortSecurityError = 136,
    /// <summary>duplicate-entry</summary>
    DuplicateEntry = 137,
    /// <summary>invalid-value-in-this-state</summary>
    InvalidValueInThisState = 138,
    /// <summary>invalid-operation-in-this-state</summary>
    InvalidOperationInThisState = 139,
    /// <summary>list-item-not-numbered</summary>
    ListItemNotNumbered = 140,
    /// <summary>list-item-not-timestamped</summary>
    ListItemNotTimestamped = 141,
    /// <summary>invalid-data-encoding</summary>
    InvalidDataEncoding = 142,
    /// <summary>bvlc-function-unknown</summary>
    BvlcFunctionUnknown = 143,
    /// <summary>bvlc-proprietary-function-unknown</summary>
    BvlcProprietaryFunctionUnknown = 144,
    /// <summary>header-encoding-error</summary>
    HeaderEncodingError = 145,
    /// <summary>header-not-understood</summary>
    HeaderNotUnderstood = 146,
    /// <summary>message-incomplete</summary>
    MessageIncomplete = 147,
    /// <summary>not-a-bacnet-sc-hub</summary>
    NotABacnetScHub = 148,
    /// <summary>payload-expected</summary>
    PayloadExpected = 149,
    /// <summary>unexpected-data</summary>
    UnexpectedData = 150,
    /// <summary>node-duplicate-vmac</summary>
    NodeDuplicateVmac = 151,
    /// <summary>http-unexpected-response-code</summary>
    HttpUnexpectedResponseCode = 152,
    /// <summary>http-no-upgrade</summary>
    HttpNoUpgrade = 153,
    /// <summary>http-resource-not-local</summary>
    HttpResourceNotLocal = 154,
    /// <summary>http-proxy-authentication-failed</summary>
    HttpProxyAuthenticationFailed = 155,
    /// <summary>http-response-timeout</summary>
    HttpResponseTimeout = 156,
    /// <summary>http-response-syntax-error</summary>
    HttpResponseSyntaxError = 157,
    /// <summary>http-response-value-error</summary>
    HttpResponseValueError = 158,
    /// <summary>http-response-missing-header</summary>
    HttpResponseMissingHeader = 159,
    /// <summary>http-websocket-header-error</summary>
    HttpWebsocketHeaderError = 160,
    /// <summary>http-upgrade-required</summary>
    HttpUpgradeRequired = 161,
    /// <summary>http-upgrade-error</summary>
    HttpUpgradeError = 162,
    /// <summary>http-temporary-unavailable</summary>
    HttpTemporaryUnavailable = 163,
    /// <summary>http-not-a-server</summary>
    HttpNotAServer = 164,
    /// <summary>http-error</summary>
    HttpError = 165,
    /// <summary>websocket-scheme-not-supported</summary>
    WebsocketSchemeNotSupported = 166,
    /// <summary>websocket-unknown-control-message</summary>
    WebsocketUnknownControlMessage = 167,
    /// <summary>websocket-close-error</summary>
    WebsocketCloseError = 168,
    /// <summary>websocket-closed-by-peer</summary>
    WebsocketClosedByPeer = 169,
    /// <summary>websocket-endpoint-leaves</summary>
    WebsocketEndpointLeaves = 170,
    /// <summary>websocket-protocol-error</summary>
    WebsocketProtocolError = 171,
    /// <summary>websocket-data-not-accepted</summary>
    WebsocketDataNotAccepted = 172,
    /// <summary>websocket-closed-abnormally</summary>
    WebsocketClosedAbnormally = 173,
    /// <summary>websocket-data-inconsistent</summary>
    WebsocketDataInconsistent = 174,
    /// <summary>websocket-data-against-policy</summary>
    WebsocketDataAgainstPolicy = 175,
    /// <summary>websocket-frame-too-long</summary>
    WebsocketFrameTooLong = 176,
    /// <summary>websocket-extension-missing</summary>
    WebsocketExtensionMissing = 177,
    /// <summary>websocket-request-unavailable</summary>
    WebsocketRequestUnavailable = 178,
    /// <summary>websocket-error</summary>
    WebsocketError = 179,
    /// <summary>tls-client-certificate-error</summary>
    TlsClientCertificateError = 180,
    /// <summary>tls-server-certificate-error</summary>
    TlsServerCertificateError = 181,
    /// <summary>tls-client-authentication-failed</summary>
    TlsClientAuthenticationFailed = 182,
    /// <summary>tls-server-authentication-failed</summary>
    TlsServerAuthenticationFailed = 183,
    /// <summary>tls-client-certificate-expired</summary>
    TlsClientCertificateExpired = 184,
    /// <summary>tls-server-certificate-expired</summary>
    TlsServerCertificateExpired = 185,
    /// <summary>tls-client-certificate-revoked</summary>
    TlsClientCertificateRevoked = 186,
    /// <summary>tls-server-certificate-revoked</summary>
    TlsServerCertificateRevoked = 187,
    /// <summary>tls-error</summary>
    TlsError = 188,
    /// <summary>dns-unavailable</summary>
    DnsUnavailable = 189,
    /// <summary>dns-name-resolution-failed</summary>
    DnsNameResolutionFailed = 190,
    /// <summary>dns-resolver-failure</summary>
    DnsResolverFailure = 191,
    /// <summary>dns-error</summary>
    DnsError = 192,
    /// <summary>tcp-connect-timeout</summary>
    TcpConnectTimeout = 193,
    /// <summary>tcp-connection-refused</summary>
    TcpConnectionRefused = 194,
    /// <summary>tcp-closed-by-local</summary>
    TcpClosedByLocal = 195,
    /// <summary>tcp-closed-other</summary>
    TcpClosedOther = 196,
    /// <summary>tcp-error</summary>
    TcpError = 197,
    /// <summary>ip-address-not-reachable</summary>
    IpAddressNotReachable = 198,
    /// <summary>ip-error</summary>
    IpError = 199,
}
