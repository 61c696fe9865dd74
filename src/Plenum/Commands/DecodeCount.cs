using System.Globalization;
using Plenum.Captures;
using Spectre.Console;

namespace Plenum.Commands;

/// <summary>What <c>plenum decode --count</c> prints.</summary>
internal static class DecodeCount
{
    public static void Print(TextWriter output, DecodeSummary summary, FrameDecoder decoder, bool asJson)
    {
        (string Name, int Number)[] totals =
        [
            ("packets", summary.Packets), ("frames", summary.Frames), ("malformed", summary.Malformed), ("refusals", summary.Refusals),
            ("retransmissions", summary.Retransmissions), ("assembled", decoder.Segments.Assembled), ("incomplete", decoder.Segments.Incomplete().Count()),
        ];
        if (asJson) PrintJson(output, totals, summary.ByKind);
        else PrintTable(output, totals, summary.ByKind);
    }

    private static void PrintTable(TextWriter output, (string Name, int Number)[] totals, IReadOnlyDictionary<string, int> kinds)
    {
        var table = new Table().RoundedBorder().AddColumn("Message").AddColumn("Frames", column => column.RightAligned());
        foreach (var (kind, number) in kinds) table.AddRow(Markup.Escape(kind), number.ToString(CultureInfo.InvariantCulture));
        Tables.On(output).Write(table);
        output.WriteLine(string.Join(", ", totals.Select(total => $"{total.Name} {total.Number}")));
    }

    private static void PrintJson(TextWriter output, (string Name, int Number)[] totals, IReadOnlyDictionary<string, int> kinds) => JsonLine.Print(output, json =>
    {
        foreach (var (name, number) in totals) json.WriteNumber(name, number);
        json.WriteStartObject("messages");
        foreach (var (kind, number) in kinds) json.WriteNumber(kind, number);
        json.WriteEndObject();
    });
}
