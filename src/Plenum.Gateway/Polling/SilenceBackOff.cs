namespace Plenum.Gateway.Polling;

/// <summary>How rarely a device that does not answer is asked: at its next poll still, then after twice the pause each time, up to five minutes. Never given up.</summary>
internal sealed class SilenceBackOff(TimeSpan period)
{
    private static readonly TimeSpan MostPause = TimeSpan.FromMinutes(5);

    private int _silentPolls;

    /// <summary>Whether the device counts as silent: it left two polls in a row without any answer.</summary>
    public bool IsSilent => _silentPolls >= 2;

    public void OnAnswer() => _silentPolls = 0;

    public void OnSilence() => _silentPolls = Math.Min(_silentPolls + 1, 32);

    /// <summary>How long to leave it alone before it is asked again.</summary>
    public TimeSpan Pause
    {
        get
        {
            if (!IsSilent) return TimeSpan.Zero;
            var least = period > MostPause ? period : MostPause;
            var pause = period * Math.Pow(2, _silentPolls - 2);
            return pause < least ? pause : least;
        }
    }
}
