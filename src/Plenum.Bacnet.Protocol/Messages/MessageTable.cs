using System.Collections.Frozen;
using Plenum.Bacnet.Protocol.Apdu;
using Plenum.Bacnet.Protocol.Bvlc;
using Plenum.Bacnet.Protocol.Npdu;
using Plenum.Bacnet.Protocol.Services;
using Plenum.Bacnet.Protocol.Types;

namespace Plenum.Bacnet.Protocol.Messages;

/// <summary>Every service that is read by its production, a line each. What is not in it is read as tagged data.</summary>
public static partial class MessageTable
{
    private const string Priority = "priority", ProcessId = "processId", State = "state", NotificationClass = "notificationClass";

    private static readonly MessageDecoder?[] BySlot = Index();

    /// <summary>Every line.</summary>
    public static IReadOnlyList<MessageDecoder> All { get; } = [.. BySlot.OfType<MessageDecoder>()];

    /// <summary>Every reader of a message's content by its name, those of the network and the link layer too.</summary>
    public static IReadOnlyDictionary<string, Describe> Readers { get; } = All.Select(line => KeyValuePair.Create(line.Name, line.TryDescribe))
        .Concat(NetworkMessages.Table.Select(line => KeyValuePair.Create(EnumNames<NetworkMessageType>.Kebab(line.Key), line.Value)))
        .Concat(LinkMessages.Table.Select(line => KeyValuePair.Create(EnumNames<BvlcFunction>.Kebab(line.Key), line.Value)))
        .ToFrozenDictionary();

    /// <summary>What reads the octets of a service: its own line, for any other Error the common production, else tagged data.</summary>
    public static Describe Find(PduType type, byte service) =>
        BySlot[Slot(type, service)]?.TryDescribe ?? (type == PduType.Error ? AnyError : TaggedData.TryDescribe);

    private static Describe AnyError { get; } = OctetData.Of<BacnetError>(ErrorReply.TryDecode, (error, fields) => fields.Add(error));

    private static MessageDecoder?[] Index()
    {
        var slots = new MessageDecoder?[Slot(PduType.Abort, byte.MaxValue) + 1];
        foreach (var decoder in (MessageDecoder[])[.. Alarms, .. Changes, .. Files, .. DataSharing, .. Management, .. Discovery]) slots[Slot(decoder.Type, decoder.Service)] = decoder;
        return slots;
    }

    private static int Slot(PduType type, byte service) => ((int)type << 8) | service;
}
