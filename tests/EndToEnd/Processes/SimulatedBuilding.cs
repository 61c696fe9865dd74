using System.Diagnostics;
using System.Globalization;

namespace EndToEnd.Tests.Processes;

/// <summary><c>plenum simulate</c> as a process of its own: controllers on loopback, or wherever its arguments put them.</summary>
internal sealed class SimulatedBuilding : IAsyncDisposable
{
    private readonly Process _process;

    private SimulatedBuilding(Process process, DateTimeOffset earliest) => (_process, Earliest, Latest) = (process, earliest, DateTimeOffset.UtcNow);

    /// <summary>Its clock, which its values follow, began at this moment or later.</summary>
    public DateTimeOffset Earliest { get; }

    /// <summary>And at this one or earlier.</summary>
    public DateTimeOffset Latest { get; }

    /// <summary>Starts the controllers; they answer when this returns.</summary>
    /// <param name="bind">Where they are: a subnet that gives each an address, or an address that gives each a port.</param>
    /// <param name="more">Further arguments of the command; <c>--points 4</c> by default.</param>
    /// <param name="networkNamespace">Where it runs; in the network of this process by default.</param>
    public static async Task<SimulatedBuilding> StartAsync(string bind, int controllers, IEnumerable<string>? more = null, string? networkNamespace = null)
    {
        var earliest = DateTimeOffset.UtcNow;
        var process = Tool.StartInside(networkNamespace, await PublishedBinary.PathAsync,
            ["simulate", "--bind", bind, "--devices", controllers.ToString(CultureInfo.InvariantCulture), .. more ?? ["--points", "4"], "--json"]);
        var first = await process.StandardOutput.ReadLineAsync().WaitAsync(TimeSpan.FromSeconds(30));
        return first is not null ? new(process, earliest) : throw new InvalidOperationException("plenum simulate ended at once: " + await process.StandardError.ReadToEndAsync());
    }

    public async ValueTask DisposeAsync()
    {
        _process.Kill();
        await _process.WaitForExitAsync();
        _process.Dispose();
    }
}
