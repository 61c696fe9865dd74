namespace Plenum.Tests.Architecture;

/// <summary>Finds rooms of one project that name each other in a circle.</summary>
internal static class Cycles
{
    /// <summary>One message for each circle that is found, with the places that close it; empty if the arrows are a DAG.</summary>
    public static IReadOnlyList<string> In(IEnumerable<Arrow> arrows)
    {
        // A room without a folder holds what everybody shares; it may not be told from its children by namespace.
        var edges = arrows.Where(arrow => arrow.From.Project == arrow.To.Project && arrow.From.Folder.Length > 0 && arrow.To.Folder.Length > 0)
            .GroupBy(arrow => (arrow.From, arrow.To)).ToDictionary(group => group.Key, group => group.First());
        var cycles = new List<string>();
        var done = new HashSet<Room>();
        foreach (var start in edges.Keys.Select(edge => edge.From).Distinct())
            Walk(start, [], edges, done, cycles);
        return cycles;
    }

    private static void Walk(Room room, List<Room> path, Dictionary<(Room From, Room To), Arrow> edges, HashSet<Room> done, List<string> cycles)
    {
        if (path.IndexOf(room) is >= 0 and var begin)
        {
            var circle = path[begin..].Append(room).ToList();
            cycles.Add("A circle: " + string.Join("; ", circle.Zip(circle.Skip(1), (from, to) => edges[(from, to)])) + ". Rule: folders of a project form a DAG; cut one of these arrows.");
            return;
        }
        if (done.Contains(room)) return;
        path.Add(room);
        foreach (var (_, to) in edges.Keys.Where(edge => edge.From == room)) Walk(to, path, edges, done, cycles);
        path.RemoveAt(path.Count - 1);
        done.Add(room);
    }
}
