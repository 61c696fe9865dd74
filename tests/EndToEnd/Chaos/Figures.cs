using EndToEnd.Tests.Processes;

namespace EndToEnd.Tests.Chaos;

/// <summary>What a test has measured, for people: <c>./test</c> shows it, and <c>docs/reliability.md</c> quotes it. No assertion is made on it.</summary>
internal static class Figures
{
    private static readonly string FilePath = Checkout.At("artifacts", "test-results", "EndToEnd.Tests.figures");
    private static readonly Lock Gate = new();

    /// <summary>Notes one line, under the name of the test that runs.</summary>
    public static void Note(string figures)
    {
        var line = $"{TestContext.Current.TestMethod?.MethodName.Replace('_', ' ')}: {figures}";
        TestContext.Current.TestOutputHelper?.WriteLine(line);
        lock (Gate)
        {
            Directory.CreateDirectory(Path.GetDirectoryName(FilePath)!);
            File.AppendAllLines(FilePath, [line]);
        }
    }
}
