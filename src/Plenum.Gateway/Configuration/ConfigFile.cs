namespace Plenum.Gateway.Configuration;

/// <summary>A file of the configuration folder as a tree.</summary>
internal static class ConfigFile
{
    /// <summary>Reads a file; null, with an error, if it is not there, cannot be read or does not hold a JSON object.</summary>
    /// <param name="name">Its name, as messages give it.</param>
    /// <param name="asked">Where a missing file's name was written; null for the file that everything starts from.</param>
    public static ConfigNode? Read(string folder, string name, Origin? asked, Problems problems)
    {
        var path = Path.Combine(folder, name);
        var at = asked ?? new Origin(name, "");
        if (!File.Exists(path))
        {
            problems.Error(at, $"there is no file {path}", $"put {name} into the configuration folder, or name another folder with --config or TB_GW_CONFIG_DIR");
            return null;
        }
        if (TryLoad(path, at, problems) is not { } bytes || ConfigNodeParser.Parse(name, bytes, problems) is not { } root) return null;
        if (root.Kind == System.Text.Json.JsonValueKind.Object) return root;
        problems.Error(root.Origin, $"the file holds {root.Shown}", "write an object: { … }");
        return null;
    }

    private static byte[]? TryLoad(string path, Origin at, Problems problems)
    {
        try
        {
            return File.ReadAllBytes(path);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            problems.Error(at, $"{path} cannot be read: {e.Message}", "give the user that this program runs as the right to read it");
            return null;
        }
    }
}
