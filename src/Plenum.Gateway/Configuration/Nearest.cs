namespace Plenum.Gateway.Configuration;

/// <summary>What somebody probably meant to write.</summary>
internal static class Nearest
{
    /// <summary>The candidate with the fewest letters changed, without regard to case; null if none is near (a third of the letters).</summary>
    public static string? To(string written, IEnumerable<string> candidates)
    {
        var nearest = candidates.MinBy(candidate => Distance(written.ToUpperInvariant(), candidate.ToUpperInvariant()));
        return nearest is not null && Distance(written.ToUpperInvariant(), nearest.ToUpperInvariant()) <= Math.Max(1, written.Length / 3) ? nearest : null;
    }

    /// <summary><c>did you mean "x"?</c>, or <paramref name="otherwise"/> if nothing is near.</summary>
    public static string Hint(string written, IEnumerable<string> candidates, string otherwise) =>
        To(written, candidates) is { } name ? $"did you mean \"{name}\"?" : otherwise;

    /// <summary>Letters inserted, deleted, replaced or swapped with their neighbour (optimal string alignment).</summary>
    internal static int Distance(string left, string right)
    {
        var rows = new int[3][];
        for (var i = 0; i < 3; i++) rows[i] = new int[right.Length + 1];
        for (var j = 0; j <= right.Length; j++) rows[0][j] = j;
        for (var i = 1; i <= left.Length; i++)
        {
            var (row, above, twoAbove) = (rows[i % 3], rows[(i - 1) % 3], rows[(i + 1) % 3]);
            row[0] = i;
            for (var j = 1; j <= right.Length; j++)
            {
                var replaced = above[j - 1] + (left[i - 1] == right[j - 1] ? 0 : 1);
                row[j] = Math.Min(replaced, Math.Min(above[j], row[j - 1]) + 1);
                if (i > 1 && j > 1 && left[i - 1] == right[j - 2] && left[i - 2] == right[j - 1]) row[j] = Math.Min(row[j], twoAbove[j - 2] + 1);
            }
        }
        return rows[left.Length % 3][right.Length];
    }
}
