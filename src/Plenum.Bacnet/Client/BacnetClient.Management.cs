using Plenum.Bacnet.Protocol.Constructed;
using Plenum.Bacnet.Protocol.Links;
using Plenum.Bacnet.Protocol.Services;
using Plenum.Bacnet.Protocol.Types;

namespace Plenum.Bacnet.Client;

public sealed partial class BacnetClient
{
    /// <summary>Tells a device to be silent on the network, or to speak again.</summary>
    /// <returns>Null when the device does it, else its refusal.</returns>
    /// <exception cref="BacnetTimeoutException">Nobody answered.</exception>
    public ValueTask<BacnetError?> ControlCommunicationAsync(Device device, DeviceCommunicationControlRequest request, CancellationToken cancel = default) =>
        AskAsync(device, ConfirmedService.DeviceCommunicationControl, request.Encode, cancel);

    /// <summary>Restarts a device, or begins or ends a backup or a restore.</summary>
    /// <returns>Null when the device does it, else its refusal.</returns>
    /// <exception cref="BacnetTimeoutException">Nobody answered.</exception>
    public ValueTask<BacnetError?> ReinitializeAsync(Device device, ReinitializeDeviceRequest request, CancellationToken cancel = default) =>
        AskAsync(device, ConfirmedService.ReinitializeDevice, request.Encode, cancel);

    /// <summary>Sends a request of a vendor's own making; what it means is between the two.</summary>
    /// <returns>What the device answered, or its refusal.</returns>
    /// <exception cref="BacnetTimeoutException">Nobody answered.</exception>
    public ValueTask<Answer<PrivateTransfer>> TransferPrivatelyAsync(Device device, PrivateTransfer request, CancellationToken cancel = default) =>
        AskAsync<PrivateTransfer>(device, ConfirmedService.ConfirmedPrivateTransfer, request.Encode, PrivateTransfer.TryDecode,
            ack => ack.Vendor == request.Vendor && ack.Service == request.Service, cancel);

    /// <summary>Sends a text that a person is to read.</summary>
    /// <returns>Null when the device took it, else its refusal.</returns>
    /// <exception cref="BacnetTimeoutException">Nobody answered.</exception>
    public ValueTask<BacnetError?> SendTextAsync(Device device, TextMessageRequest request, CancellationToken cancel = default) =>
        AskAsync(device, ConfirmedService.ConfirmedTextMessage, request.Encode, cancel);

    /// <summary>Tells one device, or everyone, the local time.</summary>
    /// <returns>Whether it was sent.</returns>
    public bool SynchronizeTime(DateTime local, DeviceAddress? to = null) =>
        Tell(UnconfirmedService.TimeSynchronization, new TimeSynchronizationRequest(BacnetDateTime.From(local)).Encode, to);

    /// <summary>Tells one device, or everyone, the time of UTC.</summary>
    /// <returns>Whether it was sent.</returns>
    public bool SynchronizeUtcTime(DateTime utc, DeviceAddress? to = null) =>
        Tell(UnconfirmedService.UtcTimeSynchronization, new TimeSynchronizationRequest(BacnetDateTime.From(utc)).Encode, to);

    /// <summary>Sends a vendor's own message, to which there is no answer.</summary>
    /// <returns>Whether it was sent.</returns>
    public bool TellPrivately(PrivateTransfer message, DeviceAddress? to = null) => Tell(UnconfirmedService.UnconfirmedPrivateTransfer, message.Encode, to);

    /// <summary>Sends a text that people are to read, to which there is no answer.</summary>
    /// <returns>Whether it was sent.</returns>
    public bool TellText(TextMessageRequest message, DeviceAddress? to = null) => Tell(UnconfirmedService.UnconfirmedTextMessage, message.Encode, to);

    /// <summary>Writes values to the channels of a control group, to which there is no answer.</summary>
    /// <returns>Whether it was sent.</returns>
    public bool WriteGroup(WriteGroupRequest message, DeviceAddress? to = null) => Tell(UnconfirmedService.WriteGroup, message.Encode, to);
}
