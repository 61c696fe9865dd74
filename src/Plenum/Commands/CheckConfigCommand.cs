using System.CommandLine;
using Plenum.Gateway.Configuration;

namespace Plenum.Commands;

/// <summary><c>plenum check-config</c>: reads the configuration as the gateway would, says what is wrong with it and what it will become. Touches no network and writes nothing.</summary>
internal static class CheckConfigCommand
{
    /// <summary>The exit code for a configuration with an error (EX_CONFIG of sysexits.h).</summary>
    public const int BadConfiguration = 78;

    /// <summary>The command for the program's root.</summary>
    public static Command Create()
    {
        var config = new Option<string?>("--config") { Description = $"The configuration folder; otherwise {ConfigFolder.Variable}, {ConfigFolder.InContainer} or ./config", HelpName = "DIR" };
        var data = new Option<string?>("--data") { Description = "What relative paths of the storage are relative to; otherwise the working directory", HelpName = "DIR" };
        var json = new Option<bool>("--json") { Description = "Print one JSON object instead of text" };
        var command = new Command("check-config", """
            Check the configuration and show what each device and point will become

            Examples:
              plenum check-config
              plenum check-config --config /etc/plenum --json
            """) { config, data, json };
        command.SetAction(parsed => Run(
            ConfigFolder.Resolve(parsed.GetValue(config), Environment.GetEnvironmentVariable),
            parsed.GetValue(data) ?? ".",
            Environment.GetEnvironmentVariable,
            parsed.GetValue(json),
            parsed.InvocationConfiguration.Output));
        return command;
    }

    /// <summary>Checks a folder and prints what was found.</summary>
    /// <returns>0, also with warnings; <see cref="BadConfiguration"/> if there is an error.</returns>
    internal static int Run(string folder, string dataFolder, Func<string, string?> environment, bool asJson, TextWriter output)
    {
        var result = ConfigurationReader.Read(folder, environment, dataFolder);
        if (asJson) CheckConfigJson.Write(output, folder, result);
        else CheckConfigText.Write(output, folder, result);
        return result.HasErrors ? BadConfiguration : 0;
    }
}
