using Plenum.Bacnet.Protocol.Apdu;
using Plenum.Bacnet.Protocol.Messages;
using Plenum.Bacnet.Protocol.Services;
using Plenum.Bacnet.Protocol.Tags;
using Plenum.Bacnet.Protocol.Types;

namespace Plenum.Bacnet.Protocol.Tests.Messages;

/// <summary>Datagrams and APDUs as a person reads them, in one line each.</summary>
public sealed class MessageTextTests
{
    [Theory]
    [InlineData("00 04 01 0C 0C 00000005 19 55", "read-property #1 analogInput:5 presentValue")]
    [InlineData("00 04 01 0C 0C 0200C350 19 4C 29 00", "read-property #1 device:50000 objectList[0]")]
    [InlineData("30 01 0C 0C 00000005 19 55 3E 44 4290999A 3F", "read-property ack #1 analogInput:5 presentValue = 72.3")]
    [InlineData("30 01 0C 0C 00C00005 19 55 3E 91 01 3F", "read-property ack #1 binaryInput:5 presentValue = active")]
    [InlineData("30 01 0C 0C 00000005 19 57 3E 00 44 41AC0000 3F", "read-property ack #1 analogInput:5 priorityArray = [null, 21.5]")]
    [InlineData("30 01 0C 0C 00000005 19 4D 3E 75 06 00 41220A1B42 3F", "read-property ack #1 analogInput:5 objectName = \"A\\\"\\u000a\\u001bB\"")]
    [InlineData("30 01 0C 0C 00000005 19 6F 3E 82 04 80 3F", "read-property ack #1 analogInput:5 statusFlags = in-alarm")]
    [InlineData("30 01 0E 0C 00000010 1E 29 55 4E 44 4290999A 4F 29 67 5E 91 02 91 20 5F 1F 0C 00000011 1E 1F",
        "read-property-multiple ack #1 [analogInput:16 [presentValue = 72.3, reliability property: unknown-property]]")]
    [InlineData("00 04 02 0E 0C 00000021 1E 09 55 09 57 19 03 1F 0C 00000032 1E 09 55 1F", "read-property-multiple #2 [analogInput:33 [presentValue, priorityArray[3]], analogInput:50 [presentValue]]")]
    [InlineData("00 04 59 0F 0C 00800001 19 55 3E 44 43340000 3F 49 08", "write-property #89 analogValue:1 presentValue = 180 priority 8")]
    [InlineData("20 59 0F", "write-property ack #89")]
    [InlineData("50 59 0F 91 02 91 28", "write-property error #89 property: write-access-denied")]
    [InlineData("60 59 09", "reject #89 unrecognized-service")]
    [InlineData("71 59 04", "abort #89 segmentation-not-supported fromServer true")]
    [InlineData("42 59 03 10", "segment-ack #89 sequenceNumber 3 windowSize 16 negative true fromServer false")]
    [InlineData("10 08", "who-is")]
    [InlineData("10 08 09 03 19 05", "who-is low 3 high 5")]
    [InlineData("10 00 C4 02000001 22 01E0 91 01 21 63", "i-am device device:1 maxApdu 480 segmentation segmented-transmit vendorId 99")]
    [InlineData("10 07 3D 07 00 4F4154656D70", "who-has name \"OATemp\"")]
    [InlineData("3C 59 00 10 0C 0C", "read-property ack #89 segment 0 (window 16)")]
    [InlineData("38 59 02 10 0C 0C", "read-property ack #89 segment 2, the last (window 16)")]
    [InlineData("10 C8 21 07 0E 19 05 0F", "200 data [7, [0] [[1] 05]]")]   // a service that nobody knows
    public void An_APDU_is_a_line(string hex, string line) => Assert.Equal(line, MessageText.Of(MessageReader.ReadApdu(Octets.Of(hex))));

    [Theory]
    [InlineData("81 0B 000C 01 20 FFFF 00 FF 10 08", "who-is")]
    [InlineData("81 00 0006 0030", "result register-foreign-device-nak")]
    public void A_datagram_is_a_line(string hex, string line) => Assert.Equal(line, MessageText.Of(MessageReader.ReadDatagram(Octets.Of(hex))));

