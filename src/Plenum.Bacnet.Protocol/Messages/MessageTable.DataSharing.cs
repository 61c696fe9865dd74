using Plenum.Bacnet.Protocol.Constructed;
using Plenum.Bacnet.Protocol.Services;
using Plenum.Bacnet.Protocol.Types;
using static Plenum.Bacnet.Protocol.Messages.MessageDecoder;

namespace Plenum.Bacnet.Protocol.Messages;

public static partial class MessageTable
{
    /// <summary>Clause 15: object access.</summary>
    private static MessageDecoder[] DataSharing =>
    [
        Request<ReadPropertyRequest>(ConfirmedService.ReadProperty, ReadPropertyRequest.TryDecode, (request, fields) => fields.Add(request.Target)),
        Ack<ReadPropertyAck>(ConfirmedService.ReadProperty, ReadPropertyAck.TryDecode, (ack, fields) => fields.Add(ack.Target).Add(MessageFields.Value, ack.Target, ack.Value)),
        Request<List<PropertyReference>>(ConfirmedService.ReadPropertyMultiple, ReadMultiple.TryDecode, ReadMultiple.Describe),
        Ack<List<(PropertyReference Target, PropertyResult Result)>>(ConfirmedService.ReadPropertyMultiple, ReadMultiple.TryDecode, ReadMultiple.Describe),
        Request<ReadRangeRequest>(ConfirmedService.ReadRange, ReadRangeRequest.TryDecode, (request, fields) => AddRange(request.Range, fields.Add(request.Target))),
        Ack<ReadRangeAck>(ConfirmedService.ReadRange, ReadRangeAck.TryDecode, (ack, fields) => TaggedData.Add("items", ack.Items.AsSpan(), fields
            .Add(ack.Target).AddFlags("flags", ack.Flags).Add("itemCount", ack.Count)).Add("firstSequenceNumber", ack.FirstSequenceNumber)),
        Request<WritePropertyRequest>(ConfirmedService.WriteProperty, WritePropertyRequest.TryDecode,
            (request, fields) => fields.Add(request.Target).Add(MessageFields.Value, request.Target, request.Value).Add(Priority, request.Priority)),
        Request<WritePropertyMultipleRequest>(ConfirmedService.WritePropertyMultiple, WritePropertyMultipleRequest.TryDecode,
            (request, fields) => fields.AddList(MessageFields.Objects, request.Specifications, (item, inner) => AddValues(item.Object, item.Values, inner.Add(MessageFields.Object, item.Object)))),
        Error<WritePropertyMultipleError>(ConfirmedService.WritePropertyMultiple, WritePropertyMultipleError.TryDecode, (refusal, fields) => fields
            .Add(refusal.Error).AddGroup("firstFailed", inner => inner.Add(refusal.FirstFailed))),
        Unconfirmed<WriteGroupRequest>(UnconfirmedService.WriteGroup, WriteGroupRequest.TryDecode, (request, fields) => fields
            .Add("group", request.Group).Add("writePriority", request.WritePriority).AddList("changes", request.Changes, AddChange).Add("inhibitDelay", request.InhibitDelay)),
        Request<ListElementRequest>(ConfirmedService.AddListElement, ListElementRequest.TryDecode, AddElements),
        Error<ElementError>(ConfirmedService.AddListElement, ElementError.TryDecode, AddElementError),
        Request<ListElementRequest>(ConfirmedService.RemoveListElement, ListElementRequest.TryDecode, AddElements),
        Error<ElementError>(ConfirmedService.RemoveListElement, ElementError.TryDecode, AddElementError),
        Request<CreateObjectRequest>(ConfirmedService.CreateObject, CreateObjectRequest.TryDecode, AddCreation),
        Ack<ObjectId>(ConfirmedService.CreateObject, ObjectMessage.TryDecode, (id, fields) => fields.Add(MessageFields.Object, id)),
        Error<ElementError>(ConfirmedService.CreateObject, ElementError.TryDecode, AddElementError),
        Request<ObjectId>(ConfirmedService.DeleteObject, ObjectMessage.TryDecode, (id, fields) => fields.Add(MessageFields.Object, id)),
    ];

    private static void AddRange(ItemRange range, MessageFields fields)
    {
        if (range.Kind == ItemRangeKind.All) return;
        fields.AddNamed<ItemRangeKind>("range", range.Kind);
        if (range.Kind == ItemRangeKind.ByTime) fields.AddText("from", range.Time);
        else fields.Add("from", range.Index);
        fields.AddSigned("count", range.Count);
    }

    private static void AddValues(ObjectId id, IEnumerable<BacnetPropertyValue>? values, MessageFields fields) =>
        fields.AddList(MessageFields.Properties, values, (item, inner) => inner
            .Add(item.Property, item.ArrayIndex).Add(MessageFields.Value, new(id, item.Property, item.ArrayIndex), item.Value).Add(Priority, item.Priority));

    private static void AddChange(GroupChannelValue change, MessageFields fields) =>
        fields.Add("channel", change.Channel).Add(MessageFields.Value, default, change.Value).Add(Priority, change.OverridingPriority);

    private static void AddElements(ListElementRequest request, MessageFields fields) =>
        fields.Add(request.Target).Add("elements", request.Target, request.Elements);

    private static void AddElementError(ElementError refusal, MessageFields fields) =>
        fields.Add(refusal.Error).Add("firstFailed", refusal.FirstFailed);

    private static void AddCreation(CreateObjectRequest request, MessageFields fields)
    {
        if (request.Instance is { } instance) fields.Add(MessageFields.Object, new ObjectId(request.Type, instance));
        else fields.AddNamed<ObjectType>("objectType", request.Type);
        AddValues(new ObjectId(request.Type, request.Instance ?? ObjectId.AnyInstance), request.InitialValues, fields);
    }
}
