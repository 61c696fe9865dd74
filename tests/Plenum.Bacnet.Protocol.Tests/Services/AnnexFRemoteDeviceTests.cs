using Plenum.Bacnet.Protocol.Services;
using Plenum.Bacnet.Protocol.Types;

namespace Plenum.Bacnet.Protocol.Tests.Services;

/// <summary>The examples of annex F.4 of services that manage a device from afar, octet for octet in both directions.</summary>
public sealed class AnnexFRemoteDeviceTests
{
    private static readonly PrivateTransfer Proprietary = new(25, 8, BacnetValue.List([BacnetValue.Real(72.4f), BacnetValue.OctetString([0x16, 0x49])]));
    private static readonly TextMessageRequest Maintenance = new(new(ObjectType.Device, 5), MessagePriority.Normal, "PM required for PUMP347");

    [Fact]
    public void Annex_F_4_1_DeviceCommunicationControl()
    {
        DeviceCommunicationControlRequest request = new(DeviceCommunication.Disable, 5, "#egbdf!");

        Wire.BothWays("00 04 05 11  09 05 19 01 2D 08 00 23656762646621", AnnexF.Request(5, ConfirmedService.DeviceCommunicationControl, octets: 1024),
            request, request.Encode, DeviceCommunicationControlRequest.TryDecode);
        AnnexF.IsSimpleAck("20 05 11", 5, ConfirmedService.DeviceCommunicationControl);
    }

    [Fact]
    public void Annex_F_4_2_ConfirmedPrivateTransfer()
    {
        PrivateTransfer ack = new(25, 8);

        Wire.BothWays("00 04 55 12  09 19 19 08 2E 44 4290CCCD 62 1649 2F", AnnexF.Request(85, ConfirmedService.ConfirmedPrivateTransfer, octets: 1024),
            Proprietary, Proprietary.Encode, PrivateTransfer.TryDecode);
        Wire.BothWays("30 55 12  09 19 19 08", AnnexF.Ack(85, ConfirmedService.ConfirmedPrivateTransfer), ack, ack.Encode, PrivateTransfer.TryDecode);
    }

    [Fact]
    public void Annex_F_4_3_UnconfirmedPrivateTransfer() =>
        Wire.BothWays("10 04  09 19 19 08 2E 44 4290CCCD 62 1649 2F", AnnexF.Unconfirmed(UnconfirmedService.UnconfirmedPrivateTransfer),
            Proprietary, Proprietary.Encode, PrivateTransfer.TryDecode);

    [Fact]
    public void Annex_F_4_4_ReinitializeDevice()
    {
        ReinitializeDeviceRequest request = new(ReinitializedState.Warmstart, "AbCdEfGh");

        Wire.BothWays("00 01 02 14  09 01 1D 09 00 4162436445664768", AnnexF.Request(2, ConfirmedService.ReinitializeDevice, octets: 128),
            request, request.Encode, ReinitializeDeviceRequest.TryDecode);
        AnnexF.IsSimpleAck("20 02 14", 2, ConfirmedService.ReinitializeDevice);
    }

    [Fact]
    public void Annex_F_4_5_ConfirmedTextMessage()
    {
        Wire.BothWays("00 01 03 13  0C 02000005 29 00 3D 18 00 504D20726571756972656420666F722050554D50333437", AnnexF.Request(3, ConfirmedService.ConfirmedTextMessage, octets: 128),
            Maintenance, Maintenance.Encode, TextMessageRequest.TryDecode);
        AnnexF.IsSimpleAck("20 03 13", 3, ConfirmedService.ConfirmedTextMessage);
    }

    [Fact]
    public void Annex_F_4_6_UnconfirmedTextMessage() =>
        Wire.BothWays("10 05  0C 02000005 29 00 3D 18 00 504D20726571756972656420666F722050554D50333437", AnnexF.Unconfirmed(UnconfirmedService.UnconfirmedTextMessage),
            Maintenance, Maintenance.Encode, TextMessageRequest.TryDecode);

    [Fact]
    public void Annex_F_4_7_TimeSynchronization()
    {
        TimeSynchronizationRequest request = new(new(new(92, 11, 17, BacnetDate.Any), new(22, 45, 30, 70)));

        Wire.BothWays("10 06  A4 5C0B11FF B4 162D1E46", AnnexF.Unconfirmed(UnconfirmedService.TimeSynchronization), request, request.Encode, TimeSynchronizationRequest.TryDecode);
    }
}
