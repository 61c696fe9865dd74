using CsCheck;
using Plenum.Bacnet.Protocol.Constructed;
using Plenum.Bacnet.Protocol.Tags;
using Plenum.Bacnet.Protocol.Types;

namespace Plenum.Bacnet.Protocol.Tests.Constructed;

/// <summary>BACnetEventParameter: with what an Event Enrollment object's algorithm works.</summary>
public sealed class EventParameterTests
{
    private static readonly Gen<BacnetValue> AnyList = Any.Element.Array[0, 3].Select(values => BacnetValue.List(values));

    /// <summary>Each choice in octets and in words.</summary>
    public static TheoryData<string, string> Samples => new()
    {
        { "0E 09 0A 1A 04F0 2E 82 0440 82 0480 2F 0F", "change-of-bitstring: bitmask 1111, list-of-bitstring-values [0100, 1000], for 10 s" },
        { "1E 09 0A 1E 19 01 1F 1F", "change-of-state: list-of-values [active], for 10 s" },
        { "2E 09 0A 1E 1C 3F000000 1F 2F", "change-of-value: cov-criteria [[1]3f000000], for 10 s" },
        { "3E 09 0A 1E 0C 00C00001 19 55 1F 3F", "command-failure: feedback-property-reference binaryInput:1 presentValue, for 10 s" },
        { "4E 09 0A 1E 0C 00800001 19 55 1F 2C 3F800000 3C 40000000 4C 3F000000 4F", "floating-limit: setpoint-reference analogValue:1 presentValue, low-diff-limit 1, high-diff-limit 2, deadband 0.5, for 10 s" },
        { "5E 09 3C 1C 41200000 2C 41F00000 3C 3F800000 5F", "out-of-range: low-limit 10, high-limit 30, deadband 1, for 60 s" },
        { "8E 09 00 1E 91 02 1F 2E 2F 3E 0C 05400001 19 A0 3F 8F", "change-of-life-safety: list-of-life-safety-alarm-values [2], list-of-alarm-values [], mode-property-reference lifeSafetyPoint:1 mode, for 0 s" },
        { "9E 09 63 19 01 2E 21 05 2F 9F", "extended: vendor-id 99, extended-event-type 1, parameters [5]" },
        { "AE 09 64 1A 0200 AF", "buffer-ready: notification-threshold 100, previous-notification-count 512" },
        { "BE 09 00 19 0A 29 64 BF", "unsigned-range: low-limit 10, high-limit 100, for 0 s" },
        { "DE 0E 91 01 0F 1E 0C 08400001 19 FA 1F DF", "access-event: list-of-access-events [1], access-event-time-reference accessPoint:1 accessEventTime" },
        { "EE 09 00 1D 08 4024000000000000 2D 08 403E000000000000 3D 08 3FF0000000000000 EF", "double-out-of-range: low-limit 10, high-limit 30, deadband 1, for 0 s" },
        { "FE 0F 09 00 19 F6 29 0A 39 01 FF 0F", "signed-out-of-range: low-limit -10, high-limit 10, deadband 1, for 0 s" },
        { "FE 10 09 00 19 0A 29 14 39 01 FF 10", "unsigned-out-of-range: low-limit 10, high-limit 20, deadband 1, for 0 s" },
        { "FE 11 09 00 1E 74 00 6A616D 1F FF 11", "change-of-characterstring: list-of-alarm-values [jam], for 0 s" },
        { "FE 12 09 00 1A 0440 FF 12", "change-of-status-flags: selected-flags 0100, for 0 s" },
        { "F8 14", "none" },
        { "FE 15 09 05 FF 15", "change-of-discrete-value, for 5 s" },
        { "FE 16 09 00 1E 91 02 1F 2E 0C 07C00001 19 55 2F FF 16", "change-of-timer: alarm-values [2], update-time-reference timer:1 presentValue, for 0 s" },
        { "FE C8 21 07 FF C8", "[200]{7}" },
        { "5E 09 3C 1C 41200000 5F", "[5]{[0]3c, [1]41200000}" },
    };

    [Theory]
    [MemberData(nameof(Samples))]
    public void Each_choice_is_read_written_and_shown(string hex, string text)
    {
        Assert.True(Judge.TryRead<EventParameter>(Octets.Of(hex), out var parameter, out var error), error.ToString());
        Assert.Equal(text, parameter.ToString());
        Octets.AreEqual(hex, Octets.Written(parameter.Write));
    }

    [Theory]
    [InlineData("5E 09 3C", DecodeError.Truncated)]
    [InlineData("21 05", DecodeError.WrongTag)]
    [InlineData("", DecodeError.Truncated)]
    public void What_is_no_choice_at_all_is_refused(string hex, DecodeError expected) => Judge.Refuses<EventParameter>(hex, expected);

    [Fact]
    public void Every_choice_reads_back()
    {
        byte[] choices = [.. Enumerable.Range(0, 255).Select(choice => (byte)choice).Where(choice => EventParameterForms.Of(choice) is not null)];

        Assert.Equal<byte>([0, 1, 2, 3, 4, 5, 8, 9, 10, 11, 13, 14, 15, 16, 17, 18, 21, 22], choices);
        Assert.All(choices, choice => Judge.Holds(AnyOf(choice), runs: 30));
    }

    private static Gen<EventParameter> AnyOf(byte choice)
    {
        var form = EventParameterForms.Of(choice)!;
        var fields = Gen.Const<Sequence<EventParameterField>>([]);
        foreach (var (name, kind) in form.Fields)
            fields = Gen.Select(fields, AnyOf(kind), (before, value) => (Sequence<EventParameterField>)[.. before, new(name, value)]);
        return Gen.Select(Gen.UInt, fields, (delay, all) => new EventParameter(choice, form.HasDelay ? delay : null, all));
    }

    private static Gen<BacnetValue> AnyOf(BacnetKind kind) => kind switch
    {
        BacnetKind.Real => Gen.Float.Select(BacnetValue.Real),
        BacnetKind.Double => Gen.Double.Select(BacnetValue.Double),
        BacnetKind.Signed => Gen.Long.Select(BacnetValue.Signed),
        BacnetKind.Unsigned => Gen.ULong.Select(BacnetValue.Unsigned),
        BacnetKind.BitString => Any.BitString.Select(BacnetValue.BitString),
        _ => AnyList,
    };
}
