using Plenum.Bacnet.Protocol.Constructed;
using Plenum.Bacnet.Protocol.Services;
using Plenum.Bacnet.Protocol.Tags;
using Plenum.Bacnet.Protocol.Types;

namespace Plenum.Bacnet.Protocol.Tests.Services;

/// <summary>Services on data, lists, objects and files beyond the examples: what their productions forbid, and what is tolerated.</summary>
public sealed class ObjectServiceTests
{
    [Theory] // clause 21: priority Unsigned (1..16)
    [InlineData("0C 00800005 1E 09 55 2E 00 2F 39 00 1F", DecodeError.OutOfRange)]
    [InlineData("0C 00800005 1E 09 55 2E 00 2F 39 11 1F", DecodeError.OutOfRange)]
    [InlineData("0C 00800005 1E 09 55 2E 00 2F 3A 0108 1F", DecodeError.OutOfRange)]
    [InlineData("0C 00800005 1E 09 55 3E 00 3F 1F", DecodeError.WrongTag)]
    [InlineData("0C 00800005 1E 09 55 2E 00 2F", DecodeError.Truncated)]
    [InlineData("0C 00800005", DecodeError.Truncated)]
    public void No_request_to_write_several_reads_from(string hex, DecodeError expected) =>
        Wire.Fails<WritePropertyMultipleRequest>(hex, expected, WritePropertyMultipleRequest.TryDecode);

    [Fact]
    public void The_first_write_that_failed_is_told_with_the_error()
    {
        WritePropertyMultipleError refusal = new(new(ErrorClass.Property, ErrorCode.WriteAccessDenied), new(new(ObjectType.AnalogValue, 6), PropertyId.PresentValue, 2));
        const string Hex = "0E 91 02 91 28 0F 1E 0C 00800006 19 55 29 02 1F";

        Wire.BothWays(Hex, refusal, refusal.Encode, WritePropertyMultipleError.TryDecode);
        Assert.True(ErrorReply.TryDecode(Octets.Of(Hex), out var plain, out _));
        Assert.Equal(refusal.Error, plain);
    }

    [Fact]
    public void The_first_element_that_failed_is_told_with_the_error()
    {
        ElementError refusal = new(new(ErrorClass.Property, ErrorCode.ValueOutOfRange), 2);

        Wire.BothWays("0E 91 02 91 25 0F 19 02", refusal, refusal.Encode, ElementError.TryDecode);
    }

    [Theory] // some devices answer a bare Error where the standard wants more: class and code are read all the same
    [InlineData("91 02 91 28")]
    public void A_bare_error_is_none_of_the_wrapped_ones_but_an_error(string hex)
    {
        Wire.Fails<WritePropertyMultipleError>(hex, DecodeError.WrongTag, WritePropertyMultipleError.TryDecode);
        Wire.Fails<ElementError>(hex, DecodeError.WrongTag, ElementError.TryDecode);
        Wire.Fails<PrivateTransferError>(hex, DecodeError.WrongTag, PrivateTransferError.TryDecode);
        Assert.True(ErrorReply.TryDecode(Octets.Of(hex), out _, out _));
    }

    [Fact]
    public void An_object_can_be_created_with_its_identifier_and_without_values()
    {
        CreateObjectRequest request = new(ObjectType.File, 13), empty = request with { InitialValues = [] };

        Octets.AreEqual("0E 1C 0280000D 0F", Octets.Written(request.Encode));
        Octets.AreEqual("0E 1C 0280000D 0F 1E 1F", Octets.Written(empty.Encode));
    }

    [Theory]
    [InlineData("0E 0A 0400 0F", DecodeError.OutOfRange)]   // ten bits of object type
    [InlineData("0E 0F", DecodeError.WrongTag)]
    [InlineData("0E 09 0A 1C 0280000D 0F", DecodeError.WrongTag)]
    public void No_request_to_create_an_object_reads_from(string hex, DecodeError expected) =>
        Wire.Fails<CreateObjectRequest>(hex, expected, CreateObjectRequest.TryDecode);

