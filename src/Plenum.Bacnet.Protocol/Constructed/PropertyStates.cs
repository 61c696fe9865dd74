using Plenum.Bacnet.Protocol.Tags;
using Plenum.Bacnet.Protocol.Types;

namespace Plenum.Bacnet.Protocol.Constructed;

/// <summary>BACnetPropertyStates (clause 21): a state of any of the standard's enumerations, told apart by a choice.</summary>
/// <param name="Choice">Which of the choices below; 64..254 are a vendor's.</param>
/// <param name="Value">The state: a truth, a number or an enumeration's number. Of a choice that is not in the list, the octets as a tagged tree.</param>
/// <remarks><code>
/// BACnetPropertyStates ::= CHOICE {
///   boolean-value [0] BOOLEAN,
///   binary-value [1] BACnetBinaryPV,
///   event-type [2] BACnetEventType,
///   polarity [3] BACnetPolarity,
///   program-change [4] BACnetProgramRequest,
///   program-state [5] BACnetProgramState,
///   reason-for-halt [6] BACnetProgramError,
///   reliability [7] BACnetReliability,
///   state [8] BACnetEventState,
///   system-status [9] BACnetDeviceStatus,
///   units [10] BACnetEngineeringUnits,
///   unsigned-value [11] Unsigned,
///   life-safety-mode [12] BACnetLifeSafetyMode,
///   life-safety-state [13] BACnetLifeSafetyState,
///   restart-reason [14] BACnetRestartReason,
///   door-alarm-state [15] BACnetDoorAlarmState,
///   action [16] BACnetAction,
///   door-secured-status [17] BACnetDoorSecuredStatus,
///   door-status [18] BACnetDoorStatus,
///   door-value [19] BACnetDoorValue,
///   file-access-method [20] BACnetFileAccessMethod,
///   lock-status [21] BACnetLockStatus,
///   life-safety-operation [22] BACnetLifeSafetyOperation,
///   maintenance [23] BACnetMaintenance,
///   node-type [24] BACnetNodeType,
///   notify-type [25] BACnetNotifyType,
///   shed-state [27] BACnetShedState,
///   silenced-state [28] BACnetSilencedState,
///   access-event [30] BACnetAccessEvent,
///   zone-occupancy-state [31] BACnetAccessZoneOccupancyState,
///   access-credential-disable-reason [32] BACnetAccessCredentialDisableReason,
///   access-credential-disable [33] BACnetAccessCredentialDisable,
///   authentication-status [34] BACnetAuthenticationStatus,
///   backup-state [36] BACnetBackupState,
///   write-status [37] BACnetWriteStatus,
///   lighting-in-progress [38] BACnetLightingInProgress,
///   lighting-operation [39] BACnetLightingOperation,
///   lighting-transition [40] BACnetLightingTransition,
///   integer-value [41] INTEGER,
///   binary-lighting-value [42] BACnetBinaryLightingPV,
///   timer-state [43] BACnetTimerState,
///   timer-transition [44] BACnetTimerTransition,
///   bacnet-ip-mode [45] BACnetIPMode,
///   network-port-command [46] BACnetNetworkPortCommand,
///   network-type [47] BACnetNetworkType,
///   network-number-quality [48] BACnetNetworkNumberQuality,
///   escalator-operation-direction [49] BACnetEscalatorOperationDirection,
///   escalator-fault [50] BACnetEscalatorFault,
///   escalator-mode [51] BACnetEscalatorMode,
///   lift-car-direction [52] BACnetLiftCarDirection,
///   lift-car-door-command [53] BACnetLiftCarDoorCommand,
///   lift-car-drive-status [54] BACnetLiftCarDriveStatus,
///   lift-car-mode [55] BACnetLiftCarMode,
///   lift-group-mode [56] BACnetLiftGroupMode,
///   lift-fault [57] BACnetLiftFault,
///   protocol-level [58] BACnetProtocolLevel,
///   audit-level [59] BACnetAuditLevel,
///   audit-operation [60] BACnetAuditOperation,
///   extended-value [63] Unsigned32,
///   ... }
/// </code></remarks>
public readonly record struct PropertyStates(byte Choice, BacnetValue Value) : IConstructed<PropertyStates>
{
    private const byte BooleanValue = 0, UnsignedValue = 11, IntegerValue = 41, LastEnumeration = 60, ExtendedValue = 63;

    /// <inheritdoc/>
    public static PropertyStates Read(ref TagReader reader)
    {
        if (reader.TryPeek(out var next) && next.Class == TagClass.Context && KindOf(next.Number) is { } kind)
            return new(next.Number, reader.ReadContext(kind, next.Number));
        var other = reader.ReadTagged();
        return reader.Error == DecodeError.None ? new(other.ContextTag, other) : default;
    }

    /// <inheritdoc/>
    public void Write(ref TagWriter writer)
    {
        if (Value.IsTagged()) writer.WriteValue(Value);
        else writer.WriteContext(Value, Choice);
    }

    /// <summary>The state's name where the standard has one, else its number: <c>high-limit</c>, <c>true</c>, <c>17</c>.</summary>
    public override string ToString() =>
        Value.Kind == BacnetKind.Enumerated ? PropertyStateNames.Of(Choice, Value.AsEnumerated) ?? Value.ToString() : Value.ToString();

    private static BacnetKind? KindOf(byte choice) => choice switch
    {
        BooleanValue => BacnetKind.Boolean,
        UnsignedValue or ExtendedValue => BacnetKind.Unsigned,
        IntegerValue => BacnetKind.Signed,
        26 or 29 or 35 => null,   // no longer or not yet used by the standard
        <= LastEnumeration => BacnetKind.Enumerated,
        _ => null,
    };
}
