namespace Plenum.Fuzz.Corpus;

/// <summary>The kept inputs: a file for each target, a line of hexadecimal for each input.</summary>
internal sealed class CorpusFiles(string folder)
{
    private const string Extension = ".hex";

    /// <summary>The targets that have a file.</summary>
    public IReadOnlyList<string> Targets => Directory.Exists(folder)
        ? [.. Directory.GetFiles(folder, "*" + Extension).Select(Path.GetFileNameWithoutExtension).Order(StringComparer.Ordinal)!]
        : [];

    /// <summary>The inputs of a target; none when it has no file.</summary>
    public IReadOnlyList<byte[]> Of(string target)
    {
        var path = Path.Combine(folder, target + Extension);
        return File.Exists(path) ? [.. File.ReadLines(path).Select(Convert.FromHexString)] : [];
    }

    /// <summary>Keeps inputs in place of those that were kept before.</summary>
    public void Keep(string target, IEnumerable<byte[]> inputs)
    {
        Directory.CreateDirectory(folder);
        var lines = inputs.Select(Convert.ToHexString).OrderBy(line => line.Length).ThenBy(line => line, StringComparer.Ordinal);
        File.WriteAllLines(Path.Combine(folder, target + Extension), lines);
    }
}
