using System.Diagnostics;
using System.Globalization;
using System.Text.Json;
using Plenum.Bacnet.Protocol.Apdu;
using Plenum.Bacnet.Protocol.Types;

namespace Interop.Tests;

/// <summary>What <c>plenum decode --json</c> says of a frame, in the form in which tshark says it.</summary>
internal static class Decoded
{
    /// <summary>Every frame of a capture by its number.</summary>
    public static Dictionary<int, FrameFacts> Frames(string capture)
    {
        ProcessStartInfo start = new("dotnet", [Path.Combine(AppContext.BaseDirectory, "plenum.dll"), "decode", "--json", capture]) { RedirectStandardOutput = true, RedirectStandardError = true };
        using var process = Process.Start(start)!;
        var errors = process.StandardError.ReadToEndAsync();
        var output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        if (process.ExitCode != 0) throw new InvalidOperationException($"plenum decode: {errors.GetAwaiter().GetResult()}");
        return output.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => JsonDocument.Parse(line).RootElement).ToDictionary(frame => frame.GetProperty("frame").GetInt32(), Facts);
    }

    private static FrameFacts Facts(JsonElement frame)
    {
        var found = new Found();
        if (frame.TryGetProperty("fields", out var fields)) found.Walk("", fields);
        var isApdu = EnumNames<PduType>.TryParse(Text(frame, "type"), out var type);
        return new(
            isApdu ? Number((uint)type) : "",
            isApdu ? ServiceOf(type, Text(frame, "service")) : "",
            frame.TryGetProperty("invokeId", out var id) ? id.GetRawText() : "",
            Joined(found.Objects), Joined(found.Properties), Joined(found.Indexes), Joined(found.Errors),
            type switch
            {
                PduType.Reject when isApdu => Number((uint)Parse<RejectReason>(found.Reason)),
                PduType.Abort when isApdu => Number((uint)Parse<AbortReason>(found.Reason)),
                _ => "",
            },
            frame.TryGetProperty("segment", out var segment) ? segment.GetProperty("sequenceNumber").GetRawText()
                : frame.TryGetProperty("fromFrames", out var parts) ? $"{(parts.GetArrayLength() - 1) % 256}"
                : "",
            frame.TryGetProperty("malformed", out _));
    }

    private static string ServiceOf(PduType type, string name) => type switch
    {
        PduType.Reject or PduType.Abort or PduType.SegmentAck => "",
        PduType.UnconfirmedRequest => Number((uint)Parse<UnconfirmedService>(name)),
        _ => Number((uint)Parse<ConfirmedService>(name)),
    };

    private static T Parse<T>(string name) where T : struct, Enum => EnumNames<T>.TryParse(name, out var value) ? value : throw new FormatException($"\"{name}\" is no {typeof(T).Name}");

    private static string Text(JsonElement of, string name) => of.GetProperty(name).GetString()!;

    private static string Number(uint number) => number.ToString(CultureInfo.InvariantCulture);

    private static string Joined(IEnumerable<string> texts) => string.Join(',', texts);

    /// <summary>What is found in the tree of fields, in its order.</summary>
    private sealed class Found
    {
        public List<string> Objects { get; } = [];
        public List<string> Properties { get; } = [];
        public List<string> Indexes { get; } = [];
        public List<string> Errors { get; } = [];
        public string Reason { get; private set; } = "";

        public void Walk(string name, JsonElement field)
        {
            if (field.ValueKind == JsonValueKind.Object && name == "error")
                Errors.Add($"{Number((uint)Parse<ErrorClass>(Text(field, "class")))}:{Number((uint)Parse<ErrorCode>(Text(field, "code")))}");
            else if (field.ValueKind == JsonValueKind.Object)
                foreach (var inner in field.EnumerateObject().Where(inner => !IsPresentIdentifier(field, inner))) Walk(inner.Name, inner.Value);
            else if (field.ValueKind == JsonValueKind.Array)
                foreach (var element in field.EnumerateArray()) Walk(name, element);
            else Take(name, field);
        }

        /// <summary>An object's identifier as a present value, which tshark takes for an enumeration (bacapp.present_value.enum_index).</summary>
        private static bool IsPresentIdentifier(JsonElement fields, JsonProperty field) =>
            field.Name == "value" && field.Value.ValueKind == JsonValueKind.String
            && fields.TryGetProperty("property", out var property) && property.GetString() == "presentValue";

        private void Take(string name, JsonElement value)
        {
            if (name == "index") Indexes.Add(value.GetRawText());
            if (value.ValueKind != JsonValueKind.String) return;
            var text = value.GetString()!;
            if (name == "property") Properties.Add(Number((uint)Parse<PropertyId>(text)));
            else if (name == "reason") Reason = text;
            else if (ObjectId.TryParse(text, out var id)) Objects.Add($"{(uint)id.Type}:{id.Instance}");
        }
    }
}

/// <summary>What two dissectors have to agree upon in a frame. Several values of one kind stand with commas between them, in the order of the octets.</summary>
internal sealed record FrameFacts(string Type, string Service, string InvokeId, string Objects, string Properties, string Indexes, string Errors, string Reason, string Sequence, bool Malformed);
