using System.CommandLine;
using Microsoft.Extensions.Logging;
using Plenum.Gateway.Configuration;
using Plenum.Gateway.Hosting;
using Plenum.Gateway.Outbox;
using Plenum.Gateway.Supervision;
using Plenum.Web;

namespace Plenum.Commands;

/// <summary><c>plenum run</c>: the gateway.</summary>
internal static class RunCommand
{
    private const string DataVariable = "PLENUM_DATA_DIR";
    private const string LogsVariable = "TB_GW_LOGS_PATH";
    private const string ContainerFolder = "/thingsboard_gateway";

    public static Command Create()
    {
        var config = new Option<string?>("--config") { Description = $"The configuration folder; otherwise {ConfigFolder.Variable}, {ConfigFolder.InContainer} or ./config", HelpName = "DIR" };
        var data = new Option<string?>("--data") { Description = $"What the storage's relative paths are relative to; otherwise {DataVariable}, {ContainerFolder} or the working directory", HelpName = "DIR" };
        var port = HealthPortOption.Create("The loopback port that tells health");
        var verbose = new Option<bool>("--verbose") { Description = "Log more" };
        var command = new Command("run", """
            Run the gateway

            Examples:
              plenum run
              plenum run --config /etc/plenum --data /var/lib/plenum
            """) { config, data, port, verbose };
        command.SetAction((parsed, cancel) => RunAsync(
            ConfigFolder.Resolve(parsed.GetValue(config), Environment.GetEnvironmentVariable),
            parsed.GetValue(data) ?? Environment.GetEnvironmentVariable(DataVariable) ?? (Directory.Exists(ContainerFolder) ? ContainerFolder : "."),
            parsed.GetValue(port) ?? HealthServer.PortFrom(Environment.GetEnvironmentVariable),
            parsed.GetValue(verbose) ? LogLevel.Debug : LogLevel.Information, cancel));
        return command;
    }

    private static async Task<int> RunAsync(string folder, string dataFolder, int healthPort, LogLevel level, CancellationToken stop)
    {
        using var loggers = Logging.Create(level, folder: LogsFolder());
        var logger = loggers.CreateLogger("Plenum");
        Log.Starts(logger, ProgramVersion.Text, folder, Path.GetFullPath(dataFolder));
        var configuration = ConfigurationReader.Read(folder, Environment.GetEnvironmentVariable, dataFolder);
        foreach (var problem in configuration.Problems)
        {
            if (problem.Severity == ProblemSeverity.Error) Log.ConfigurationError(logger, problem);
            else Log.ConfigurationWarning(logger, problem);
        }
        if (configuration.Plan is not { } plan || configuration.HasErrors)
        {
            Log.CannotStart(logger);
            return ExitCodes.BadConfiguration;
        }
        try
        {
            return await RunAsync(plan, healthPort, loggers, logger, stop);
        }
        catch (OutboxException problem)
        {
            Log.OutboxCannotOpen(logger, problem.Message);
            return ExitCodes.Unavailable;
        }
    }

    private static async Task<int> RunAsync(Plan plan, int healthPort, ILoggerFactory loggers, ILogger logger, CancellationToken stop)
    {
        await using var gateway = GatewayHost.Start(plan, new GatewayOptions
        {
            Loggers = loggers,
            Version = ProgramVersion.Text,
            EndProcess = reason => ProcessEnd.Now((int)reason.Code),
        });
        await using var health = await TellHealthAsync(healthPort, gateway, logger);
        var asked = new TaskCompletionSource();
        using var stopping = stop.Register(asked.SetResult);
        if (await Task.WhenAny(asked.Task, gateway.Completion) == asked.Task) Log.Stopping(logger);
        var reason = await gateway.StopAsync();
        if (reason.Code == ExitCode.Stopped) Log.Stopped(logger, gateway.Snapshot.Outbox.Waiting);
        else Log.Ended(logger, reason.Code == ExitCode.PartStuck ? "part-stuck" : "part-failed", reason.Explanation, (int)reason.Code);
        return (int)reason.Code;
    }

    private static async Task<HealthServer?> TellHealthAsync(int port, GatewayHost gateway, ILogger logger)
    {
        try
        {
            var server = await HealthServer.StartAsync(port, () => gateway.Snapshot);
            Log.HealthListens(logger, $"127.0.0.1:{port}");
            return server;
        }
        catch (IOException busy)
        {
            Log.HealthCannotListen(logger, $"127.0.0.1:{port}", busy.Message);
            return null;
        }
    }

    /// <summary>The folder for log files: the predecessor's variable, or its image's volume; none elsewhere.</summary>
    private static string? LogsFolder()
    {
        var folder = Environment.GetEnvironmentVariable(LogsVariable) ?? Path.Combine(ContainerFolder, "logs");
        return Directory.Exists(folder) ? folder : null;
    }
}
