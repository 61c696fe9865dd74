using Plenum.Bacnet.Protocol.Services;
using Plenum.Bacnet.Protocol.Types;
using static Plenum.Bacnet.Protocol.Messages.MessageDecoder;

namespace Plenum.Bacnet.Protocol.Messages;

public static partial class MessageTable
{
    /// <summary>Clauses 16.9 and 16.10: who is there, and who has what.</summary>
    private static MessageDecoder[] Discovery =>
    [
        Unconfirmed<WhoIsRequest>(UnconfirmedService.WhoIs, WhoIsRequest.TryDecode, AddRange),
        Unconfirmed<IAmRequest>(UnconfirmedService.IAm, IAmRequest.TryDecode, (request, fields) => fields
            .Add("device", request.Device).Add("maxApdu", request.MaxApdu).AddNamed<Segmentation>("segmentation", request.Segmentation).Add("vendorId", request.VendorId)),
        Unconfirmed<WhoHasRequest>(UnconfirmedService.WhoHas, WhoHasRequest.TryDecode, (request, fields) =>
        {
            AddRange(request.Devices, fields);
            fields.Add(MessageFields.Object, request.Object).Add("name", request.Name);
        }),
        Unconfirmed<IHaveRequest>(UnconfirmedService.IHave, IHaveRequest.TryDecode, (request, fields) => fields
            .Add("device", request.Device).Add(MessageFields.Object, request.Object).Add("name", request.Name)),
    ];

    private static void AddRange(WhoIsRequest range, MessageFields fields) => fields.Add("low", range.Low).Add("high", range.High);
}
