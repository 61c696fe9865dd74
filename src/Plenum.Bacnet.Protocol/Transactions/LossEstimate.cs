namespace Plenum.Bacnet.Protocol.Transactions;

/// <summary>Which share of the tries to a device goes unanswered: what silence is held against before more is concluded from it than chance.</summary>
/// <remarks>Counted over requests that were answered in the end, the latest ones above all. Before there are any, three of five tries are taken to be lost.</remarks>
public sealed class LossEstimate
{
    private const double Memory = 64;

    private double _lost = 3;
    private double _tries = 5;

    /// <summary>The share, above 0 and below 1.</summary>
    public double Share => _lost / _tries;

    /// <summary>A request was answered after so many tries.</summary>
    public void OnAnswer(int tries)
    {
        _lost += tries - 1;
        _tries += tries;
        if (_tries <= Memory) return;
        _lost /= 2;
        _tries /= 2;
    }

    /// <summary>How many tries without an answer are no chance any more.</summary>
    /// <param name="chance">The probability below which chance is ruled out, above 0 and below 1.</param>
    public int Enough(double chance) => (int)Math.Ceiling(Math.Log(chance) / Math.Log(Share));

    /// <summary>How probable it is that so many tries go unanswered by chance alone.</summary>
    public double Chance(int silentTries) => Math.Pow(Share, silentTries);
}
