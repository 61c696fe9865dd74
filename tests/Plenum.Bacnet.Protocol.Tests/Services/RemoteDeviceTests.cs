using Plenum.Bacnet.Protocol.Services;
using Plenum.Bacnet.Protocol.Tags;
using Plenum.Bacnet.Protocol.Types;

namespace Plenum.Bacnet.Protocol.Tests.Services;

/// <summary>Services that manage a device from afar, beyond the examples (clause 16).</summary>
public sealed class RemoteDeviceTests
{
    [Theory]
    [InlineData("19 03", DecodeError.OutOfRange)]                  // there is no fourth state
    [InlineData("0B 010000 19 00", DecodeError.OutOfRange)]        // Unsigned16
    [InlineData("19 00 2D 16 00 616161616161616161616161616161616161616161", DecodeError.OutOfRange)]   // a password of 21 characters
    [InlineData("19 00 3A 0061", DecodeError.WrongTag)]
    [InlineData("", DecodeError.Truncated)]
    public void No_request_to_be_silent_reads_from(string hex, DecodeError expected) =>
        Wire.Fails<DeviceCommunicationControlRequest>(hex, expected, DeviceCommunicationControlRequest.TryDecode);

    [Theory]
    [InlineData("09 08", DecodeError.OutOfRange)]
    [InlineData("09 00 1D 16 00 616161616161616161616161616161616161616161", DecodeError.OutOfRange)]
    public void No_request_to_start_again_reads_from(string hex, DecodeError expected) =>
        Wire.Fails<ReinitializeDeviceRequest>(hex, expected, ReinitializeDeviceRequest.TryDecode);

    [Fact]
    public void A_password_of_20_characters_of_any_plane_is_read()
    {
        var password = string.Concat(Enumerable.Repeat("🌡", 20));
        ReinitializeDeviceRequest request = new(ReinitializedState.StartBackup, password);

        Assert.True(ReinitializeDeviceRequest.TryDecode(Octets.Written(request.Encode), out var read, out _));
        Assert.Equal(password, read.Password);
    }

    [Fact] // to be answered with password-failure
    public void An_empty_password_is_read()
    {
        DeviceCommunicationControlRequest silent = new(DeviceCommunication.Disable, null, "");
        ReinitializeDeviceRequest again = new(ReinitializedState.Coldstart, "");

        Wire.BothWays("19 01 29 00", silent, silent.Encode, DeviceCommunicationControlRequest.TryDecode);
        Wire.BothWays("09 00 19 00", again, again.Encode, ReinitializeDeviceRequest.TryDecode);
    }

    [Fact]
    public void A_password_does_not_get_into_a_log()
    {
        Assert.Equal("disable-initiation for 5 min, with a password", new DeviceCommunicationControlRequest(DeviceCommunication.DisableInitiation, 5, "secret").ToString());
        Assert.Equal("enable", new DeviceCommunicationControlRequest(DeviceCommunication.Enable).ToString());
        Assert.Equal("warmstart, with a password", new ReinitializeDeviceRequest(ReinitializedState.Warmstart, "secret").ToString());
        Assert.Equal("coldstart", new ReinitializeDeviceRequest(ReinitializedState.Coldstart).ToString());
    }

    [Fact]
    public void A_message_has_a_class_by_number_by_name_or_none()
    {
        TextMessageRequest plain = new(new(ObjectType.Device, 5), MessagePriority.Urgent, "AB");
        TextMessageRequest numbered = plain with { ClassNumber = 7 }, named = plain with { ClassName = "C" };

        Wire.BothWays("0C 02000005 29 01 3B 00 4142", plain, plain.Encode, TextMessageRequest.TryDecode);
        Wire.BothWays("0C 02000005 1E 09 07 1F 29 01 3B 00 4142", numbered, numbered.Encode, TextMessageRequest.TryDecode);
        Wire.BothWays("0C 02000005 1E 1A 00 43 1F 29 01 3B 00 4142", named, named.Encode, TextMessageRequest.TryDecode);
        Wire.Fails<TextMessageRequest>("0C 02000005 29 02 3B 00 4142", DecodeError.OutOfRange, TextMessageRequest.TryDecode);
    }