    [Fact]
    [Trait("Rule", "BTL 8.19")]
    public void An_object_of_a_vendors_type_can_be_created()
    {
        CreateObjectRequest request = new((ObjectType)1023, InitialValues: [new((PropertyId)4194303, BacnetValue.Unsigned(1))]);
        var octets = Octets.Written(request.Encode);

        Octets.AreEqual("0E 0A 03FF 0F 1E 0B 3FFFFF 2E 21 01 2F 1F", octets);
        Assert.True(CreateObjectRequest.TryDecode(octets, out var read, out _));
        Assert.Equal(request, read);
    }

    [Fact] // a device that sends 2 of 3 records must not seem to have sent them all
    public void Records_that_are_not_as_many_as_the_count_says_are_out_of_range()
    {
        Wire.Fails<AtomicReadFileAck>("11 1E 31 0E 21 03 61 01 61 02 1F", DecodeError.OutOfRange, AtomicReadFileAck.TryDecode);
        Wire.Fails<AtomicReadFileAck>("11 1E 31 0E 21 01 61 01 61 02 1F", DecodeError.OutOfRange, AtomicReadFileAck.TryDecode);
        Wire.Fails<AtomicWriteFileRequest>("C4 02800002 1E 31 FF 21 02 61 01 1F", DecodeError.OutOfRange, AtomicWriteFileRequest.TryDecode);
    }

    [Theory]
    [InlineData("C4 02800001 0E 35 05 0100000000 21 01 0F", DecodeError.OutOfRange)]
    [InlineData("C4 02800001 2E 31 00 21 01 2F", DecodeError.WrongTag)]
    [InlineData("C4 02800001 0E 31 00 21 01 1F", DecodeError.WrongTag)]
    public void No_request_to_read_a_file_reads_from(string hex, DecodeError expected) =>
        Wire.Fails<AtomicReadFileRequest>(hex, expected, AtomicReadFileRequest.TryDecode);

    [Theory]
    [InlineData("10 09 17 19 08 2E 2F", DecodeError.WrongTag)]
    [InlineData("09 00 19 08 2E 2F", DecodeError.OutOfRange)]    // group 0 is reserved
    [InlineData("09 17 19 00 2E 2F", DecodeError.OutOfRange)]
    [InlineData("09 17 19 11 2E 2F", DecodeError.OutOfRange)]
    [InlineData("09 17 19 08 2E 0B 010000 00 2F", DecodeError.OutOfRange)]
    [InlineData("09 17 19 08 2E 09 01 19 11 00 2F", DecodeError.OutOfRange)]
    [InlineData("09 17 19 08 2E 09 01 29 05 2F", DecodeError.WrongTag)]
    public void No_request_to_write_a_group_reads_from(string hex, DecodeError expected) => Wire.Fails<WriteGroupRequest>(hex, expected, WriteGroupRequest.TryDecode);

    [Fact]
    public void A_channel_can_be_given_a_lighting_command()
    {
        BacnetValue fade = BacnetValue.Constructed(0, [BacnetValue.ContextPrimitive(0, [1]), BacnetValue.ContextPrimitive(1, [0x42, 0xC8, 0, 0])]);
        var octets = Octets.Written(new WriteGroupRequest(1, 16, [new(7, fade)]).Encode);

        Octets.AreEqual("09 01 19 10 2E 09 07 0E 09 01 1C 42C80000 0F 2F", octets);
        Assert.True(WriteGroupRequest.TryDecode(octets, out var read, out _));
        Assert.Equal(new GroupChannelValue(7, fade), Assert.Single(read.Changes));
    }

    [Fact]
    public void A_sequence_has_a_length_that_ends_it()
    {
        byte[] most = [.. Octets.Of("C4 02800002 1E 31 00 23 010000"), .. Enumerable.Repeat((byte)0x60, TagReader.MaxElements), 0x1F];
        byte[] more = [.. Octets.Of("C4 02800002 1E 31 00 23 010001"), .. Enumerable.Repeat((byte)0x60, TagReader.MaxElements + 1), 0x1F];

        Assert.True(AtomicWriteFileRequest.TryDecode(most, out var read, out _));
        Assert.Equal(TagReader.MaxElements, read.Content.Records.Count);
        Assert.False(AtomicWriteFileRequest.TryDecode(more, out _, out var error));
        Assert.Equal(DecodeError.TooManyElements, error);
    }
}
