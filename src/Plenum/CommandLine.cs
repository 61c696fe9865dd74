using System.CommandLine;
using System.CommandLine.Invocation;
using Plenum.Commands;

namespace Plenum;

/// <summary>The program's commands.</summary>
internal static class CommandLine
{
    /// <summary>Does what the arguments say.</summary>
    /// <param name="args">The arguments, without the program's name.</param>
    /// <param name="invocation">Where output and errors go.</param>
    /// <returns>One of <see cref="ExitCodes"/>; <see cref="ExitCodes.Usage"/> where the arguments themselves are wrong.</returns>
    public static async Task<int> RunAsync(IReadOnlyList<string> args, InvocationConfiguration invocation)
    {
        var parsed = Create().Parse(args);
        if (parsed.CommandResult.Command is RootCommand all) KeepToOneLine(all.Subcommands);
        if (parsed.Action is not ParseErrorAction mistake) return await parsed.InvokeAsync(invocation);
        mistake.ShowHelp = args.Count == 0;
        // What is said about a mistake is no result, also where it only guesses what was meant.
        await parsed.InvokeAsync(mistake.ShowHelp ? invocation : new InvocationConfiguration { Output = invocation.Error, Error = invocation.Error });
        if (!mistake.ShowHelp) invocation.Error.WriteLine($"'{NameOf(parsed.CommandResult.Command)} --help' shows what can be given.");
        return ExitCodes.Usage;
    }

    private static RootCommand Create() => new("Plenum reads BACnet/IP devices and delivers every value to ThingsBoard.")
    {
        RunCommand.Create(),
        CheckConfigCommand.Create(),
        DiscoverCommand.Create(),
        ReadCommand.Create(),
        WriteCommand.Create(),
        DecodeCommand.Create(),
        SimulateCommand.Create(),
        DemoCommand.Create(),
        HealthcheckCommand.Create(),
    };

    /// <summary>In the list of all commands each has a line; its own help has the examples.</summary>
    private static void KeepToOneLine(IEnumerable<Command> commands)
    {
        foreach (var command in commands) command.Description = command.Description?.Split('\n')[0].TrimEnd();
    }

    private static string NameOf(Command command) => command is RootCommand ? "plenum" : $"plenum {command.Name}";
}
