using Plenum.Gateway.Configuration;

namespace Plenum.Gateway.Tests.Configuration;

/// <summary>
/// A directory of <c>tests/testcases/config</c>: the files as a user has them, <c>env</c> with KEY=VALUE lines, and what is to come
/// out: <c>expected.json</c> (the plan; none means that there is no plan) and <c>expected.err</c> (the problems; none means none).
/// </summary>
public sealed class ConfigCase(string name)
{
    private const string DataFolder = "/var/lib/plenum";

    /// <summary>Set to 1 to write what comes out over what is expected. Every case then fails, so that this is never left on.</summary>
    private const string WriteVariable = "PLENUM_WRITE_EXPECTED";

    private readonly string _folder = Path.Combine(Root, name);

    public static string Root { get; } = Path.Combine(RepositoryRoot(), "tests", "testcases", "config");

    public static IEnumerable<string> Names => Directory.GetDirectories(Root).Select(folder => Path.GetFileName(folder)).Order(StringComparer.Ordinal);

    public static bool Writes => Environment.GetEnvironmentVariable(WriteVariable) == "1";

    public ConfigurationResult Read()
    {
        var environment = ReadEnvironment();
        return ConfigurationReader.Read(_folder, variable => environment.GetValueOrDefault(variable), DataFolder);
    }

    public string? Expected(string file)
    {
        var path = Path.Combine(_folder, file);
        return File.Exists(path) ? File.ReadAllText(path) : null;
    }

    public void Write(string file, string? text)
    {
        var path = Path.Combine(_folder, file);
        if (text is null) File.Delete(path);
        else File.WriteAllText(path, text);
    }

    public string? PlanOf(ConfigurationResult result) => result.Plan is { } plan ? Portable(PlanDump.Of(plan)) : null;

    public string? ProblemsOf(ConfigurationResult result)
    {
        var lines = result.Problems.Select(problem => problem.ToString())
            .Concat(result.LeftOut.Select(item => $"left out: {item.Kind} {item.File} {item.Path}"));
        var text = string.Concat(lines.Select(line => line + "\n"));
        return text.Length == 0 ? null : Portable(text);
    }

    private string Portable(string text) => text.Replace(_folder, "{folder}", StringComparison.Ordinal).Replace(DataFolder, "{data}", StringComparison.Ordinal);

    private Dictionary<string, string> ReadEnvironment() => (Expected("env") ?? "")
        .Split('\n', StringSplitOptions.RemoveEmptyEntries)
        .Select(line => line.Split('=', 2))
        .ToDictionary(pair => pair[0], pair => pair[1].TrimEnd('\r'));

    private static string RepositoryRoot()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
            if (File.Exists(Path.Combine(folder.FullName, "Plenum.slnx"))) return folder.FullName;
        throw new InvalidOperationException($"no Plenum.slnx above {AppContext.BaseDirectory}: the test cases are in the repository");
    }
}
