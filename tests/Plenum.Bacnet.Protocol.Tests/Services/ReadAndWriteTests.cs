using Plenum.Bacnet.Protocol.Services;
using Plenum.Bacnet.Protocol.Tags;
using Plenum.Bacnet.Protocol.Types;

namespace Plenum.Bacnet.Protocol.Tests.Services;

/// <summary>ReadProperty, WriteProperty and Error beyond the examples (clauses 15.5, 15.9, 20.1.7).</summary>
public sealed class ReadAndWriteTests
{
    [Theory]
    [InlineData("0C 00000005", DecodeError.Truncated)]
    [InlineData("19 55", DecodeError.WrongTag)]
    [InlineData("0C 00000005 29 01", DecodeError.WrongTag)]
    [InlineData("0C 00000005 19 55 39 01", DecodeError.TrailingBytes)]
    [InlineData("0C 00000005 1D 05 0000000055", DecodeError.WrongLength)]
    [InlineData("0C 00000005 19 55 2D 05 0100000000", DecodeError.OutOfRange)]
    public void No_request_reads_from(string hex, DecodeError expected) => Wire.Fails<ReadPropertyRequest>(hex, expected, ReadPropertyRequest.TryDecode);

    [Theory]
    [InlineData("0C 00000005 19 55", DecodeError.Truncated)]
    [InlineData("0C 00000005 19 55 44 42900000", DecodeError.WrongTag)]
    [InlineData("0C 00000005 19 55 3E 44 42900000 3F 00", DecodeError.TrailingBytes)]
    [InlineData("0C 00000005 19 55 3E 44 42900000 3E 3F", DecodeError.Truncated)]
    public void No_ack_reads_from(string hex, DecodeError expected) => Wire.Fails<ReadPropertyAck>(hex, expected, ReadPropertyAck.TryDecode);

    [Fact]
    public void An_empty_list_is_a_value()
    {
        ReadPropertyAck ack = new(new(new(ObjectType.Device, 1), PropertyId.DeviceAddressBinding), BacnetValue.List([]));
        Wire.BothWays("0C 02000001 19 1E 3E 3F", ack, ack.Encode, ReadPropertyAck.TryDecode);
    }

    [Theory]
    [InlineData(0, DecodeError.OutOfRange)]
    [InlineData(1, DecodeError.None)]
    [InlineData(16, DecodeError.None)]
    [InlineData(17, DecodeError.OutOfRange)]
    public void A_priority_is_1_to_16(byte priority, DecodeError expected)
    {
        byte[] service = [.. Octets.Of("0C 00400001 19 55 3E 00 3F 49"), priority];

        Assert.Equal(expected == DecodeError.None, WritePropertyRequest.TryDecode(service, out var request, out var error));
        Assert.Equal(expected, error);
        if (expected == DecodeError.None) Assert.Equal(priority, request.Priority);
    }

    [Fact]
    public void A_priority_beyond_a_byte_is_out_of_range_and_not_cut_off() =>
        Wire.Fails<WritePropertyRequest>("0C 00400001 19 55 3E 00 3F 4A 0108", DecodeError.OutOfRange, WritePropertyRequest.TryDecode);

    [Fact] // clause 20.1.7: some services wrap the error in [0] and add to it
    public void An_error_that_is_wrapped_is_read_and_what_was_added_is_passed_over()
    {
        Assert.True(ErrorReply.TryDecode(Octets.Of("0E 91 02 91 25 0F 19 01"), out var refusal, out var error));
        Assert.Equal((new BacnetError(ErrorClass.Property, ErrorCode.ValueOutOfRange), DecodeError.None), (refusal, error));
    }

    [Theory]
    [InlineData("", DecodeError.Truncated)]
    [InlineData("91 02", DecodeError.Truncated)]
    [InlineData("91 02 91 25 00", DecodeError.TrailingBytes)]
    [InlineData("21 02 21 25", DecodeError.WrongTag)]
    [InlineData("0E 91 02 0F", DecodeError.WrongTag)]
    [InlineData("0E 91 02 91 25", DecodeError.Truncated)]
    public void No_error_reads_from(string hex, DecodeError expected) => Wire.Fails<BacnetError>(hex, expected, ErrorReply.TryDecode);
}
