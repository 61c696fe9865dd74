using System.Diagnostics;
using System.Runtime.InteropServices;
using Microsoft.Win32.SafeHandles;

namespace Plenum.TestKit;

/// <summary>Linux network namespaces for one test: separate networks on one machine, taken down afterwards.</summary>
public sealed class NetworkNamespaces : IDisposable
{
    private const int NetworkNamespace = 0x4000_0000; // CLONE_NEWNET

    private readonly List<string> _names = [];
    private readonly string _prefix = $"pl{Environment.ProcessId % 100_000}{Guid.NewGuid():N}"[..11];

    /// <summary>Why namespaces cannot be made here; null when they can.</summary>
    public static string? Obstacle { get; } = FindObstacle();

    /// <summary>Makes a namespace whose loopback is up.</summary>
    public string Add()
    {
        var name = $"{_prefix}{(char)('a' + _names.Count)}";
        Run($"netns add {name}");
        _names.Add(name);
        Run($"-n {name} link set lo up");
        return name;
    }

    /// <summary>Lays a cable between two namespaces, with an address and prefix length for each end, and waits until it carries.</summary>
    public void Connect(string left, string leftAddress, string right, string rightAddress)
    {
        string leftEnd = $"{_prefix[^6..]}{left[^1]}{right[^1]}0", rightEnd = $"{_prefix[^6..]}{left[^1]}{right[^1]}1";
        Run($"link add {leftEnd} netns {left} type veth peer name {rightEnd} netns {right}");
        (string Name, string End, string Address)[] ends = [(left, leftEnd, leftAddress), (right, rightEnd, rightAddress)];
        foreach (var (name, end, address) in ends)
        {
            Run($"-n {name} addr add {address} broadcast + dev {end}");
            Run($"-n {name} link set {end} up");
        }
        foreach (var (name, end, _) in ends) AwaitCarrier(name, end);
    }

    /// <summary>Sends what has no route of its own from one namespace to an address.</summary>
    public static void RouteAllVia(string name, string gateway) => Run($"-n {name} route add default via {gateway}");

    /// <summary>Lets a namespace pass packets on between its networks.</summary>
    public static void Forward(string name) => Run($"netns exec {name} sysctl -q -w net.ipv4.ip_forward=1");

    /// <summary>Loses a part of the UDP datagrams that come into a namespace, by lot.</summary>
    public static void LoseIncoming(string name, int percent) => Filter(name, "loss", $"meta l4proto udp numgen random mod 100 < {percent} drop");

    /// <summary>Lets nothing through to or from a TCP port any more, and tells nobody: connections stay open at both ends.</summary>
    public static void Cut(string name, int port) => Filter(name, "cut", $"tcp dport {port} drop", $"tcp sport {port} drop");

    /// <summary>Undoes <see cref="Cut"/>.</summary>
    public static void Mend(string name) => Run($"netns exec {name} nft delete table inet cut");

    /// <summary>Does something inside a namespace: a socket that is made there belongs to it for good. Here, if the name is null.</summary>
    public static T Inside<T>(string? name, Func<T> act)
    {
        if (name is null) return act();
        // A thread of its own: a thread stays in the namespace that it has entered.
        var inside = new TaskCompletionSource<T>();
        new Thread(() =>
        {
            try
            {
                using var netns = File.OpenHandle($"/var/run/netns/{name}");
                if (SetNamespace(netns, NetworkNamespace) != 0) throw new InvalidOperationException($"the namespace {name} cannot be entered: error {Marshal.GetLastPInvokeError()}");
                inside.SetResult(act());
            }
            catch (Exception failure)
            {
                inside.SetException(failure);
            }
        }).Start();
        return inside.Task.GetAwaiter().GetResult();
    }

    /// <inheritdoc/>
    public void Dispose() => _names.ForEach(name => Run($"netns delete {name}"));

    private static void Filter(string name, string table, params string[] rules)
    {
        Run($"netns exec {name} nft add table inet {table}");
        Run($"netns exec {name} nft add chain inet {table} in {{ type filter hook input priority 0 ; }}");
        foreach (var rule in rules) Run($"netns exec {name} nft add rule inet {table} in {rule}");
    }

    private static string? FindObstacle()
    {
        if (!OperatingSystem.IsLinux()) return "network namespaces are a thing of Linux";
        try
        {
            using NetworkNamespaces probe = new();
            probe.Add();
            return null;
        }
        catch (Exception failure) when (failure is InvalidOperationException or System.ComponentModel.Win32Exception)
        {
            return $"network namespaces cannot be made here: {failure.Message}";
        }
    }

    private static void AwaitCarrier(string name, string end)
    {
        var waited = Stopwatch.StartNew();
        while (!Run($"-n {name} link show dev {end}").Contains("state UP", StringComparison.Ordinal))
        {
            if (waited.Elapsed > Inbox.Bound) throw new TimeoutException($"{end} in {name} did not come up in {Inbox.Bound.TotalSeconds} s");
        }
    }

    private static string Run(string arguments)
    {
        using var process = Process.Start(new ProcessStartInfo("ip", arguments) { RedirectStandardError = true, RedirectStandardOutput = true })!;
        var output = process.StandardOutput.ReadToEnd(); // a few lines on either stream: neither can fill its pipe
        var error = process.StandardError.ReadToEnd();
        process.WaitForExit();
        return process.ExitCode == 0 ? output : throw new InvalidOperationException($"ip {arguments}: {error.Trim()}");
    }

    [DllImport("libc", EntryPoint = "setns", SetLastError = true)]
    private static extern int SetNamespace(SafeFileHandle netns, int kind);
}
