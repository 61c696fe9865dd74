using CsCheck;
using Plenum.Bacnet.Protocol.Constructed;
using Plenum.Bacnet.Protocol.Services;
using Plenum.Bacnet.Protocol.Tags;
using Plenum.Bacnet.Protocol.Types;

namespace Plenum.Bacnet.Protocol.Tests.Services;

/// <summary>Subscriptions and notifications of changes, written and read.</summary>
public sealed class CovServiceTests
{
    private static readonly int Runs = Effort.Runs(500);

    private static readonly ObjectId Input = new(ObjectType.AnalogInput, 10), Other = new(ObjectType.BinaryValue, 2), Device = new(ObjectType.Device, 4);

    private static readonly Gen<float?> Increment = Gen.Single[0, 1000].Nullable();
    private static readonly Gen<CovReference> Reference = Gen.Select(Any.Reference, Increment, Gen.Bool, (monitored, increment, timestamped) => new CovReference(monitored, increment, timestamped));
    private static readonly Gen<BacnetPropertyValue> Value = Gen.Select(Any.Reference, Any.PropertyValue, Gen.Byte[1, 16].Nullable(),
        (target, value, priority) => new BacnetPropertyValue(target.Property, target.ArrayIndex, value, priority));
    private static readonly Gen<CovChange> Change = Gen.Select(Any.Reference, Any.PropertyValue, Gen.UInt.Nullable(),
        (target, value, time) => new CovChange(target, value, time is { } packed ? new BacnetTime(packed) : null));

    [Fact]
    public void Subscribe_cov() => Gen.Select(Gen.UInt, Any.ObjectId, Gen.Bool.Nullable(), Gen.UInt.Nullable())
        .Select((process, id, confirmed, lifetime) => new SubscribeCovRequest(process, id, confirmed, lifetime))
        .Sample(request => SubscribeCovRequest.TryDecode(Octets.Written(request.Encode), out var read, out _) && read == request, iter: Runs);

    [Fact]
    public void Subscribe_cov_property() => Gen.Select(Gen.UInt, Any.Reference, Gen.Bool.Nullable(), Gen.UInt.Nullable(), Increment)
        .Select((process, target, confirmed, lifetime, increment) => new SubscribeCovPropertyRequest(process, target, confirmed, lifetime, increment))
        .Sample(request => SubscribeCovPropertyRequest.TryDecode(Octets.Written(request.Encode), out var read, out _) && read == request, iter: Runs);

    [Fact]
    public void Subscribe_cov_property_multiple() => Gen.Select(Gen.UInt, Gen.Bool.Nullable(), Gen.UInt.Nullable(), Gen.UInt.Nullable(), Reference.Array[0, 8])
        .Select((process, confirmed, lifetime, delay, references) => new SubscribeCovPropertyMultipleRequest(process, confirmed, lifetime, delay, references))
        .Sample(CovWire.ReadsBack, iter: Runs);

    [Fact]
    public void Cov_notification() => Gen.Select(Gen.UInt, Any.ObjectId, Any.ObjectId, Gen.UInt, Value.Array[0, 6])
        .Select((process, device, id, remaining, values) => new CovNotificationRequest(process, device, id, remaining, values))
        .Sample(CovWire.ReadsBack, iter: Runs);

    [Fact]
    public void Cov_notification_multiple() => Gen.Select(Gen.UInt, Any.ObjectId, Gen.UInt, Gen.Select(Gen.UInt, Gen.UInt).Nullable(), Change.Array[0, 6])
        .Select((process, device, remaining, timestamp, changes) => new CovNotificationMultipleRequest(process, device, remaining,
            timestamp is { } at ? new BacnetDateTime(new(at.Item1), new(at.Item2)) : null, changes))
        .Sample(CovWire.ReadsBack, iter: Runs);

