namespace Plenum.Fuzz.Engine;

/// <summary>An input that breaks a promise, and how.</summary>
internal sealed record Finding(string Target, byte[] Octets, string Reason)
{
    /// <summary>Writes the input into a file of its own, with the reason and the command that repeats it beside it.</summary>
    /// <returns>What to tell whoever runs this.</returns>
    public string Keep(string folder)
    {
        Directory.CreateDirectory(folder);
        var hash = Convert.ToHexString(System.Security.Cryptography.SHA256.HashData(Octets))[..12].ToLowerInvariant();
        var file = Path.Combine(folder, $"{Target}-{hash}.bin");
        File.WriteAllBytes(file, Octets);
        var told = $"""
            {Target}: {Reason}
            {Octets.Length} octets: {Convert.ToHexString(Octets.AsSpan(0, Math.Min(Octets.Length, 200)))}
            repeat it with: ./test --fuzz-replay {Target} {file}
            """;
        File.WriteAllText(Path.ChangeExtension(file, ".txt"), told + "\n");
        return told;
    }
}
