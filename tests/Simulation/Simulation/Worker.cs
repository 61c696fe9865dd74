using System.Globalization;
using Plenum.Simulation.Time;

namespace Plenum.Simulation;

/// <summary>Runs one world after the other in this process, which has one processor, and says of each in one line what became of it.</summary>
internal static class Worker
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(30);

    /// <summary>Takes seeds from standard input, one in a line, until there are none.</summary>
    public static int Run(Options options)
    {
        if (!Turns.HasOneThread) throw new InvalidOperationException($"this process has {Environment.ProcessorCount} processors, and was to have one");
        while (Console.ReadLine() is { } line)
        {
            using var world = new World(options.World with { Seed = int.Parse(line, CultureInfo.InvariantCulture), TraceLines = options.TraceFile is null ? 200 : int.MaxValue });
            var result = world.Run(Patience);
            if (options.TraceFile is { } file) File.WriteAllLines(file, world.Trace.Lines);
            foreach (var happened in result.Violation is null ? [] : world.Trace.Lines) Console.WriteLine("    " + happened);
            Console.WriteLine(result.ToLine());
        }
        return 0;
    }
}