    [Fact]
    public void Subscribe_cov_property_multiple_error() => Gen.Select(Any.Error, Any.Reference.Nullable(), (error, failed) => new SubscribeCovPropertyMultipleError(error, failed))
        .Sample(refusal => SubscribeCovPropertyMultipleError.TryDecode(Octets.Written(refusal.Encode), out var read, out _) && read == refusal, iter: Runs);

    [Fact] // clause 13.14.1.1.3
    [Trait("Rule", "135.1 8.10.3")]
    public void A_cancellation_names_neither_confirmation_nor_lifetime()
    {
        var (whole, one) = (SubscribeCovRequest.Cancellation(18, Input), SubscribeCovPropertyRequest.Cancellation(18, new(Input, PropertyId.Units)));

        Octets.AreEqual("09 12 1C 0000000A", Octets.Written(whole.Encode));
        Octets.AreEqual("09 12 1C 0000000A 4E 09 75 4F", Octets.Written(one.Encode));
        Assert.True(whole.IsCancellation && one.IsCancellation);
        Assert.False(new SubscribeCovRequest(18, Input, true, 60).IsCancellation);
    }

    [Fact]
    public void Several_properties_of_an_object_share_a_specification() => CovWire.BothWays(
        "09 12 19 01 29 3C 39 05 4E 0C 0000000A 1E 0E 09 55 0F 1C 3F800000 29 01 0E 09 6F 0F 29 00 1F 0C 01400002 1E 0E 09 57 19 10 0F 29 00 1F 4F",
        new SubscribeCovPropertyMultipleRequest(18, true, 60, 5,
        [
            new(new(Input, PropertyId.PresentValue), 1, true),
            new(new(Input, PropertyId.StatusFlags), null, false),
            new(new(Other, PropertyId.PriorityArray, 16), null, false),
        ]));

    [Fact]
    public void Several_objects_can_change_in_one_notification() => CovWire.BothWays(
        "09 12 1C 02000004 29 1B 3E A4 72030101 B4 0C1E0000 3F 4E 0C 0000000A 1E 09 55 2E 44 42820000 2F 3C 0C1D3B00 1F 0C 01400002 1E 09 55 2E 91 01 2F 1F 4F",
        new CovNotificationMultipleRequest(18, Device, 27, new(new(114, 3, 1, 1), new(12, 30, 0, 0)),
        [
            new(new(Input, PropertyId.PresentValue), BacnetValue.Real(65), new(12, 29, 59, 0)),
            new(new(Other, PropertyId.PresentValue), BacnetValue.Enumerated(1)),
        ]));

    [Theory]
    [InlineData("0E 91 05 91 2B 0F", ErrorClass.Services, null)]
    [InlineData("1E 0C 0000000A 1E 09 55 1F 2E 91 02 91 2C 2F 1F", ErrorClass.Property, PropertyId.PresentValue)]
    [InlineData("0E 91 05 91 2B 0F 1E 0C 0000000A 1E 09 55 1F 2E 91 02 91 2C 2F 1F", ErrorClass.Property, PropertyId.PresentValue)]
    [InlineData("0E 91 00 91 00 0F", ErrorClass.Device, null)]
    public void A_refusal_of_several_names_the_first_that_failed(string hex, ErrorClass why, PropertyId? failed)
    {
        Assert.True(SubscribeCovPropertyMultipleError.TryDecode(Octets.Of(hex), out var refusal, out _));

        Assert.Equal((why, failed), (refusal.Refusal.Class, refusal.FirstFailed?.Property));
    }

    [Theory]
    [InlineData("09 12 1C 02000004 2C 0000000A 39 00 4E 09 55 2E 10 2F 39 00 4F")]
    [InlineData("09 12 1C 02000004 2C 0000000A 39 00 4E 09 55 2E 10 2F 39 11 4F")]
    public void A_value_with_a_priority_that_does_not_exist_is_an_error(string hex) => Wire.Fails<CovNotificationRequest>(hex, DecodeError.OutOfRange, CovNotificationRequest.TryDecode);
}
