using System.Collections.Concurrent;
using System.Diagnostics;

namespace Plenum.TestKit;

/// <summary>The UdpPeer program in a process of its own, if wanted in a network namespace.</summary>
public sealed class Peer : IDisposable
{
    private readonly Process _process;
    private readonly BlockingCollection<string> _lines = [];

    private Peer(Process process) => _process = process;

    /// <summary>The process's id.</summary>
    public int ProcessId => _process.Id;

    /// <summary>Starts a peer that holds a port, and waits until it does.</summary>
    public static Peer Open(string host, int port, string? networkNamespace = null, params string[] role)
    {
        var program = Path.Combine(AppContext.BaseDirectory, "UdpPeer");
        string[] command = networkNamespace is null
            ? [program, host, $"{port}", .. role]
            : ["ip", "netns", "exec", networkNamespace, program, host, $"{port}", .. role];
        ProcessStartInfo start = new(command[0], command[1..]) { RedirectStandardInput = true, RedirectStandardOutput = true };
        var process = Process.Start(start) ?? throw new InvalidOperationException($"{program} did not start");
        Peer peer = new(process);
        process.OutputDataReceived += (_, line) => { if (line.Data is { } text) peer._lines.Add(text); };
        process.BeginOutputReadLine();
        peer.Expect("open");
        return peer;
    }

    /// <summary>Sends a command and waits until it is done.</summary>
    public string Do(string command)
    {
        _process.StandardInput.WriteLine(command);
        return Expect("sent");
    }

    /// <summary>The next line that the peer writes, which must begin with a word.</summary>
    public string Expect(string word) => !_lines.TryTake(out var line, Inbox.Bound)
        ? throw new TimeoutException($"the peer wrote nothing in {Inbox.Bound.TotalSeconds} s")
        : line.StartsWith(word, StringComparison.Ordinal) ? line : throw new InvalidOperationException($"the peer wrote \"{line}\", not \"{word}\"");

    /// <inheritdoc/>
    public void Dispose()
    {
        _process.StandardInput.Close();
        if (!_process.WaitForExit(Inbox.Bound)) _process.Kill(entireProcessTree: true);
        _process.Dispose();
        _lines.Dispose();
    }
}
