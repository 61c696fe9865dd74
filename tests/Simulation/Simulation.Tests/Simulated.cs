using System.Diagnostics;

namespace Plenum.Simulation.Tests;

/// <summary>Runs the simulation as its command does: in processes of one processor each.</summary>
internal static class Simulated
{
    public static async Task<(int ExitCode, List<WorldResult> Results, string Said)> RunAsync(params string[] arguments)
    {
        var start = new ProcessStartInfo(Path.Combine(AppContext.BaseDirectory, "Simulation"), arguments) { RedirectStandardOutput = true };
        using var process = Process.Start(start)!;
        var said = await process.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
        await process.WaitForExitAsync(TestContext.Current.CancellationToken);
        var results = said.Split('\n').Select(line => WorldResult.TryParse(line, out var result) ? result : null).OfType<WorldResult>().ToList();
        return (process.ExitCode, results, said);
    }
}
