using Plenum.Fuzz.Targets;

namespace Plenum.Fuzz.Engine;

/// <summary>Makes a corpus small: the shortest inputs that together take every branch, each without the octets that it does not need.</summary>
internal sealed class Minimizer(Target target, Coverage coverage, Action<byte[]> beforeEach)
{
    public IReadOnlyList<byte[]> Minimize(IEnumerable<byte[]> corpus) => Needed(Needed(corpus).Select(Shorten).ToList());

    /// <summary>An input without each piece that can be left out while it takes the same branches.</summary>
    public byte[] Shorten(byte[] input)
    {
        if (!Runs(input)) return input;
        var wanted = coverage.Signature();
        for (var size = Math.Max(1, input.Length / 2); size > 0; size /= 2)
        {
            for (var at = 0; at + size <= input.Length;)
            {
                byte[] without = [.. input[..at], .. input[(at + size)..]];
                if (Runs(without) && coverage.Signature() == wanted) input = without;
                else at += size;
            }
        }
        return input;
    }

    private List<byte[]> Needed(IEnumerable<byte[]> corpus)
    {
        coverage.Forget();
        return [.. corpus.OrderBy(input => input.Length).Where(input => Runs(input) && coverage.Learn(counts: false))];
    }

    private bool Runs(byte[] input)
    {
        beforeEach(input);
        coverage.Begin();
        return Trial.Of(target, input) is null;
    }
}
