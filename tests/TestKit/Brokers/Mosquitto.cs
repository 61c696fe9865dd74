using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;

namespace TestKit.Brokers;

/// <summary>A real mosquitto of its own for one test: own folder, own loopback port, gone afterwards.</summary>
public sealed class Mosquitto : IAsyncDisposable
{
    private const string Binary = "/usr/sbin/mosquitto";
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);

    private readonly string _config;
    private Process? _process;

    private Mosquitto(string folder, int port, string config) => (Folder, Port, _config) = (folder, port, config);

    /// <summary>Why no broker can be started here; null when one can.</summary>
    public static string? Missing => File.Exists(Binary) ? null : $"{Binary} is not installed (Debian package mosquitto)";

    /// <summary>For <c>SkipUnless</c>.</summary>
    public static bool IsInstalled => Missing is null;

    /// <summary>Its folder, for certificates and the like.</summary>
    public string Folder { get; }

    /// <summary>Its port on 127.0.0.1.</summary>
    public int Port { get; }

    /// <summary>Starts a broker and waits until it listens.</summary>
    /// <param name="settings">Writes files into the folder if need be and gives the lines of the listener's configuration; anonymous plain MQTT by default.</param>
    public static async Task<Mosquitto> StartAsync(Func<string, string>? settings = null)
    {
        var folder = Directory.CreateTempSubdirectory("plenum-mosquitto-").FullName;
        var port = FreePort();
        var lines = settings?.Invoke(folder) ?? "allow_anonymous true";
        var config = Path.Combine(folder, "mosquitto.conf");
        await File.WriteAllTextAsync(config, string.Create(CultureInfo.InvariantCulture, $"user root\npersistence false\nlog_dest file {folder}/log\nlistener {port} 127.0.0.1\n{lines}\n"));
        var broker = new Mosquitto(folder, port, config);
        await broker.StartAgainAsync();
        return broker;
    }

    /// <summary>Starts it (again) on the same port.</summary>
    public async Task StartAgainAsync()
    {
        _process = Process.Start(new ProcessStartInfo(Binary, ["-c", _config]) { RedirectStandardError = true })!;
        var since = Stopwatch.StartNew();
        while (!await ListensAsync())
        {
            if (_process.HasExited) throw new InvalidOperationException($"mosquitto ended: {await _process.StandardError.ReadToEndAsync()}{Log()}");
            if (since.Elapsed > Patience) throw new TimeoutException($"mosquitto does not listen on port {Port}: {Log()}");
            await Task.Delay(20);
        }
    }

    /// <summary>kill -9.</summary>
    public async Task KillAsync()
    {
        _process!.Kill();
        await _process.WaitForExitAsync();
    }

    /// <summary>Stops it where it stands: its connections stay open and nothing is answered any more.</summary>
    public Task FreezeAsync() => SignalAsync("STOP");

    /// <summary>Lets it go on.</summary>
    public Task ThawAsync() => SignalAsync("CONT");

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        if (_process is { HasExited: false }) await KillAsync();
        _process?.Dispose();
        Directory.Delete(Folder, recursive: true);
    }

    private async Task SignalAsync(string signal)
    {
        using var kill = Process.Start("/bin/kill", [$"-{signal}", _process!.Id.ToString(CultureInfo.InvariantCulture)]);
        await kill.WaitForExitAsync();
    }

    private async Task<bool> ListensAsync()
    {
        using var socket = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);
        try
        {
            await socket.ConnectAsync(IPAddress.Loopback, Port);
            return true;
        }
        catch (SocketException)
        {
            return false;
        }
    }

    private string Log() => File.Exists(Path.Combine(Folder, "log")) ? File.ReadAllText(Path.Combine(Folder, "log")) : "no log";

    private static int FreePort()
    {
        using var probe = new TcpListener(IPAddress.Loopback, 0);
        probe.Start();
        return ((IPEndPoint)probe.LocalEndpoint).Port;
    }
}
