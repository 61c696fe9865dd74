using System.Diagnostics;
using System.Globalization;
using Plenum.Fuzz.Corpus;
using Plenum.Fuzz.Engine;
using Plenum.Fuzz.Targets;

namespace Plenum.Fuzz;

/// <summary>The process that tries inputs. It may die of one: then it is the supervisor that finds out, and that starts another for the targets that are left.</summary>
internal static class Worker
{
    /// <summary>The exit code of a process that an input kept busy without an end.</summary>
    public const int Hung = 77;

    /// <summary>The exit code when an input broke a promise.</summary>
    public const int Found = 1;

    /// <summary>How many inputs of other targets a target begins with; all of them would take longer than its time.</summary>
    private const int MostStrangers = 500;

    private static readonly TimeSpan MostPerInput = TimeSpan.FromSeconds(2);

    /// <summary>Tries targets, one after another. Operands: the file of the current input, the places of the targets, milliseconds for each.</summary>
    public static int Run(Options options)
    {
        var coverage = new Coverage();   // first of all: instrumented code needs it
        var places = options.Operands[1].Split(',').Select(place => int.Parse(place, CultureInfo.InvariantCulture)).ToList();
        var budget = TimeSpan.FromMilliseconds(int.Parse(options.Operands[2], CultureInfo.InvariantCulture));
        using var current = new CurrentInput(options.Operands[0]);
        new Watchdog(current, MostPerInput, () => Environment.Exit(Hung)).Start();
        var files = new CorpusFiles(options.Corpus);
        var pool = files.Targets.SelectMany(files.Of).ToList();
        var found = places.Count(place => !Try(place, budget, pool, coverage, current, files, options));
        return found == 0 ? 0 : Found;
    }

    private static bool Try(int place, TimeSpan budget, List<byte[]> pool, Coverage coverage, CurrentInput current, CorpusFiles files, Options options)
    {
        var target = AllTargets.List[place];
        void Note(byte[] input) => current.Set(place, input);
        var random = new Random(unchecked((options.Seed * 31) + place));
        var campaign = new Campaign(target, random, coverage, Note);
        var some = Enumerable.Range(0, Math.Min(MostStrangers, pool.Count)).Select(_ => pool[random.Next(pool.Count)]);
        var started = Stopwatch.GetTimestamp();
        var finding = campaign.Run(files.Of(target.Name).Concat(some), pool, () => Stopwatch.GetElapsedTime(started) < budget);
        Console.WriteLine($"{target.Name,-44} {campaign.Tried,10} inputs  {coverage.Branches,5} branches  {campaign.Corpus.Count,4} kept");
        if (finding is not null)
        {
            finding = finding with { Octets = Shorten(finding, target, Note) };
            Console.WriteLine(finding.Keep(options.Output));
        }
        else if (options.Keep)
        {
            files.Keep(target.Name, new Minimizer(target, coverage, Note).Minimize(campaign.Corpus));
        }
        return finding is null;
    }

    /// <summary>A finding without each octet that it does not need.</summary>
    private static byte[] Shorten(Finding finding, Target target, Action<byte[]> beforeEach)
    {
        var input = finding.Octets;
        for (var size = Math.Max(1, input.Length / 2); size > 0; size /= 2)
        {
            for (var at = 0; at + size <= input.Length;)
            {
                byte[] without = [.. input[..at], .. input[(at + size)..]];
                beforeEach(without);
                if (Trial.Of(target, without) is not null) input = without;
                else at += size;
            }
        }
        return input;
    }
}
