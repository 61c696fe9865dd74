namespace Plenum.Bacnet.Protocol.Transactions;

/// <summary>How many requests a device may have in flight: one, until it has shown that it can take more; fewer again when it falls silent.</summary>
/// <remarks>Additive increase, multiplicative decrease. Many controllers have a single buffer and lose what comes second.</remarks>
public sealed class RequestWindow(int most)
{
    private const int AnswersPerStep = 16;

    private int _answers;

    /// <summary>Requests that may be in flight now, 1 to the most allowed.</summary>
    public int Size { get; private set; } = 1;

    /// <summary>An answer came to the first try; <paramref name="wasFull"/> when more were waiting to be sent.</summary>
    public void OnAnswer(bool wasFull)
    {
        if (!wasFull || Size >= most || ++_answers < AnswersPerStep * Size) return;
        Size++;
        _answers = 0;
    }

    /// <summary>A try was not answered in time.</summary>
    public void OnSilence()
    {
        Size = Math.Max(1, Size / 2);
        _answers = 0;
    }
}
