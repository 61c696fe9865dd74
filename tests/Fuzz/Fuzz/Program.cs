using Plenum.Fuzz;
using Plenum.Fuzz.Corpus;
using Plenum.Fuzz.Engine;
using Plenum.Fuzz.Targets;

try
{
    var options = Options.Parse(args);
    return options.Command switch
    {
        "run" => Supervisor.Run(options),
        "worker" => Worker.Run(options),
        "replay" when options.Operands.Count == 2 => Replay(options.Operands[0], options.Operands[1]),
        "corpus" => ReplayCorpus(new CorpusFiles(options.Corpus)),
        "list" => List(),
        _ => Explain(Options.Usage),
    };
}
catch (FormatException wrong)
{
    return Explain($"{wrong.Message}\n{Options.Usage}");
}

static int Replay(string name, string file)
{
    if (AllTargets.Find(name) is not { } target) return Explain($"there is no target {name}; the command list names them");
    if (Trial.Of(target, File.ReadAllBytes(file)) is not { } finding)
    {
        Console.WriteLine($"{name}: nothing is wrong with it.");
        return 0;
    }
    Console.WriteLine($"{name}: {finding.Reason}");
    return 1;
}

static int ReplayCorpus(CorpusFiles files)
{
    var (tried, found) = (0, 0);
    foreach (var target in AllTargets.List)
    {
        foreach (var input in files.Of(target.Name))
        {
            tried++;
            if (Trial.Of(target, input) is not { } finding) continue;
            found++;
            Console.WriteLine($"{target.Name}: {finding.Reason}\n{Convert.ToHexString(input)}");
        }
    }
    Console.WriteLine($"{tried} kept inputs, {found} of them break a promise");
    return found == 0 ? 0 : 1;
}

static int List()
{
    foreach (var target in AllTargets.List) Console.WriteLine(target.Name);
    return 0;
}

static int Explain(string text)
{
    Console.Error.WriteLine(text);
    return 2;
}
