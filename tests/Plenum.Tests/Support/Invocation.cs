using System.CommandLine;

namespace Plenum.Tests.Support;

/// <summary>What a command printed, and its exit code.</summary>
internal sealed record Invocation(int Exit, string Output, string Error)
{
    /// <summary>Runs the program's command line in this process.</summary>
    public static async Task<Invocation> RunAsync(params string[] args)
    {
        using var output = new StringWriter();
        using var error = new StringWriter();
        var exit = await CommandLine.RunAsync(args, new InvocationConfiguration { Output = output, Error = error });
        return new(exit, output.ToString(), error.ToString());
    }
}
