using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using System.Text.Json;

namespace Interop.Tests;

/// <summary>A BACnet stack for Node.js in a process of its own, as a client or as a device.</summary>
internal sealed class NodeStack : IAsyncDisposable
{
    private const int BacnetPort = 47808;

    private static readonly TimeSpan Bound = TimeSpan.FromSeconds(30);
    private static readonly Lazy<string?> Installation = new(Install);
    private readonly Process _process;

    private NodeStack(Process process, string address) => (_process, Address) = (process, address);

    /// <summary>Why none can be run here; null when they can.</summary>
    public static string? Obstacle => Installation.Value;

    /// <summary>Where it is: <c>127.0.1.2:50001</c>.</summary>
    public string Address { get; }

    private static string Folder => Path.Combine(AppContext.BaseDirectory, "node");

    /// <summary>A client that is told what to ask with <see cref="AskAsync"/>.</summary>
    public static Task<NodeStack> ClientAsync(string stack, string host, string target) => StartAsync("ask.js", stack, host, [target], table: null);

    /// <summary>A device with a table of values.</summary>
    public static Task<NodeStack> DeviceAsync(string stack, string host, uint instance, string table) => StartAsync("serve.js", stack, host, [$"{instance}"], table);

    /// <summary>A client in a network namespace, on the BACnet port of every address there; it broadcasts to an address.</summary>
    public static Task<NodeStack> ClientThereAsync(string stack, string networkNamespace, string broadcast) =>
        StartAsync("ask.js", stack, "0.0.0.0", [$"{broadcast}:{BacnetPort}"], table: null, networkNamespace);

    /// <summary>A device in a network namespace, on the BACnet port of every address there.</summary>
    public static Task<NodeStack> DeviceThereAsync(string stack, string networkNamespace, uint instance, string table) => StartAsync("serve.js", stack, "0.0.0.0", [$"{instance}"], table, networkNamespace);

    /// <summary>Has it ask something; the answer, or "refusal: " and why.</summary>
    public async Task<JsonElement> AskAsync(object question)
    {
        await _process.StandardInput.WriteLineAsync(JsonSerializer.Serialize(question));
        var answer = JsonDocument.Parse(await ReadLineAsync()).RootElement;
        return answer.TryGetProperty("answer", out var value) ? value : answer.GetProperty("refusal");
    }

    /// <summary>Has a device tell something to somebody, with arguments as a JSON array; "told", or "refused" and why.</summary>
    public async Task<string> TellAsync(string method, string to, string arguments)
    {
        await _process.StandardInput.WriteLineAsync($$"""{ "method": "{{method}}", "to": "{{to}}", "args": {{arguments}} }""");
        return await ReadLineAsync();
    }

    /// <summary>The next line that it writes.</summary>
    public async Task<string> ReadLineAsync() => await _process.StandardOutput.ReadLineAsync().WaitAsync(Bound)
        ?? throw new InvalidOperationException($"node ended: {await _process.StandardError.ReadToEndAsync()}");

    public async ValueTask DisposeAsync()
    {
        _process.StandardInput.Close();
        try { await _process.WaitForExitAsync().WaitAsync(Bound); }
        catch (TimeoutException) { _process.Kill(); }
        _process.Dispose();
    }

    private static async Task<NodeStack> StartAsync(string script, string stack, string host, string[] arguments, string? table, string? networkNamespace = null)
    {
        var port = networkNamespace is null ? FreePort(host) : BacnetPort;
        string[] node = ["node", Path.Combine(Folder, script), stack, $"{port}", host, .. arguments];
        string[] command = networkNamespace is null ? node : ["ip", "netns", "exec", networkNamespace, .. node];
        ProcessStartInfo start = new(command[0], command[1..])
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            Environment = { ["TZ"] = "UTC" },   // these stacks take dates for local time
        };
        NodeStack started = new(Process.Start(start)!, $"{host}:{port}");
        if (table is not null) await started._process.StandardInput.WriteLineAsync(table);
        var line = await started.ReadLineAsync();
        return line == "ready" ? started : throw new InvalidOperationException($"node wrote \"{line}\"");
    }

    private static int FreePort(string host)
    {
        using Socket probe = new(AddressFamily.InterNetwork, SocketType.Dgram, ProtocolType.Udp);
        probe.Bind(new IPEndPoint(IPAddress.Parse(host), 0));
        return ((IPEndPoint)probe.LocalEndPoint!).Port;
    }

    private static string? Install()
    {
        try
        {
            if (Directory.Exists(Path.Combine(Folder, "node_modules", "node-bacnet"))) return null;
            using var npm = Process.Start(new ProcessStartInfo("npm", ["ci", "--ignore-scripts", "--no-audit", "--no-fund"])
            {
                WorkingDirectory = Folder,
                RedirectStandardError = true,
                RedirectStandardOutput = true,
            })!;
            var output = npm.StandardOutput.ReadToEndAsync();
            var errors = npm.StandardError.ReadToEnd();
            npm.WaitForExit();
            return npm.ExitCode == 0 ? null : $"npm ci does not work here: {errors}{output.GetAwaiter().GetResult()}";
        }
        catch (System.ComponentModel.Win32Exception failure)
        {
            return $"node and npm are not installed: {failure.Message}";
        }
    }
}
