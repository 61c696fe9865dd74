namespace Plenum.Gateway.Supervision;

/// <summary>How long a part has been silent, as its watchdog saw it.</summary>
/// <remarks>Time in which the watchdog itself did not look counts little: a process that was paused as a whole (a container, a virtual machine, a debugger) is not stuck.</remarks>
/// <param name="allowed">The silence at which the part counts as stuck.</param>
internal sealed class Silence(TimeSpan allowed)
{
    private long _beat;
    private TimeSpan _silent;

    /// <summary>How long it has been silent, as of the last look.</summary>
    public TimeSpan Length => _silent;

    /// <summary>The colour of the silence: yellow from half of what is allowed, red from three quarters.</summary>
    public HealthLevel Level => _silent * 4 >= allowed * 3 ? HealthLevel.Red : _silent * 2 >= allowed ? HealthLevel.Yellow : HealthLevel.Ok;

    /// <summary>Takes what a look at the part showed.</summary>
    /// <param name="beat">Its last beat.</param>
    /// <param name="sinceLastLook">How long ago the last look was.</param>
    /// <param name="period">How long ago it should have been.</param>
    /// <returns>Whether the part is stuck.</returns>
    public bool Observe(long beat, TimeSpan sinceLastLook, TimeSpan period)
    {
        _silent = beat == _beat ? _silent + (sinceLastLook < 2 * period ? sinceLastLook : period) : TimeSpan.Zero;
        _beat = beat;
        return _silent >= allowed;
    }

    /// <summary>Begins to listen anew.</summary>
    public void Reset() => (_beat, _silent) = (0, TimeSpan.Zero);
}
