using Plenum.Bacnet.Protocol.Types;

namespace Plenum.Bacnet.Protocol.Tests.Types;

/// <summary>Numbers at the joints of the standard's tables, where an off-by-one would show.</summary>
public sealed class VocabularyTests
{
    [Fact]
    public void Object_types_carry_the_numbers_of_clause_21() => Assert.Equal(
        [0u, 8u, 10u, 17u, 20u, 23u, 30u, 31u, 32u, 39u, 46u, 50u, 53u, 56u, 58u, 59u, 60u, 61u, 62u],
        new[]
        {
            ObjectType.AnalogInput, ObjectType.Device, ObjectType.File, ObjectType.Schedule, ObjectType.TrendLog, ObjectType.Accumulator,
            ObjectType.AccessDoor, ObjectType.Timer, ObjectType.AccessCredential, ObjectType.BitstringValue, ObjectType.LargeAnalogValue,
            ObjectType.TimeValue, ObjectType.Channel, ObjectType.NetworkPort, ObjectType.Escalator, ObjectType.Lift, ObjectType.Staging,
            ObjectType.AuditLog, ObjectType.AuditReporter,
        }.Select(type => (uint)type));

    [Fact]
    public void Properties_carry_the_numbers_of_clause_21() => Assert.Equal(
        [0u, 8u, 62u, 75u, 76u, 80u, 85u, 87u, 103u, 104u, 105u, 111u, 117u, 139u, 155u, 167u, 202u, 371u, 399u, 400u, 425u, 506u, 511u, 4194304u, 4194327u],
        new[]
        {
            PropertyId.AckedTransitions, PropertyId.All, PropertyId.MaxApduLengthAccepted, PropertyId.ObjectIdentifier, PropertyId.ObjectList,
            PropertyId.Optional, PropertyId.PresentValue, PropertyId.PriorityArray, PropertyId.Reliability, PropertyId.RelinquishDefault,
            PropertyId.Required, PropertyId.StatusFlags, PropertyId.Units, PropertyId.ProtocolRevision, PropertyId.DatabaseRevision,
            PropertyId.MaxSegmentsAccepted, PropertyId.RestartNotificationRecipients, PropertyId.PropertyList, PropertyId.ApduLength,
            PropertyId.IpAddress, PropertyId.NetworkNumber, PropertyId.FloorNumber, PropertyId.IssuerCertificateFiles,
            PropertyId.MaxBvlcLengthAccepted, PropertyId.ScMinimumReconnectTime,
        }.Select(property => (uint)property));

    [Fact]
    public void Errors_rejects_and_aborts_carry_the_numbers_of_clause_21()
    {
        Assert.Equal([31, 32, 42, 40, 37, 50], new[] { ErrorCode.UnknownObject, ErrorCode.UnknownProperty, ErrorCode.InvalidArrayIndex, ErrorCode.WriteAccessDenied, ErrorCode.ValueOutOfRange, ErrorCode.PropertyIsNotAnArray }.Select(code => (int)code));
        Assert.Equal([9, 1], new[] { RejectReason.UnrecognizedService, RejectReason.BufferOverflow }.Select(reason => (int)reason));
        Assert.Equal([1, 4, 11], new[] { AbortReason.BufferOverflow, AbortReason.SegmentationNotSupported, AbortReason.ApduTooLong }.Select(reason => (int)reason));
    }

    [Fact]
    public void Services_carry_the_numbers_of_clause_21()
    {
        Assert.Equal([5, 12, 14, 15, 26, 30], new[] { ConfirmedService.SubscribeCov, ConfirmedService.ReadProperty, ConfirmedService.ReadPropertyMultiple, ConfirmedService.WriteProperty, ConfirmedService.ReadRange, ConfirmedService.SubscribeCovPropertyMultiple }.Select(service => (int)service));
        Assert.Equal([0, 1, 2, 7, 8], new[] { UnconfirmedService.IAm, UnconfirmedService.IHave, UnconfirmedService.UnconfirmedCovNotification, UnconfirmedService.WhoHas, UnconfirmedService.WhoIs }.Select(service => (int)service));
        Assert.Equal([14, 26, 34, 35, 38], new[] { ServicesSupported.ReadPropertyMultiple, ServicesSupported.IAm, ServicesSupported.WhoIs, ServicesSupported.ReadRange, ServicesSupported.SubscribeCovProperty }.Select(bit => (int)bit));
    }

    [Fact] // clause 21, BACnetServicesSupported: bits 0..25 follow the confirmed choices, later services were appended
    public void A_confirmed_service_up_to_25_has_its_own_number_as_its_bit()
    {
        var first = Enum.GetValues<ConfirmedService>().Where(service => (int)service <= 25);

        Assert.All(first, service => Assert.Equal(service.ToString(), ((ServicesSupported)service).ToString()));
    }

    [Fact]
    public void Every_later_service_has_a_bit_of_the_same_name()
    {
        var names = Enum.GetNames<ConfirmedService>().Concat(Enum.GetNames<UnconfirmedService>());

        Assert.Equal(names.Order(), Enum.GetNames<ServicesSupported>().Order());
    }
}
