using Plenum.Bacnet.Protocol.Types;

namespace Plenum.Bacnet.Protocol.Tests.Types;

/// <summary>Which enumeration each property holds (clause 12): a number whose name differs from one enumeration to the next.</summary>
public sealed class EnumeratedPropertiesTests
{
    [Theory]
    [InlineData("analogOutput:1", PropertyId.Reliability, 7u, "unreliable-other")]
    [InlineData("device:1", PropertyId.SystemStatus, 4u, "non-operational")]
    [InlineData("eventEnrollment:1", PropertyId.FaultType, 5u, "fault-status-flags")]
    [InlineData("file:1", PropertyId.FileAccessMethod, 1u, "stream-access")]
    [InlineData("program:1", PropertyId.ProgramState, 4u, "halted")]
    [InlineData("program:1", PropertyId.ProgramChange, 4u, "restart")]
    [InlineData("program:1", PropertyId.ReasonForHalt, 1u, "load-failed")]
    [InlineData("trendLog:1", PropertyId.LoggingType, 2u, "triggered")]
    [InlineData("structuredView:1", PropertyId.NodeType, 3u, "device")]
    [InlineData("structuredView:1", PropertyId.SubordinateRelationships, 2u, "contains")]
    [InlineData("timer:1", PropertyId.TimerState, 2u, "expired")]
    [InlineData("timer:1", PropertyId.LastStateChange, 4u, "running-to-expired")]
    [InlineData("channel:1", PropertyId.WriteStatus, 3u, "failed")]
    [InlineData("lightingOutput:1", PropertyId.InProgress, 2u, "ramp-active")]
    [InlineData("lightingOutput:1", PropertyId.Transition, 1u, "fade")]
    [InlineData("auditReporter:1", PropertyId.AuditLevel, 2u, "audit-config")]
    [InlineData("lifeSafetyPoint:1", PropertyId.TrackingValue, 2u, "alarm")]
    [InlineData("lifeSafetyPoint:1", PropertyId.OperationExpected, 4u, "reset")]
    [InlineData("lifeSafetyPoint:1", PropertyId.Silenced, 3u, "all-silenced")]
    [InlineData("lifeSafetyPoint:1", PropertyId.MaintenanceRequired, 1u, "periodic-test")]
    [InlineData("accessDoor:1", PropertyId.DoorAlarmState, 3u, "forced-open")]
    [InlineData("accessDoor:1", PropertyId.DoorStatus, 3u, "door-fault")]
    [InlineData("accessDoor:1", PropertyId.LockStatus, 2u, "lock-fault")]
    [InlineData("accessDoor:1", PropertyId.SecuredStatus, 1u, "unsecured")]
    [InlineData("accessPoint:1", PropertyId.AccessEvent, 4u, "duress")]
    [InlineData("accessZone:1", PropertyId.OccupancyState, 4u, "above-upper-limit")]
    [InlineData("accessPoint:1", PropertyId.AuthenticationStatus, 1u, "ready")]
    [InlineData("accessCredential:1", PropertyId.CredentialDisable, 3u, "disable-lockout")]
    [InlineData("accessCredential:1", PropertyId.ReasonForDisable, 0u, "disabled")]
    [InlineData("networkPort:1", PropertyId.NetworkNumberQuality, 1u, "learned")]
    [InlineData("networkPort:1", PropertyId.ProtocolLevel, 2u, "bacnet-application")]
    [InlineData("networkPort:1", PropertyId.Command, 2u, "renew-fd-registration")]
    [InlineData("networkPort:1", PropertyId.BacnetIpMode, 1u, "foreign")]
    [InlineData("loadControl:1", PropertyId.PresentValue, 2u, "shed-compliant")]
    public void A_property_names_its_numbers(string id, PropertyId property, uint number, string name) =>
        Assert.Equal(name, EnumeratedNames.Of(new(ObjectId.Parse(id), property), number));

    [Theory] // the same properties of other objects are no enumerations, or others
    [InlineData("analogInput:1", PropertyId.Action, 1u)]
    [InlineData("analogInput:1", PropertyId.InProgress, 1u)]
    [InlineData("analogInput:1", PropertyId.TrackingValue, 1u)]
    [InlineData("analogInput:1", PropertyId.Mode, 1u)]
    [InlineData("multiStateInput:1", PropertyId.AlarmValues, 1u)]
    [InlineData("analogValue:1", PropertyId.RelinquishDefault, 1u)]
    [InlineData("analogValue:1", PropertyId.Description, 1u)]
    public void A_property_that_does_not_tell_has_no_names(string id, PropertyId property, uint number) =>
        Assert.Null(EnumeratedNames.Of(new(ObjectId.Parse(id), property), number));

    [Theory]
    [InlineData(Segmentation.SegmentedBoth, true, true)]
    [InlineData(Segmentation.SegmentedTransmit, true, false)]
    [InlineData(Segmentation.SegmentedReceive, false, true)]
    [InlineData(Segmentation.NoSegmentation, false, false)]
    public void Segmentation_goes_the_ways_that_it_names(Segmentation segmentation, bool sends, bool receives) =>
        Assert.Equal((sends, receives), (segmentation.Sends(), segmentation.Receives()));
}
