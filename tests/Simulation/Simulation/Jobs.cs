using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;

namespace Plenum.Simulation;

/// <summary>Shares the seeds among processes of one processor each, and adds up what became of them.</summary>
internal static class Jobs
{
    /// <summary>Tells a process that it is a worker.</summary>
    public const string WorkerVariable = "PLENUM_SIMULATION_WORKER";

    /// <summary>Runs all seeds. Says at once what failed, with its trace, and at the end how many did.</summary>
    /// <returns>The exit code: 0 if everything held.</returns>
    public static async Task<int> RunAsync(Options options, string[] arguments)
    {
        var seeds = new ConcurrentQueue<int>(options.Kept is { } file ? Kept(file) : Enumerable.Range(options.First, options.Last - options.First + 1));
        var (all, began) = (seeds.Count, Stopwatch.StartNew());
        var results = new ConcurrentQueue<WorldResult>();
        await Task.WhenAll(Enumerable.Range(0, Math.Min(options.Jobs, all)).Select(_ => WorkAsync(seeds, results, arguments)));
        var failed = results.Where(result => result.Violation is not null).OrderBy(result => result.Seed).ToList();
        foreach (var result in failed) Console.WriteLine($"seed {result.Seed} failed: {result.Violation}\n    again, with all that happens: tests/Simulation/run {string.Join(' ', WithoutSeeds(arguments))} --seeds {result.Seed} --trace trace.txt");
        var days = results.Count * (options.World.Duration + options.World.Recovery).TotalDays;
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{results.Count - failed.Count} worlds held, {failed.Count} failed, {all - results.Count} were not run; {days:0.0} days of {options.World.Devices} devices in {began.Elapsed.TotalSeconds:0} s; {results.Sum(result => result.Stored)} messages stored, {results.Sum(result => result.Lives)} starts"));
        return failed.Count == 0 && results.Count == all ? 0 : 1;
    }

    private static IEnumerable<int> Kept(string file) => File.ReadLines(file).Select(line => line.Split('#')[0].Trim()).Where(line => line.Length > 0).Select(line => int.Parse(line, CultureInfo.InvariantCulture));

    private static IEnumerable<string> WithoutSeeds(string[] arguments) =>
        arguments.Where((argument, place) => argument is not ("--seeds" or "--kept" or "--jobs") && (place == 0 || arguments[place - 1] is not ("--seeds" or "--kept" or "--jobs")));

    private static async Task WorkAsync(ConcurrentQueue<int> seeds, ConcurrentQueue<WorldResult> results, string[] arguments)
    {
        while (!seeds.IsEmpty)
        {
            using var worker = Start(arguments);
            while (seeds.TryDequeue(out var seed))
            {
                await worker.StandardInput.WriteLineAsync(seed.ToString(CultureInfo.InvariantCulture));
                await worker.StandardInput.FlushAsync();
                if (await ReadAsync(worker, seed) is not { } result)
                {
                    results.Enqueue(WorldResult.Broken(seed, $"the process ended with exit code {worker.ExitCode}"));
                    break;
                }
                results.Enqueue(result);
            }
            worker.StandardInput.Close();
            await worker.WaitForExitAsync();
        }
    }

    /// <summary>Passes on what a world says, up to its result; null when the process is gone.</summary>
    private static async Task<WorldResult?> ReadAsync(Process worker, int seed)
    {
        List<string> said = [];
        while (await worker.StandardOutput.ReadLineAsync() is { } line)
        {
            if (WorldResult.TryParse(line, out var result))
            {
                if (said.Count > 0) Console.WriteLine($"seed {seed}, the last that happened:\n{string.Join('\n', said)}");
                Console.WriteLine(line);
                return result;
            }
            said.Add(line);
        }
        await worker.WaitForExitAsync();
        Console.WriteLine($"seed {seed}, the last that was said:\n{string.Join('\n', said)}");
        return null;
    }

    private static Process Start(string[] arguments)
    {
        var start = new ProcessStartInfo(Environment.ProcessPath!, arguments) { RedirectStandardInput = true, RedirectStandardOutput = true };
        start.Environment[WorkerVariable] = "1";
        start.Environment["DOTNET_PROCESSOR_COUNT"] = "1";
        return Process.Start(start) ?? throw new InvalidOperationException("no process could be started");
    }
}