    [Fact]
    public void A_vendors_failure_is_told_with_what_the_vendor_says_of_it()
    {
        PrivateTransferError refusal = new(new(ErrorClass.Services, ErrorCode.Other), new(25, 8, BacnetValue.Unsigned(3)));

        Wire.BothWays("0E 91 05 91 00 0F 19 19 29 08 3E 21 03 3F", refusal, refusal.Encode, PrivateTransferError.TryDecode);
        Wire.Fails<PrivateTransferError>("0E 91 05 91 00 0F 1B 010000 29 08", DecodeError.OutOfRange, PrivateTransferError.TryDecode);
    }

    [Fact] // nothing and an empty list are two things
    public void Parameters_of_a_vendors_service_may_be_missing_or_empty()
    {
        PrivateTransfer none = new(25, 8), empty = new(25, 8, BacnetValue.List([])), relinquished = new(25, 8, BacnetValue.Null);

        Wire.BothWays("09 19 19 08", none, none.Encode, PrivateTransfer.TryDecode);
        Wire.BothWays("09 19 19 08 2E 2F", empty, empty.Encode, PrivateTransfer.TryDecode);
        Wire.BothWays("09 19 19 08 2E 00 2F", relinquished, relinquished.Encode, PrivateTransfer.TryDecode);
    }

    [Theory] // the second is how one vendor's program speaks to another: lengths and texts, whose octets happen to open tags and close none
    [InlineData("FF", "FF")]
    [InlineData("0000007F 00000038", "0000007F00000038")]
    [InlineData("2F 00 01", "2F0001")]
    [InlineData("44 4290CC", "444290CC")]
    public void What_a_vendor_puts_there_without_tags_is_kept_as_it_is(string content, string octets)
    {
        PrivateTransfer transfer = new(511, 1) { Untagged = BacnetValue.OctetString(Convert.FromHexString(octets)) };
        PrivateTransferError refusal = new(new(ErrorClass.Services, ErrorCode.Other), transfer);

        Wire.BothWays($"0A 01FF 19 01 2E {content} 2F", transfer, transfer.Encode, PrivateTransfer.TryDecode);
        Wire.BothWays($"0E 91 05 91 00 0F 1A 01FF 29 01 3E {content} 3F", refusal, refusal.Encode, PrivateTransferError.TryDecode);
    }

    [Theory, InlineData("0A 01FF 19 01 2E FF"), InlineData("0A 01FF 19 01 2E"), InlineData("0A 01FF 19 01 2E FF 2F 00")]
    public void What_is_not_closed_is_not_read(string hex) => Wire.Fails<PrivateTransfer>(hex, DecodeError.Truncated, PrivateTransfer.TryDecode);

    [Fact] // octets of another stack's encoders
    public void A_device_without_an_address_asks_who_it_is_and_is_told()
    {
        const string Identity = "22 0104 75 10 00 526F6F6D20436F6E74726F6C6C6572 75 08 00 534E2D30303432";
        WhoAmIRequest who = new(260, "Room Controller", "SN-0042");
        YouAreRequest both = new(who, new(ObjectType.Device, 1234), [0xC0, 0xA8, 1, 0x14, 0xBA, 0xC0]);

        Wire.BothWays(Identity, who, who.Encode, WhoAmIRequest.TryDecode);
        YouAre($"{Identity} C4 020004D2 65 06 C0A80114BAC0", both);
        YouAre($"{Identity} C4 020004D2", both with { Address = null });
        YouAre($"{Identity} 65 06 C0A80114BAC0", both with { Device = null });
        YouAre($"{Identity}", new(who));
    }

    private static void YouAre(string hex, YouAreRequest request) => Wire.BothWays(hex, request, request.Encode, YouAreRequest.TryDecode);
}
