using System.Diagnostics;

namespace Interop.Tests;

/// <summary>Wireshark's dissector, which knows BACnet better than any single stack.</summary>
internal static class Tshark
{
    private const string Binary = "/usr/bin/tshark";

    /// <summary>Why it cannot be asked here; null when it can.</summary>
    public static string? Obstacle => File.Exists(Binary) ? null : $"{Binary} is not installed (Debian package tshark)";

    /// <summary>The frames of a capture that a display filter lets through, each as the values of some fields, with a comma between several values of one field.</summary>
    public static List<string[]> Frames(string capture, string filter, params string[] fields) =>
        [.. Run(["-r", capture, "-Y", filter, "-T", "fields", "-E", "separator=|", .. fields.SelectMany(field => new[] { "-e", field })]).Select(line => line.Split('|'))];

    /// <summary>The BACnet part of those frames, line by line, as a person reads it.</summary>
    public static string[] Lines(string capture, string filter) => Run(["-r", capture, "-Y", filter, "-O", "bacapp"]);

    private static string[] Run(string[] arguments)
    {
        using var process = Process.Start(new ProcessStartInfo(Binary, arguments) { RedirectStandardOutput = true, RedirectStandardError = true })!;
        var errors = process.StandardError.ReadToEndAsync();
        var output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return process.ExitCode == 0 ? output.Split('\n', StringSplitOptions.RemoveEmptyEntries) : throw new InvalidOperationException($"tshark: {errors.GetAwaiter().GetResult()}");
    }
}
