using System.Diagnostics;
using System.Globalization;

namespace EndToEnd.Tests.Processes;

/// <summary>Runs other programs with their streams caught, and never longer than they may.</summary>
public static class Tool
{
    private static readonly string[] Folders =
        [.. (Environment.GetEnvironmentVariable("PATH") ?? "").Split(':'), "/usr/sbin", "/sbin"];

    /// <summary>Where a program is, or null if it is not here. <c>sbin</c> counts even if the PATH leaves it out.</summary>
    public static string? Find(string name) => Folders.Where(folder => folder.Length > 0).Select(folder => Path.Combine(folder, name)).FirstOrDefault(File.Exists);

    /// <summary>Starts a program without standard input; its output and errors are for the caller to read.</summary>
    /// <param name="file">Name or path.</param>
    /// <param name="arguments">Each as it is, without a shell in between.</param>
    /// <param name="environment">Variables to set; null removes one.</param>
    /// <param name="folder">Where it runs; here by default.</param>
    public static Process Start(string file, IEnumerable<string> arguments, IReadOnlyDictionary<string, string?>? environment = null, string? folder = null)
    {
        var start = new ProcessStartInfo(file, arguments)
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            WorkingDirectory = folder ?? "",
        };
        foreach (var (name, value) in environment ?? new Dictionary<string, string?>()) start.Environment[name] = value;
        var process = Process.Start(start)!;
        process.StandardInput.Close();
        return process;
    }

    /// <summary>Starts a program in a network namespace, or where we are if that is null. The process is the program's own: <c>ip</c> gives way to it.</summary>
    public static Process StartInside(string? networkNamespace, string file, IEnumerable<string> arguments) =>
        networkNamespace is null ? Start(file, arguments) : Start(Find("ip")!, ["netns", "exec", networkNamespace, file, .. arguments]);

    /// <summary>Sends a signal, by its name without SIG.</summary>
    public static async Task SignalAsync(Process process, string signal) =>
        (await RunAsync("kill", [$"-{signal}", process.Id.ToString(CultureInfo.InvariantCulture)])).Checked();

    /// <summary>Runs a program to its end. Kills it, and fails, if that takes longer than <paramref name="most"/> (two minutes by default).</summary>
    public static async Task<Run> RunAsync(string file, IEnumerable<string> arguments, IReadOnlyDictionary<string, string?>? environment = null, string? folder = null, TimeSpan? most = null)
    {
        using var process = Start(file, arguments, environment, folder);
        return await EndOfAsync(process, most ?? TimeSpan.FromMinutes(2));
    }

    /// <summary>Waits for a started program to end, reading what it says.</summary>
    public static async Task<Run> EndOfAsync(Process process, TimeSpan most)
    {
        var output = process.StandardOutput.ReadToEndAsync();
        var error = process.StandardError.ReadToEndAsync();
        using var limit = new CancellationTokenSource(most);
        try
        {
            await process.WaitForExitAsync(limit.Token);
        }
        catch (OperationCanceledException)
        {
            process.Kill(entireProcessTree: true);
            throw new TimeoutException($"{process.StartInfo.FileName} {string.Join(' ', process.StartInfo.ArgumentList)} ran for more than {most}. It said:\n{await output}\n{await error}");
        }
        return new(process.ExitCode, await output, await error);
    }
}
