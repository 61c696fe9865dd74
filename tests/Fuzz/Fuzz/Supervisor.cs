using System.Diagnostics;
using System.Globalization;
using Plenum.Fuzz.Engine;
using Plenum.Fuzz.Targets;

namespace Plenum.Fuzz;

/// <summary>Shares the targets out among worker processes over instrumented code, and makes findings of what kills a worker.</summary>
internal static class Supervisor
{
    private const int MostWorkers = 2;

    public static int Run(Options options)
    {
        var places = Enumerable.Range(0, AllTargets.List.Count).Where(place => AllTargets.List[place].Name.Contains(options.Target, StringComparison.OrdinalIgnoreCase)).ToList();
        if (places.Count == 0) throw new FormatException($"no target's name contains \"{options.Target}\"");
        var program = Instrumented.Copy(Path.Combine(options.Output, "bin"));
        var workers = Math.Min(Math.Min(MostWorkers, Environment.ProcessorCount), places.Count);
        var each = options.Budget * workers / places.Count;
        Console.WriteLine($"{places.Count} targets, {each.TotalSeconds:0.0} s each, --seed {options.Seed}");
        var found = new bool[workers];
        var threads = Enumerable.Range(0, workers).Select(worker => new Thread(() =>
            found[worker] = Work(worker, program, [.. places.Where((_, i) => i % workers == worker)], each, options))).ToList();
        threads.ForEach(thread => thread.Start());
        threads.ForEach(thread => thread.Join());
        Console.WriteLine(found.Contains(true) ? $"Something was found: see {options.Output}." : "Nothing was found.");
        return found.Contains(true) ? 1 : 0;
    }

    /// <summary>Runs workers until all places have been tried: one that dies is followed by one for the places behind the fatal one.</summary>
    private static bool Work(int worker, string program, List<int> places, TimeSpan each, Options options)
    {
        var currentPath = Path.Combine(options.Output, $"current-{worker}");
        var found = false;
        while (places.Count > 0)
        {
            var exit = Start(program, currentPath, places, each, options);
            if (exit is 0 or Worker.Found) return found || exit != 0;
            var (target, octets) = CurrentInput.Read(currentPath);
            var reason = exit == Worker.Hung ? "it does not come to an end" : $"the process died of it with exit code {exit}; what it said is above";
            Console.WriteLine(new Finding(AllTargets.List[target].Name, octets, reason).Keep(options.Output));
            found = true;
            places = places[(places.IndexOf(target) + 1)..];
        }
        return found;
    }

    private static int Start(string program, string currentPath, List<int> places, TimeSpan each, Options options)
    {
        List<string> arguments = [program, "worker", currentPath, string.Join(',', places), ((int)each.TotalMilliseconds).ToString(CultureInfo.InvariantCulture),
            "--seed", options.Seed.ToString(CultureInfo.InvariantCulture), "--corpus", options.Corpus, "--output", options.Output];
        if (options.Keep) arguments.Add("--keep");
        using var process = Process.Start("dotnet", arguments);
        process.WaitForExit();
        return process.ExitCode;
    }
}
