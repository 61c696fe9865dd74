namespace Plenum.Gateway.Configuration;

/// <summary>Reads <c>tb_gateway.json</c>, the connector files it names and the environment into a <see cref="Plan"/>.</summary>
public static class ConfigurationReader
{
    /// <summary>The file that everything starts from.</summary>
    public const string GatewayFile = "tb_gateway.json";

    /// <summary>Reads everything, reports everything that is wrong, and throws for no file whatever is in it. Nothing is written.</summary>
    /// <param name="folder">The configuration folder; see <see cref="ConfigFolder"/>.</param>
    /// <param name="environment">Looks an environment variable up; null if it is not set.</param>
    /// <param name="dataFolder">What the storage's relative paths are relative to.</param>
    /// <param name="revision">The plan's number; one more for every reload.</param>
    public static ConfigurationResult Read(string folder, Func<string, string?> environment, string dataFolder, long revision = 1)
    {
        folder = Path.GetFullPath(folder);
        var problems = new Problems();
        Plan? plan = null;
        if (ConfigFile.Read(folder, GatewayFile, asked: null, problems) is { } file)
        {
            var effective = new EnvironmentOverrides(environment, folder, problems).Apply(file);
            plan = new GatewayFileReader(folder, dataFolder, problems).Read(effective, revision);
        }
        return new(problems.Failed ? null : plan, InOrder(problems.Found), problems.LeftOut);
    }

    /// <summary>File by file as they were read, each from top to bottom.</summary>
    private static List<Problem> InOrder(IReadOnlyList<Problem> found)
    {
        var files = found.Select(problem => problem.File).Distinct().ToList();
        return [.. found.OrderBy(problem => files.IndexOf(problem.File)).ThenBy(problem => problem.Line ?? 0).ThenBy(problem => problem.Column ?? 0)];
    }
}
