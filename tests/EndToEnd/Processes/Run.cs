namespace EndToEnd.Tests.Processes;

/// <summary>What a program that has ended left behind.</summary>
public sealed record Run(int ExitCode, string Output, string Error)
{
    /// <summary>All of it, for a failing test to show.</summary>
    public override string ToString() => $"exit code {ExitCode}\n--- output\n{Output}\n--- error\n{Error}";

    /// <summary>The last line of the output.</summary>
    public string LastLine => Output.TrimEnd('\n').Split('\n')[^1];

    /// <summary>Itself, if the program ended well; otherwise fails with all it said.</summary>
    public Run Checked() => ExitCode == 0 ? this : throw new InvalidOperationException("A program that the test needs failed: " + this);
}
