using System.Globalization;
using System.Text;
using Plenum.Bacnet.Protocol.Apdu;
using Plenum.Bacnet.Protocol.Types;

namespace Plenum.Bacnet.Protocol.Messages;

/// <summary>Messages in one line of text.</summary>
public static class MessageText
{
    /// <summary>The longest value in a line; the rest of a longer one is counted.</summary>
    private const int MostOfValue = 160;

    /// <summary>What the message is and says, as <c>read-property ack #7 analogInput:1 presentValue = 21.5</c>.</summary>
    public static string Of(BacnetMessage message)
    {
        var text = new StringBuilder(message.Name);
        if (message.Apdu is { } apdu) AppendHeader(text, apdu);
        if (message.Failure is { } failure) text.Append(" does not decode, ").Append(failure);
        else AppendFields(text, message.Fields, " ");
        return text.ToString();
    }

    /// <summary>A field's value alone.</summary>
    public static string Of(MessageField field)
    {
        var text = new StringBuilder();
        AppendContent(text, field);
        return text.ToString();
    }

    private static void AppendHeader(StringBuilder text, ApduHeader apdu)
    {
        text.Append(apdu.Type switch
        {
            PduType.SimpleAck or PduType.ComplexAck => " ack",
            PduType.Error => " error",
            _ => "",
        });
        if (apdu.Type != PduType.UnconfirmedRequest) text.Append(CultureInfo.InvariantCulture, $" #{apdu.InvokeId}");
        if (apdu.Segmented) text.Append(CultureInfo.InvariantCulture, $" segment {apdu.SequenceNumber}{(apdu.MoreFollows ? "" : ", the last")} (window {apdu.WindowSize})");
    }

    private static void AppendFields(StringBuilder text, IReadOnlyList<MessageField> fields, string separator)
    {
        var first = true;
        foreach (var field in fields)
        {
            text.Append(field.Name == MessageFields.Index ? "" : first ? separator : " ");
            AppendField(text, field);
            first = false;
        }
    }

    /// <summary>What everybody knows by its form goes without its name.</summary>
    private static void AppendField(StringBuilder text, MessageField field)
    {
        switch (field.Name)
        {
            case "" or MessageFields.Reason or MessageFields.Object or MessageFields.Property or MessageFields.Objects or MessageFields.Properties: AppendContent(text, field); break;
            case MessageFields.Index: text.Append('[').Append(Of(field)).Append(']'); break;
            case MessageFields.Value: text.Append("= "); AppendContent(text, field); break;
            case MessageFields.Error when field.Parts is [var kind, var code]: text.Append(Of(kind)).Append(": ").Append(Of(code)); break;
            default: text.Append(field.Name).Append(' '); AppendContent(text, field); break;
        }
    }

    private static void AppendContent(StringBuilder text, MessageField field)
    {
        var start = text.Length;
        if (field.Words is { } words) AppendPrintable(text, words);
        else if (field.Parts is { } parts) AppendParts(text, parts, field.IsList);
        else if (field.Meaning is { } meaning) AppendPrintable(text, meaning);
        else if (field.Value is not { } value) text.Append("none");
        else if (value.Kind == BacnetKind.CharacterString) AppendPrintable(text.Append('"'), value.AsCharacterString).Append('"');
        else AppendPrintable(text, value.ToString());
        if (field.Parts is null || field.Words is not null || field.Name == MessageFields.Value) Cut(text, start, isQuoted: text.Length > start && text[start] == '"');
    }

    private static void Cut(StringBuilder text, int start, bool isQuoted)
    {
        var end = start + MostOfValue;
        if (text.Length <= end) return;
        if (char.IsHighSurrogate(text[end - 1])) end--;
        var left = text.Length - end - (isQuoted ? 1 : 0);
        text.Length = end;
        text.Append(isQuoted ? "…\"" : "…").Append(CultureInfo.InvariantCulture, $" ({left} characters more)");
    }

    private static void AppendParts(StringBuilder text, IReadOnlyList<MessageField> parts, bool isList)
    {
        text.Append(isList ? '[' : '{');
        for (var i = 0; i < parts.Count; i++)
        {
            if (i > 0) text.Append(isList ? ", " : " ");
            if (isList && parts[i] is { Name: "", IsList: false, Parts: { } inner }) AppendFields(text, inner, "");
            else AppendField(text, parts[i]);
        }
        text.Append(isList ? ']' : '}');
    }

    /// <summary>A line stays a line, and a device's text cannot steer the terminal: control characters are written as their number.</summary>
    private static StringBuilder AppendPrintable(StringBuilder text, string content)
    {
        foreach (var character in content)
        {
            if (character is '"' or '\\') text.Append('\\').Append(character);
            else if (char.IsControl(character)) text.Append(CultureInfo.InvariantCulture, $"\\u{(int)character:x4}");
            else text.Append(character);
        }
        return text;
    }
}
