using System.Diagnostics;
using System.Globalization;

namespace EndToEnd.Tests.Processes;

/// <summary><c>plenum simulate</c> as a process of its own: controllers on loopback.</summary>
internal sealed class SimulatedBuilding : IAsyncDisposable
{
    private readonly Process _process;

    private SimulatedBuilding(Process process) => _process = process;

    /// <summary>Starts the controllers; they answer when this returns.</summary>
    public static async Task<SimulatedBuilding> StartAsync(string subnet, int controllers)
    {
        var process = Tool.Start(await PublishedBinary.PathAsync, ["simulate", "--bind", subnet, "--devices", controllers.ToString(CultureInfo.InvariantCulture), "--points", "4", "--json"]);
        var first = await process.StandardOutput.ReadLineAsync().WaitAsync(TimeSpan.FromSeconds(30));
        return first is not null ? new(process) : throw new InvalidOperationException("plenum simulate ended at once: " + await process.StandardError.ReadToEndAsync());
    }

    public async ValueTask DisposeAsync()
    {
        _process.Kill();
        await _process.WaitForExitAsync();
        _process.Dispose();
    }
}
