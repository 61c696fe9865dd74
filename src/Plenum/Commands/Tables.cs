using Spectre.Console;

namespace Plenum.Commands;

/// <summary>Where tables are drawn: as wide as the terminal, and wide enough for a line of a file.</summary>
internal static class Tables
{
    private const int WidthOfAFile = 160;

    public static IAnsiConsole On(TextWriter output)
    {
        var console = AnsiConsole.Create(new AnsiConsoleSettings { Out = new AnsiConsoleOutput(output) });
        if (!console.Profile.Out.IsTerminal) console.Profile.Width = WidthOfAFile;
        return console;
    }
}
