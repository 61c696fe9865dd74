using Plenum.Bacnet.Protocol.Types;

namespace Plenum.Bacnet.Protocol.Tests.Types;

/// <summary>Names of enumerated properties' numbers, where the property tells which enumeration it holds.</summary>
public sealed class EnumeratedNamesTests
{
    [Theory]
    [InlineData("binaryInput:1", PropertyId.PresentValue, 1u, "active")]
    [InlineData("binaryValue:1", PropertyId.RelinquishDefault, 0u, "inactive")]
    [InlineData("analogInput:1", PropertyId.Units, 62u, "degrees-celsius")]
    [InlineData("analogInput:1", PropertyId.EventState, 1u, "fault")]
    [InlineData("device:1", PropertyId.SegmentationSupported, 3u, "no-segmentation")]
    [InlineData("device:1", PropertyId.ObjectType, 8u, "device")]
    [InlineData("binaryInput:1", PropertyId.Polarity, 1u, "reverse")]
    [InlineData("notificationClass:1", PropertyId.NotifyType, 2u, "ack-notification")]
    [InlineData("eventEnrollment:1", PropertyId.EventType, 5u, "out-of-range")]
    [InlineData("device:1", PropertyId.BackupAndRestoreState, 3u, "performing-a-backup")]
    [InlineData("device:1", PropertyId.LastRestartReason, 5u, "hardware-watchdog")]
    [InlineData("loop:1", PropertyId.Action, 1u, "reverse")]
    [InlineData("lifeSafetyPoint:1", PropertyId.PresentValue, 2u, "alarm")]
    [InlineData("lifeSafetyZone:1", PropertyId.Mode, 4u, "unmanned")]
    [InlineData("accessDoor:1", PropertyId.PriorityArray, 2u, "pulse-unlock")]
    [InlineData("networkPort:56", PropertyId.NetworkType, 5u, "ipv4")]
    [InlineData("binaryLightingOutput:1", PropertyId.PresentValue, 2u, "warn")]
    [InlineData("loop:1", PropertyId.ControlledVariableUnits, 62u, "degrees-celsius")]
    public void A_property_of_a_known_enumeration_has_a_name(string id, PropertyId property, uint number, string name) =>
        Assert.Equal(name, EnumeratedNames.Of(new(ObjectId.Parse(id), property), number));

    [Theory]
    [InlineData("binaryInput:1", PropertyId.PresentValue, 2u)]
    [InlineData("analogInput:1", PropertyId.Units, 60_000u)]
    [InlineData("analogInput:1", PropertyId.PresentValue, 1u)]
    [InlineData("device:1", PropertyId.SegmentationSupported, 259u)] // 3 in the low octet: not taken for no-segmentation
    [InlineData("device:1", PropertyId.ObjectType, 65_544u)]
    public void A_number_without_a_name_has_none(string id, PropertyId property, uint number) =>
        Assert.Null(EnumeratedNames.Of(new(ObjectId.Parse(id), property), number));
}
