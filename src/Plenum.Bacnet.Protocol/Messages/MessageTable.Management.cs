using Plenum.Bacnet.Protocol.Services;
using Plenum.Bacnet.Protocol.Types;
using static Plenum.Bacnet.Protocol.Messages.MessageDecoder;

namespace Plenum.Bacnet.Protocol.Messages;

public static partial class MessageTable
{
    /// <summary>What stands in a password's place: that there is one is worth knowing, which one is not for every eye.</summary>
    private const string Hidden = "***";

    /// <summary>Clause 16: remote device management, and what a vendor adds.</summary>
    private static MessageDecoder[] Management =>
    [
        Request<DeviceCommunicationControlRequest>(ConfirmedService.DeviceCommunicationControl, DeviceCommunicationControlRequest.TryDecode, (request, fields) => fields
            .Add("minutes", request.Minutes).AddNamed<DeviceCommunication>("communication", request.Communication).AddText("password", request.Password is null ? null : Hidden)),
        Request<ReinitializeDeviceRequest>(ConfirmedService.ReinitializeDevice, ReinitializeDeviceRequest.TryDecode, (request, fields) => fields
            .AddNamed<ReinitializedState>(State, request.State).AddText("password", request.Password is null ? null : Hidden)),
        Unconfirmed<TimeSynchronizationRequest>(UnconfirmedService.TimeSynchronization, TimeSynchronizationRequest.TryDecode, (request, fields) => fields.AddText("time", request.Time)),
        Unconfirmed<TimeSynchronizationRequest>(UnconfirmedService.UtcTimeSynchronization, TimeSynchronizationRequest.TryDecode, (request, fields) => fields.AddText("time", request.Time)),
        Unconfirmed<WhoAmIRequest>(UnconfirmedService.WhoAmI, WhoAmIRequest.TryDecode, AddIdentity),
        Unconfirmed<YouAreRequest>(UnconfirmedService.YouAre, YouAreRequest.TryDecode, AddAssignment),
        Request<TextMessageRequest>(ConfirmedService.ConfirmedTextMessage, TextMessageRequest.TryDecode, AddMessage),
        Unconfirmed<TextMessageRequest>(UnconfirmedService.UnconfirmedTextMessage, TextMessageRequest.TryDecode, AddMessage),
        Request<PrivateTransfer>(ConfirmedService.ConfirmedPrivateTransfer, PrivateTransfer.TryDecode, AddTransfer),
        Ack<PrivateTransfer>(ConfirmedService.ConfirmedPrivateTransfer, PrivateTransfer.TryDecode, AddTransfer),
        Error<PrivateTransferError>(ConfirmedService.ConfirmedPrivateTransfer, PrivateTransferError.TryDecode, (refusal, fields) => AddTransfer(refusal.Transfer, fields.Add(refusal.Error))),
        Unconfirmed<PrivateTransfer>(UnconfirmedService.UnconfirmedPrivateTransfer, PrivateTransfer.TryDecode, AddTransfer),
    ];

    private static void AddIdentity(WhoAmIRequest request, MessageFields fields) =>
        fields.Add("vendorId", request.Vendor).Add("model", request.Model).Add("serialNumber", request.SerialNumber);

    private static void AddAssignment(YouAreRequest request, MessageFields fields)
    {
        AddIdentity(request.Addressee, fields);
        fields.Add("device", request.Device);
        if (request.Address is { } address) fields.AddOctets("address", address.AsSpan());
    }

    private static void AddMessage(TextMessageRequest request, MessageFields fields) => fields
        .Add("device", request.Source).Add("classNumber", request.ClassNumber).Add("className", request.ClassName)
        .AddNamed<MessagePriority>(Priority, request.Priority).Add("message", request.Message);

    private static void AddTransfer(PrivateTransfer transfer, MessageFields fields) =>
        fields.Add("vendorId", transfer.Vendor).Add("serviceNumber", transfer.Service).Add("parameters", transfer.Parameters ?? transfer.Untagged);
}
