using CsCheck;
using Plenum.Bacnet.Protocol.Constructed;
using Plenum.Bacnet.Protocol.Tags;
using Plenum.Bacnet.Protocol.Types;

namespace Plenum.Bacnet.Protocol.Tests.Constructed;

/// <summary>BACnetNotificationParameters: each choice by its octets, and any other as it came.</summary>
public sealed class NotificationParametersTests
{
    /// <summary>A device's octets, what they are read as, and what a person sees.</summary>
    public static TheoryData<string, Type, string> Samples => new()
    {
        { "0E 0A 0440 1A 0480 0F", typeof(ChangeOfBitstringNotification), "0100, status in-alarm" },
        { "1E 0E 19 01 0F 1A 0480 1F", typeof(ChangeOfStateNotification), "active, status in-alarm" },
        { "2E 0E 1C 41AC0000 0F 1A 0400 2F", typeof(ChangeOfValueNotification), "21.5" },
        { "2E 0E 0A 0450 0F 1A 0400 2F", typeof(ChangeOfValueNotification), "0101" },
        { "3E 0E 91 01 0F 1A 0480 2E 91 00 2F 3F", typeof(CommandFailureNotification), "commanded 1, feedback 0, status in-alarm" },
        { "4E 0C 41CC0000 1A 0480 2C 41A80000 3C 40000000 4F", typeof(FloatingLimitNotification), "25.5 where 21 ± 2 is wanted, status in-alarm" },
        { "5E 0C 42A03333 1A 0480 2C 3F800000 3C 42A00000 5F", typeof(OutOfRangeNotification), "80.1 past 80 (deadband 1), status in-alarm" },
        { "6E 09 55 2E 44 41AC0000 2F 09 67 2E 91 01 2F 6F", typeof(ComplexNotification), "presentValue = 21.5, reliability = 1" },
        { "8E 09 02 19 01 2A 0480 39 01 8F", typeof(ChangeOfLifeSafetyNotification), "alarm in mode on, expects silence, status in-alarm" },
        { "9E 09 63 19 03 2E 21 01 0E 19 07 0F 2F 9F", typeof(ExtendedNotification), "vendor 99 event 3: 1, [0]{[1]07}" },
        { "AE 0E 0C 05000001 19 83 0F 19 64 29 C8 AF", typeof(BufferReadyNotification), "trendLog:1 logBuffer from record 100 to 200" },
        { "BE 09 78 1A 0480 29 64 BF", typeof(UnsignedRangeNotification), "120 past 100, status in-alarm" },
        { "DE 09 01 1A 0400 29 03 3E 19 10 3F 4E 1C 08000007 4F 5E 09 05 19 00 2C 01020304 5F DF", typeof(AccessEventNotification), "granted at #16 to accessCredential:7 (tag 3)" },
        { "EE 0D 08 4059000000000000 1A 0480 2D 08 3FF0000000000000 3D 08 4054000000000000 EF", typeof(OutOfRangeNotification), "100 past 80 (deadband 1), status in-alarm" },
        { "FE 0F 09 F6 1A 0480 29 01 39 FB FF 0F", typeof(OutOfRangeNotification), "-10 past -5 (deadband 1), status in-alarm" },
        { "FE 10 09 0A 1A 0480 29 01 39 05 FF 10", typeof(OutOfRangeNotification), "10 past 5 (deadband 1), status in-alarm" },
        { "FE 11 0C 00 6A616D 1A 0480 2C 00 6A616D FF 11", typeof(ChangeOfCharacterStringNotification), "\"jam\" (alarm on \"jam\"), status in-alarm" },
        { "FE 12 0E 44 41AC0000 0F 1A 0440 FF 12", typeof(ChangeOfStatusFlagsNotification), "21.5, status fault" },
        { "FE 12 1A 0440 FF 12", typeof(ChangeOfStatusFlagsNotification), "no value, status fault" },
        { "FE 13 09 01 1A 0440 2E 09 55 2E 44 41AC0000 2F 2F FF 13", typeof(ChangeOfReliabilityNotification), "no-sensor, status fault, presentValue = 21.5" },
        { "FE 15 0E 21 07 0F 1A 0480 FF 15", typeof(ChangeOfDiscreteValueNotification), "7, status in-alarm" },
        { "FE 16 09 01 1A 0400 2E A4 7E0B1607 B4 08000000 2F 39 01 4A 03E8 FF 16", typeof(ChangeOfTimerNotification), "running since 2026-11-22T08:00:00.00" },
        { "FE 14 00 FF 14", typeof(OtherNotification), "[20]{null}" },
        { "FE C8 21 07 FF C8", typeof(OtherNotification), "[200]{7}" },
        { "59 05", typeof(OtherNotification), "[5]05" },
    };

