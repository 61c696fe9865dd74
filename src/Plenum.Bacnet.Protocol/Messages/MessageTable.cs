using Plenum.Bacnet.Protocol.Apdu;
using Plenum.Bacnet.Protocol.Services;

namespace Plenum.Bacnet.Protocol.Messages;

/// <summary>Every service that is read by its production, a line each. What is not in it is read as tagged data.</summary>
public static partial class MessageTable
{
    private static readonly MessageDecoder?[] BySlot = Index();

    /// <summary>Every line.</summary>
    public static IReadOnlyList<MessageDecoder> All { get; } = [.. BySlot.OfType<MessageDecoder>()];

    /// <summary>What reads the octets of a service: its own line, for any other Error the common production, else tagged data.</summary>
    public static Describe Find(PduType type, byte service) =>
        BySlot[Slot(type, service)]?.TryDescribe ?? (type == PduType.Error ? AnyError : TaggedData.TryDescribe);

    private static Describe AnyError { get; } = MessageDecoder.Of<Types.BacnetError>(PduType.Error, 0, ErrorReply.TryDecode, (error, fields) => fields.Add(error)).TryDescribe;

    private static MessageDecoder?[] Index()
    {
        var slots = new MessageDecoder?[Slot(PduType.Abort, byte.MaxValue) + 1];
        foreach (var decoder in (MessageDecoder[])[.. DataSharing, .. Discovery]) slots[Slot(decoder.Type, decoder.Service)] = decoder;
        return slots;
    }

    private static int Slot(PduType type, byte service) => ((int)type << 8) | service;
}
