namespace Plenum.Gateway.Supervision;

/// <summary>What a part knows of its supervisor.</summary>
/// <remarks>
/// Stuck is not slow. A part beats whenever it makes progress (a request answered, a message stored, a round of its loop done, even one that
/// failed) and while it waits on purpose (for the next poll, for a message, for a back-off to end: <see cref="IdleAsync"/>). A part that does neither
/// for its allowed silence hangs: nothing inside it will end that, and so the watchdog ends the process. Before that it is yellow from half of that time on, and red from three quarters.
/// </remarks>
public sealed class PartContext
{
    private readonly TimeProvider _time;
    private readonly PartNews _news;
    private readonly TimeSpan _idleBeat;
    private readonly Lock _gate = new();
    private PartStatus _status;
    private long _beat;

    internal PartContext(string name, TimeSpan allowedSilence, TimeProvider time, PartNews news) =>
        (Name, _idleBeat, _time, _news) = (name, allowedSilence / 4, time, news);

    /// <summary>The part's name.</summary>
    public string Name { get; }

    /// <summary>The timestamp of the last beat; 0 before the first one of a run.</summary>
    internal long LastBeat => Volatile.Read(ref _beat);

    /// <summary>What the part last said about itself.</summary>
    internal PartStatus Status
    {
        get
        {
            lock (_gate) return _status;
        }
    }

    /// <summary>Shows progress. As cheap as reading the clock: call it freely.</summary>
    public void Beat() => Volatile.Write(ref _beat, _time.GetTimestamp());

    /// <summary>Waits on purpose, however long it takes: beats until the task is done.</summary>
    public async Task IdleAsync(Task task)
    {
        Beat();
        var beating = _time.CreateTimer(_ => Beat(), null, _idleBeat, _idleBeat);
        await using (beating.ConfigureAwait(false)) await task.ConfigureAwait(false);
        Beat();
    }

    /// <summary>Says how the part is, for people. It is logged when the level changes.</summary>
    /// <param name="level">Its colour.</param>
    /// <param name="reason">Why it is not <see cref="HealthLevel.Ok"/>, with the cure; or what it is doing.</param>
    public void Report(HealthLevel level, string? reason = null)
    {
        HealthLevel before;
        lock (_gate) (before, _status) = (_status.Level, new(level, reason));
        if (level != before) _news.Says(level, reason);
    }

    /// <summary>Begins a run: neither beats nor reports of the last one count.</summary>
    internal void Begin()
    {
        Volatile.Write(ref _beat, 0);
        lock (_gate) _status = default;
    }
}