    [Theory]   // what is cut off, what is too much, what stands in the wrong place: counted from the first octet
    [InlineData("81 0A 0010 01 04 00 04 01 0C 0C 0000 0005 19", DecodeError.Truncated, 16)]
    [InlineData("81 0A 0011 01 04 00 04 01 0C 0C 00000005 29 55", DecodeError.WrongTag, 15)]
    [InlineData("81 0A 0012 01 04 00 04 01 0C 0C 00000005 19 55 00", DecodeError.TrailingBytes, 17)]
    [InlineData("81 0A 0011 01 04 20 04 01 0C 0C 00000005 19", DecodeError.WrongDatagramLength, 2)]
    [InlineData("82 0A 0004", DecodeError.UnknownHeader, 0)]
    [InlineData("81 0A", DecodeError.Truncated, 2)]
    [InlineData("81 0A 0006 02 00", DecodeError.UnknownHeader, 5)]
    [InlineData("81 0A 0008 01 00 90 00", DecodeError.UnknownHeader, 6)]
    [InlineData("81 0A 0009 01 00 20 59 0F", DecodeError.None, 0)]
    [InlineData("81 0A 000A 01 00 20 59 0F 00", DecodeError.TrailingBytes, 9)]
    public void What_is_wrong_is_told_with_its_place(string hex, DecodeError reason, int offset)
    {
        var failure = MessageReader.ReadDatagram(Octets.Of(hex)).Failure;

        Assert.Equal((reason, offset), failure is { } known ? (known.Reason, known.Offset) : (DecodeError.None, 0));
    }

    [Fact]
    public void A_line_about_a_failure_has_the_place_and_the_reason() => Assert.Equal(
        "read-property #1 does not decode, octet 9: another tag stands where this one is required",
        MessageText.Of(MessageReader.ReadApdu(Octets.Of("00 04 01 0C 0C 00000005 29 55"))));

    [Fact]
    public void A_long_value_is_cut_and_what_was_left_out_is_counted()
    {
        Assert.EndsWith($" = {new string('0', 160)}… (840 characters more)", Line(BacnetValue.OctetString(new byte[500])), StringComparison.Ordinal);
        Assert.EndsWith($" = \"{new string('x', 159)}…\" (41 characters more)", Line(BacnetValue.CharacterString(new string('x', 200))), StringComparison.Ordinal);
        Assert.EndsWith($" = [{string.Concat(Enumerable.Repeat("1, ", 53))}… (140 characters more)", Line(BacnetValue.List([.. Enumerable.Repeat(BacnetValue.Unsigned(1), 100)])), StringComparison.Ordinal);
        Assert.EndsWith($" = {new string('0', 160)}", Line(BacnetValue.OctetString(new byte[80])), StringComparison.Ordinal);
    }

    private static string Line(BacnetValue value)
    {
        Span<byte> apdu = stackalloc byte[ApduSizes.Largest];
        var size = new ApduHeader { Type = PduType.ComplexAck, InvokeId = 1, Service = (byte)ConfirmedService.ReadProperty }.Encode(apdu);
        var writer = new TagWriter(apdu[size..]);
        new ReadPropertyAck(new(new(ObjectType.AnalogValue, 1), (PropertyId)9999), value).Encode(ref writer);
        return MessageText.Of(MessageReader.ReadApdu(apdu[..(size + writer.Length)]));
    }

    [Fact]
    public void Octets_that_came_in_segments_are_read_as_a_whole()
    {
        var last = MessageReader.ReadApdu(Octets.Of("38 59 01 10 0C 3E 21 05 3F"));

        Assert.Equal("read-property ack #89 analogInput:5 presentValue = 5", MessageText.Of(MessageReader.ReadAssembled(last, Octets.Of("0C 00000005 19 55 3E 21 05 3F"))));
    }

    [Fact]
    public void Every_reason_has_words() =>
        Assert.Equal(Enum.GetValues<DecodeError>().Length, Enum.GetValues<DecodeError>().Select(DecodeErrorText.Of).Where(text => text.Contains(' ', StringComparison.Ordinal)).Distinct().Count());
}
