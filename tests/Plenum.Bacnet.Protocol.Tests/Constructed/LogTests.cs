using CsCheck;
using Plenum.Bacnet.Protocol.Constructed;
using Plenum.Bacnet.Protocol.Tags;
using Plenum.Bacnet.Protocol.Types;

namespace Plenum.Bacnet.Protocol.Tests.Constructed;

/// <summary>Records of trend logs, of logs of several properties, and of event logs.</summary>
public sealed class LogTests
{
    private const string When = "0E A4 62031701 B4 13361B00 0F";

    private static readonly BacnetDateTime Time = new(new BacnetDate(0x62031701), new BacnetTime(19, 54, 27, 0));

    private static readonly Gen<LogDatum> AnyValue = Gen.OneOf(Any.PropertyValue.Select(value => new LogDatum(value)), Any.Error.Select(error => new LogDatum(error)));

    private static readonly Gen<LogDatum> AnyOther = Gen.OneOf(
        Gen.Byte[0, 7].Select(status => LogDatum.Of((LogStatus)status)),
        Gen.Float.Select(LogDatum.OfTimeChange));

    [Fact] // the records of annex F.3.8, ReadRange
    public void Annex_F_3_8_LogRecords()
    {
        Judge.BothWays(When + "1E 2C 41900000 1F 2A 0400", new LogRecord(Time, new(BacnetValue.Real(18)), StatusFlags.None), "1998-03-23T19:54:27.00 18");
        Judge.BothWays("0E A4 62031701 B4 13381B00 0F 1E 2C 4190CCCD 1F 2A 0400",
            new LogRecord(new(Time.Date, new(19, 56, 27, 0)), new(BacnetValue.Real(18.1f)), StatusFlags.None), "1998-03-23T19:56:27.00 18.1");
    }

    [Theory]
    [InlineData("0A 0580", "log-disabled")]
    [InlineData("0A 0560", "buffer-purged log-interrupted")]
    [InlineData("19 01", "true")]
    [InlineData("39 02", "2")]
    [InlineData("49 07", "7")]
    [InlineData("59 F9", "-7")]
    [InlineData("6A 0460", "0110")]
    [InlineData("78", "null")]
    [InlineData("8E 91 02 91 20 8F", "property: unknown-property")]
    [InlineData("9C 45610000", "clock set by 3600 s")]
    [InlineData("AE 73 00 6F6B AF", "ok")]
    public void A_record_holds_a_value_or_what_happened_instead(string datum, string text)
    {
        var hex = When + "1E" + datum + "1F";
        Assert.True(Judge.TryRead<LogRecord>(Octets.Of(hex), out var record, out var error), error.ToString());
        Assert.Equal($"1998-03-23T19:54:27.00 {text}", record.ToString());
        Octets.AreEqual(hex, Octets.Written(record.Write));
    }

    [Fact]
    public void A_record_of_several_properties_has_their_values_in_order() => Judge.BothWays(When + "1E 1E 09 01 1C 41900000 7E 91 02 91 20 7F 8E C4 00000001 8F 1F 1F",
        new LogMultipleRecord(Time, [
            new(BacnetValue.Boolean(true)), new(BacnetValue.Real(18)), new(new BacnetError(ErrorClass.Property, ErrorCode.UnknownProperty)),
            new(BacnetValue.Object(new(ObjectType.AnalogInput, 1)))]),
        "1998-03-23T19:54:27.00 true, 18, property: unknown-property, analogInput:1");

    [Fact]
    public void A_record_of_several_properties_may_tell_of_the_clock() =>
        Judge.BothWays(When + "1E 2C 00000000 1F", new LogMultipleRecord(Time, [LogDatum.OfTimeChange(0)]), "1998-03-23T19:54:27.00 clock set by 0 s");

    [Fact]
    public void A_record_without_what_happened_is_refused() => Judge.Refuses<LogRecord>(When + "1E 1F", DecodeError.WrongTag);

    [Fact]
    public void Every_record_reads_back()
    {
        Judge.Holds(Gen.Select(AnyConstructed.Moment, Gen.OneOf(AnyValue, AnyOther), AnyEvent.Status.Nullable(), (time, datum, status) => new LogRecord(time, datum, status)));
        Judge.Holds(Gen.Select(AnyConstructed.Moment, Gen.OneOf(AnyConstructed.Several(AnyValue), AnyOther.Select(other => (Sequence<LogDatum>)[other])), (time, data) => new LogMultipleRecord(time, data)));
        Judge.Holds(Gen.Select(AnyConstructed.Moment, AnyOther, (time, other) => new EventLogRecord(time, null, other)));
        Judge.Holds(Gen.Select(AnyConstructed.Moment, AnyEvent.Notification, (time, notification) => new EventLogRecord(time, notification)), runs: 50);
    }
}
