using Plenum.Fuzz.Targets;

namespace Plenum.Fuzz.Engine;

/// <summary>One target tried for a while: an input that takes a new branch joins the corpus, and others are made of it.</summary>
internal sealed class Campaign(Target target, Random random, Coverage coverage, Action<byte[]> beforeEach)
{
    private readonly List<byte[]> _corpus = [];
    private readonly Mutator _mutator = new(random, target.MostOctets);

    /// <summary>The inputs that took new branches.</summary>
    public IReadOnlyList<byte[]> Corpus => _corpus;

    /// <summary>How many inputs were tried.</summary>
    public long Tried { get; private set; }

    /// <summary>Tries the seeds, then what can be made of them, until it is told to end or something is found.</summary>
    /// <param name="seeds">What is known already.</param>
    /// <param name="strangers">Inputs of other targets; pieces of them are put in.</param>
    /// <param name="goesOn">Asked before each new input.</param>
    public Finding? Run(IEnumerable<byte[]> seeds, IReadOnlyList<byte[]> strangers, Func<bool> goesOn)
    {
        coverage.Forget();
        foreach (var seed in seeds.Prepend([]))
            if (Try(seed) is { } finding) return finding;
        while (goesOn())
            if (Try(Make(strangers)) is { } finding) return finding;
        return null;
    }

    private byte[] Make(IReadOnlyList<byte[]> strangers)
    {
        var input = _mutator.Next(Pick(), PickOther(strangers));
        if (target.Mend is { } mend && random.Next(16) != 0) mend(input);
        return input;
    }

    private Finding? Try(byte[] input)
    {
        Tried++;
        beforeEach(input);
        coverage.Begin();
        if (Trial.Of(target, input) is { } finding) return finding;
        if (coverage.Learn()) _corpus.Add(input);
        return null;
    }

    /// <summary>Half of the time one of the newest, which have been tried the least.</summary>
    private byte[] Pick() => _corpus.Count == 0 ? []
        : random.Next(2) == 0 ? _corpus[^(1 + random.Next(Math.Min(_corpus.Count, 8)))]
        : _corpus[random.Next(_corpus.Count)];

    private byte[] PickOther(IReadOnlyList<byte[]> strangers) =>
        strangers.Count > 0 && random.Next(4) == 0 ? strangers[random.Next(strangers.Count)] : Pick();
}
