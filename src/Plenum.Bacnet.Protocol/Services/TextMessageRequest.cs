using Plenum.Bacnet.Protocol.Tags;
using Plenum.Bacnet.Protocol.Types;

namespace Plenum.Bacnet.Protocol.Services;

/// <summary>ConfirmedTextMessage-Request and UnconfirmedTextMessage-Request (clauses 16.5, 16.6), of one production.</summary>
/// <param name="Source">The Device object of the sender.</param>
/// <param name="Priority">How urgent it is.</param>
/// <param name="Message">The text.</param>
/// <param name="ClassNumber">The kind of message as a number, if it is told so.</param>
/// <param name="ClassName">The kind of message as a text, if it is told so.</param>
/// <remarks><code>
/// ConfirmedTextMessage-Request ::= SEQUENCE {
///   text-message-source-device [0] BACnetObjectIdentifier,
///   message-class [1] CHOICE {
///     numeric   [0] Unsigned,
///     character [1] CharacterString } OPTIONAL,
///   message-priority [2] ENUMERATED { normal (0), urgent (1) },
///   message          [3] CharacterString }
/// </code></remarks>
public readonly record struct TextMessageRequest(ObjectId Source, MessagePriority Priority, string Message, uint? ClassNumber = null, string? ClassName = null)
{
    /// <summary>Reads the service's octets.</summary>
    public static bool TryDecode(ReadOnlySpan<byte> service, out TextMessageRequest request, out DecodeError error)
    {
        var reader = new TagReader(service);
        var source = reader.ReadObjectId(context: 0);
        var (number, name) = reader.NextIsOpening(1) ? ReadClass(ref reader) : default;
        var priority = (MessagePriority)reader.ReadEnumerated(context: 2, most: (uint)MessagePriority.Urgent);
        request = new(source, priority, reader.ReadCharacterString(context: 3), number, name);
        return reader.Finish(out error);
    }

    /// <summary>Writes the service's octets; a class that is told as a number takes precedence.</summary>
    public void Encode(ref TagWriter writer)
    {
        writer.WriteObjectId(Source, context: 0);
        if (ClassNumber is not null || ClassName is not null)
        {
            writer.WriteOpening(1);
            if (ClassNumber is { } number) writer.WriteUnsigned(number, context: 0);
            else writer.WriteCharacterString(ClassName!, context: 1);
            writer.WriteClosing(1);
        }
        writer.WriteEnumerated((uint)Priority, context: 2);
        writer.WriteCharacterString(Message, context: 3);
    }

    private static (uint? Number, string? Name) ReadClass(ref TagReader reader)
    {
        reader.ReadOpening(1);
        var number = reader.ReadOptionalUnsigned(context: 0);
        var name = number is null ? reader.ReadCharacterString(context: 1) : null;
        reader.ReadClosing(1);
        return (number, name);
    }
}
