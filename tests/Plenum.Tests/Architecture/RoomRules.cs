namespace Plenum.Tests.Architecture;

/// <summary>Which rooms of the gateway may name which: the picture in <c>docs/architecture.md</c>, as a table.</summary>
internal static class RoomRules
{
    private const string Gateway = "Plenum.Gateway";

    /// <summary>For each folder of the gateway: the folders it may name, and the projects or rooms outside.</summary>
    private static readonly Dictionary<string, (string[] Inside, string[] Outside)> Allowed = new()
    {
        // Files beside the project file (the log class) know the words only.
        [""] = (["Model"], []),
        ["Model"] = ([], []),
        // The plan is written in BACnet's vocabulary, not in its machinery: decision 0016.
        ["Configuration"] = (["Model"], ["Plenum.Bacnet.Protocol/Types", "Plenum.Bacnet.Protocol/Links"]),
        ["Mapping"] = (["Model", "Configuration"], []),
        ["Outbox"] = (["Model"], []),
        ["Supervision"] = (["Model"], []),
        ["Polling"] = (["Model", "Configuration", "Mapping", "Outbox", "Supervision"], ["Plenum.Bacnet", "Plenum.Bacnet.Protocol"]),
        ["Uplink"] = (["Model", "Configuration", "Outbox"], ["Plenum.ThingsBoard"]),
        ["Downlink"] = (["Model", "Configuration"], ["Plenum.Bacnet", "Plenum.Bacnet.Protocol", "Plenum.ThingsBoard"]),
        ["Hosting"] = (["", "Model", "Configuration", "Mapping", "Outbox", "Supervision", "Polling", "Uplink", "Downlink"],
            ["Plenum.Bacnet", "Plenum.Bacnet.Protocol", "Plenum.ThingsBoard"]),
    };

    /// <summary>The arrows that no line of the table allows, each as a message with file, line and rule.</summary>
    public static IReadOnlyList<string> Violations(IEnumerable<Arrow> arrows) =>
        [.. arrows.Where(arrow => arrow.From.Project == Gateway && !IsAllowed(arrow)).Select(Message)];

    /// <summary>Whether the table knows a folder of the gateway.</summary>
    public static bool Knows(string folder) => Allowed.ContainsKey(folder);

    private static bool IsAllowed(Arrow arrow)
    {
        if (!Allowed.TryGetValue(arrow.From.Folder, out var rule)) return false;
        // What lies beside the project file (the log class) is everybody's.
        if (arrow.To == new Room(Gateway, "")) return true;
        return arrow.To.Project == Gateway
            ? rule.Inside.Contains(arrow.To.Folder)
            : rule.Outside.Contains(arrow.To.Project) || rule.Outside.Contains(arrow.To.ToString());
    }

    private static string Message(Arrow arrow)
    {
        if (!Allowed.TryGetValue(arrow.From.Folder, out var rule))
            return $"{arrow}. Rule: {arrow.From} has no line in RoomRules; give it one.";
        string[] may = [.. rule.Inside.Where(folder => folder.Length > 0), .. rule.Outside];
        return $"{arrow}. Rule: {arrow.From.Folder} may name {(may.Length == 0 ? "no other room" : string.Join(", ", may))}.";
    }
}