    [Theory]
    [MemberData(nameof(Samples))]
    public void Each_choice_is_read_written_and_shown(string hex, Type type, string text)
    {
        Assert.True(Judge.TryRead<NotificationParameters>(Octets.Of(hex), out var read, out var error), error.ToString());
        Assert.Equal((type, text), (read.GetType(), read.ToString()));
        Octets.AreEqual(hex, Octets.Written(read.Write));
    }

    [Fact]
    public void Every_choice_of_the_standard_has_a_sample() => Assert.Equal(
        [.. typeof(NotificationParameters).Assembly.GetTypes().Where(type => type.IsSubclassOf(typeof(NotificationParameters))).Select(type => type.Name).Order()],
        Samples.Select(row => row.Data.Item2.Name).Distinct().Order());

    [Theory]
    [InlineData("5E 0C 42A03333 1A 0480 2C 3F800000 5F", "no limit")]
    [InlineData("5E 0C 42A03333 1A 0480 2C 3F800000 3C 42A00000 49 01 5F", "one more")]
    [InlineData("5E 44 42A03333 82 0480 44 3F800000 44 42A00000 5F", "application tags")]
    [InlineData("1E 0E 91 01 0F 1A 0480 1F", "a state without its choice")]
    public void A_form_that_the_standard_does_not_have_is_kept_as_it_came(string hex, string why)
    {
        Assert.True(Judge.TryRead<NotificationParameters>(Octets.Of(hex), out var read, out var error), $"{why}: {error}");
        Assert.IsType<OtherNotification>(read);
        Octets.AreEqual(hex, Octets.Written(read.Write));
    }

    [Theory]
    [InlineData("5E 0C 42A03333", DecodeError.Truncated)]
    [InlineData("44 42A03333", DecodeError.WrongTag)]
    [InlineData("", DecodeError.Truncated)]
    [InlineData("5E 1F", DecodeError.WrongTag)]
    public void What_is_no_choice_at_all_is_refused(string hex, DecodeError expected) => Judge.Refuses<NotificationParameters>(hex, expected);

    [Fact]
    public void Every_choice_reads_back() => Assert.All(AnyEvent.Choices, choice => Judge.Holds(choice, runs: 50));

    [Fact]
    [Trait("Rule", "F29")]
    public void Every_notification_reads_back() => Judge.Holds(AnyEvent.Notification);

    [Fact]
    public void Every_summary_reads_back()
    {
        Judge.Holds(AnyEvent.Summary);
        Judge.Holds(Gen.Select(Any.ObjectId, AnyEvent.State, AnyEvent.Transitions, (id, state, acked) => new AlarmSummary(id, state, acked)));
        Judge.Holds(Gen.Select(Any.ObjectId, AnyEvent.Type, AnyEvent.State, Gen.Byte, Gen.UInt.Nullable(), (id, type, state, priority, number) => new EnrollmentSummary(id, type, state, priority, number)));
    }

    [Fact]
    public void A_summary_has_three_times_and_three_priorities() =>
        Judge.Refuses<EventSummary>("0C 00000002 19 03 2A 0560 3E 19 01 19 02 3F 49 00 5A 05E0 6E 21 0F 21 0F 21 14 6F", DecodeError.OutOfRange);

    [Fact]
    public void A_secret_that_opens_doors_is_not_shown() => Assert.Equal("format 5 of class 0, 4 octets", new AuthenticationFactor(5, 0, [1, 2, 3, 4]).ToString());
}
