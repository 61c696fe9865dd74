using System.Globalization;
using System.Text.RegularExpressions;

namespace Interop.Tests;

/// <summary>What tshark says of the frames of a capture.</summary>
internal static partial class Dissected
{
    private static readonly string[] Fields =
    [
        "frame.number", "bacapp.type", "bacapp.confirmed_service", "bacapp.unconfirmed_service", "bacapp.invoke_id", "bacapp.objectType", "bacapp.instance_number",
        "bacapp.property_identifier", "bacapp.error_class", "bacapp.error_code", "bacapp.reject_reason", "bacapp.abort_reason", "bacapp.sequence_number", "_ws.malformed",
    ];

    /// <summary>Every frame of a capture with BACnet in it, by its number.</summary>
    public static Dictionary<int, FrameFacts> Frames(string capture)
    {
        var indexes = Indexes(capture);
        return Tshark.Frames(capture, "bvlc || bacnet", Fields)
            .ToDictionary(frame => int.Parse(frame[0], CultureInfo.InvariantCulture), frame => Facts(frame, indexes.GetValueOrDefault(int.Parse(frame[0], CultureInfo.InvariantCulture), "")));
    }

    private static FrameFacts Facts(string[] frame, string indexes) => new(
        frame[1], frame[2] + frame[3], frame[4], Pairs(frame[5], frame[6]), frame[7], indexes, Pairs(frame[8], frame[9]), frame[10] + frame[11],
        frame[1] == "4" ? "" : frame[12], frame[13].Length > 0);

    /// <summary>Two lists of the same length, the one's elements with the other's.</summary>
    private static string Pairs(string first, string second) =>
        first.Length == 0 ? "" : string.Join(',', first.Split(',').Zip(second.Split(','), (left, right) => $"{left}:{right}"));

    /// <summary>Array indexes, for which there is no field: only the text has them.</summary>
    private static Dictionary<int, string> Indexes(string capture)
    {
        Dictionary<int, string> byFrame = [];
        var number = 0;
        foreach (var line in Tshark.Lines(capture, "bacapp"))
        {
            if (Frame().Match(line) is { Success: true } frame) number = int.Parse(frame.Groups[1].Value, CultureInfo.InvariantCulture);
            else if (Index().Match(line) is { Success: true } index) byFrame[number] = byFrame.TryGetValue(number, out var before) ? $"{before},{index.Groups[1].Value}" : index.Groups[1].Value;
        }
        return byFrame;
    }

    [GeneratedRegex(@"^Frame (\d+):")]
    private static partial Regex Frame();

    [GeneratedRegex(@"^\s+property Array Index \(Unsigned\) (\d+)", RegexOptions.IgnoreCase)]
    private static partial Regex Index();
}
