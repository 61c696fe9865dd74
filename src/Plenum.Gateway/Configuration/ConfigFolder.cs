namespace Plenum.Gateway.Configuration;

/// <summary>Where the configuration is.</summary>
public static class ConfigFolder
{
    /// <summary>The variable that names the folder.</summary>
    public const string Variable = "TB_GW_CONFIG_DIR";

    /// <summary>Where the volume of ThingsBoard's own container image is mounted.</summary>
    public const string InContainer = "/thingsboard_gateway/config";

    /// <summary>The folder named on the command line, else by <see cref="Variable"/>, else <see cref="InContainer"/> if there is one, else <c>./config</c>.</summary>
    /// <param name="argument">What <c>--config</c> gave; null or empty if it was not used.</param>
    /// <param name="environment">Looks an environment variable up; null if it is not set.</param>
    public static string Resolve(string? argument, Func<string, string?> environment) => Resolve(argument, environment, Directory.Exists);

    internal static string Resolve(string? argument, Func<string, string?> environment, Func<string, bool> exists)
    {
        if (!string.IsNullOrEmpty(argument)) return Path.GetFullPath(argument);
        if (environment(Variable) is { Length: > 0 } named) return Path.GetFullPath(named);
        return exists(InContainer) ? InContainer : Path.GetFullPath("config");
    }
}
