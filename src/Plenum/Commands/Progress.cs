using System.CommandLine;
using Spectre.Console;

namespace Plenum.Commands;

/// <summary>A line that moves while something takes its time; only for people, only on a terminal, on stderr so that results can be piped.</summary>
internal static class Progress
{
    public static Task ShowAsync(ParseResult parsed, string what, Func<Action<string>, Task> work)
    {
        if (Console.IsErrorRedirected || parsed.InvocationConfiguration.Error != Console.Error) return work(_ => { });
        var console = AnsiConsole.Create(new AnsiConsoleSettings { Out = new AnsiConsoleOutput(Console.Error) });
        return console.Status().StartAsync(what, context => work(said => context.Status = $"{what}: {said}"));
    }
}
