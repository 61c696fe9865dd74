using System.Globalization;
using System.Text.Json;
using Plenum.Bacnet.Protocol.Apdu;
using Plenum.Bacnet.Protocol.Links;
using Plenum.Bacnet.Protocol.Messages;
using Plenum.Bacnet.Protocol.Types;
using Plenum.Captures;

namespace Plenum.Commands;

/// <summary>Frames as JSON, one object for each.</summary>
internal static class DecodeJson
{
    public static void Print(TextWriter output, DecodedFrame frame) => JsonLine.Print(output, json => Write(json, frame));

    private static void Write(Utf8JsonWriter json, DecodedFrame frame)
    {
        json.WriteNumber("frame", frame.Number);
        json.WriteString("time", frame.Time.UtcDateTime.ToString("yyyy-MM-ddTHH:mm:ss.fffffffZ", CultureInfo.InvariantCulture));
        json.WriteString("source", frame.Source.ToString());
        json.WriteString("destination", frame.Destination.ToString());
        if (frame.ForwardedBy is { } by) json.WriteString("forwardedBy", by.ToString());
        WriteHeaders(json, frame.Message);
        if (frame.Segments.Count > 0)
        {
            json.WriteStartArray("fromFrames");
            foreach (var number in frame.Segments) json.WriteNumberValue(number);
            json.WriteEndArray();
        }
        if (frame.IsRetransmission) json.WriteBoolean("retransmission", true);
        if (frame.Note is { } note) json.WriteString("note", note);
        if (frame.Message.Failure is { } failure) WriteFailure(json, failure);
        if (frame.Message.Fields.Count == 0) return;
        json.WritePropertyName("fields");
        WriteFields(json, frame.Message.Fields);
    }

    private static void WriteHeaders(Utf8JsonWriter json, BacnetMessage message)
    {
        if (message.Link is { } link) json.WriteString("link", EnumNames<Bacnet.Protocol.Bvlc.BvlcFunction>.Kebab(link.Function));
        if (message.Network is { } network)
        {
            if (network.Destination is { IsNone: false } destination) WriteAddress(json, "destinationNetwork", destination, network.HopCount);
            if (network.Source is { IsNone: false } source) WriteAddress(json, "sourceNetwork", source, null);
        }
        json.WriteString("type", message.Apdu is { } header ? EnumNames<PduType>.Kebab(header.Type) : message.Network is null ? "link-message" : "network-message");
        json.WriteString("service", message.Name);
        if (message.Apdu is not { } apdu) return;
        if (apdu.Type != PduType.UnconfirmedRequest) json.WriteNumber("invokeId", apdu.InvokeId);
        if (!apdu.Segmented) return;
        json.WriteStartObject("segment");
        json.WriteNumber("sequenceNumber", apdu.SequenceNumber);
        json.WriteNumber("windowSize", apdu.WindowSize);
        json.WriteBoolean("moreFollows", apdu.MoreFollows);
        json.WriteEndObject();
    }

    private static void WriteAddress(Utf8JsonWriter json, string name, NetworkAddress address, byte? hopCount)
    {
        json.WriteStartObject(name);
        json.WriteNumber("network", address.Network);
        json.WriteString("address", address.ToString().Split(':')[1]);
        if (hopCount is { } hops) json.WriteNumber("hopCount", hops);
        json.WriteEndObject();
    }

    private static void WriteFailure(Utf8JsonWriter json, MessageFailure failure)
    {
        json.WriteStartObject("malformed");
        json.WriteNumber("offset", failure.Offset);
        json.WriteString("reason", DecodeErrorText.Of(failure.Reason));
        json.WriteEndObject();
    }

    private static void WriteFields(Utf8JsonWriter json, IReadOnlyList<MessageField> fields)
    {
        json.WriteStartObject();
        foreach (var field in fields) WriteNamed(json, field);
        json.WriteEndObject();
    }

    /// <summary>Elements; one that has a name, as tagged data may, is an object with that name.</summary>
    private static void WriteElements(Utf8JsonWriter json, IReadOnlyList<MessageField> elements)
    {
        json.WriteStartArray();
        foreach (var element in elements)
        {
            if (element.Name.Length == 0) WriteContent(json, element);
            else WriteFields(json, [element]);
        }
        json.WriteEndArray();
    }

    private static void WriteNamed(Utf8JsonWriter json, MessageField field)
    {
        json.WritePropertyName(field.Name);
        WriteContent(json, field);
    }

    private static void WriteContent(Utf8JsonWriter json, MessageField field)
    {
        if (field.Parts is { } parts)
        {
            if (field.IsList) WriteElements(json, parts);
            else WriteFields(json, parts);
        }
        else if (field.Meaning is { } meaning) json.WriteStringValue(meaning);
        else if (field.Value is { } value) ValueText.Write(json, default, value);
        else json.WriteNullValue();
    }
}
