using System.Diagnostics.CodeAnalysis;
using Microsoft.Extensions.Logging;

namespace Plenum.Gateway.Supervision;

/// <summary>One supervised part: runs it, and runs it again when it fails.</summary>
[SuppressMessage("Design", "CA1001", Justification = "A token source without a timer and without links holds nothing that needs disposal.")]
public sealed class Part
{
    private readonly Func<PartContext, CancellationToken, Task> _run;
    private readonly Action<Part, Exception> _escalate;
    private readonly TimeProvider _time;
    private readonly ILogger _logger;
    private readonly PartNews _news;
    private readonly PartContext _context;
    private readonly Silence _silence;
    private readonly RestartBudget _budget = new();
    private readonly CancellationTokenSource _stop = new();
    private readonly Lock _gate = new();
    private readonly Task _ended;
    private PartState _state;
    private DateTimeOffset _since;
    private long _restarts;
    private string? _lastError;

    internal Part(string name, TimeSpan allowedSilence, Func<PartContext, CancellationToken, Task> run, Action<Part, Exception> escalate, TimeProvider time, ILogger logger)
    {
        (_run, _escalate, _time, _logger) = (run, escalate, time, logger);
        (Name, AllowedSilence, _silence, _news) = (name, allowedSilence, new(allowedSilence), new(name, logger));
        _context = new(name, allowedSilence, time, _news);
        Enter(PartState.Running);
        _ended = Task.Run(SuperviseAsync);
    }

    /// <summary>What people call it.</summary>
    public string Name { get; }

    /// <summary>How long it may be silent before it counts as stuck.</summary>
    public TimeSpan AllowedSilence { get; }

    /// <summary>Completes when it has ended: stopped, or failed for good. Never faults.</summary>
    public Task Ended => _ended;

    /// <summary>How it is now.</summary>
    public PartHealth Health
    {
        get
        {
            var beat = _context.LastBeat;
            DateTimeOffset? lastBeat = beat == 0 ? null : _time.GetUtcNow() - _time.GetElapsedTime(beat);
            lock (_gate)
            {
                var state = _state == PartState.Running && beat == 0 ? PartState.Starting : _state;
                return new(Name, state, _since, lastBeat, _restarts, _lastError, Status);
            }
        }
    }

    /// <summary>Tells its changes.</summary>
    internal PartNews News => _news;

    /// <summary>What it says of itself, or its silence, whichever is worse.</summary>
    private PartStatus Status
    {
        get
        {
            var (said, silence) = (_context.Status, _silence.Level);
            return silence <= said.Level ? said
                : new(silence, $"no sign of progress for {_silence.Length.TotalSeconds:0} s; at {AllowedSilence.TotalSeconds:0} s the process is ended, so that it begins afresh");
        }
    }

    /// <summary>Asks it to stop.</summary>
    internal Task CancelAsync() => _stop.CancelAsync();

    /// <summary>A look of the watchdog.</summary>
    /// <returns>What has just been found; null if nothing has changed.</returns>
    internal PartFinding? Look(TimeSpan sinceLastLook, TimeSpan period)
    {
        lock (_gate)
        {
            if (_state != PartState.Running) return null;
            var before = _silence.Level;
            var isStuck = _silence.Observe(_context.LastBeat, sinceLastLook, period);
            if (isStuck) Enter(PartState.Stuck);
            return isStuck || _silence.Level != before ? new(this, isStuck, _silence.Level, _silence.Length) : null;
        }
    }

    private async Task SuperviseAsync()
    {
        while (true)
        {
            _news.Runs();
            var failure = await RunOnceAsync().ConfigureAwait(false);
            if (failure is null) break;
            if (_budget.Take(_time.GetElapsedTime(0)) is not { } delay)
            {
                Enter(PartState.Failed, failure);
                _news.Failed(failure);
                _escalate(this, failure);
                return;
            }
            // The delay runs before the state says so: whoever sees the state may count on it.
            var pause = Task.Delay(delay, _time, _stop.Token);
            Enter(PartState.Restarting, failure);
            _news.Restarts(failure, delay);
            await pause.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            if (_stop.IsCancellationRequested) break;
            Enter(PartState.Running);
        }
        if (Enter(PartState.Stopped)) _news.Stopped();
    }

    /// <summary>Runs the part until it ends.</summary>
    /// <returns>Why it failed; null when it was asked to stop.</returns>
    private async Task<Exception?> RunOnceAsync()
    {
        try
        {
            await _run(_context, _stop.Token).ConfigureAwait(false);
            return _stop.IsCancellationRequested ? null : new InvalidOperationException("it ended although nobody had asked it to");
        }
        catch (OperationCanceledException) when (_stop.IsCancellationRequested)
        {
            return null;
        }
        catch (Exception failure)
        {
            if (!_stop.IsCancellationRequested) return failure;
            Log.PartFailedToStop(_logger, failure, Name);
            return null;
        }
    }

    /// <returns>Whether it has: what was stuck and moves again has been given up already.</returns>
    private bool Enter(PartState state, Exception? failure = null)
    {
        lock (_gate)
        {
            if (_state == PartState.Stuck) return false;
            (_state, _since) = (state, _time.GetUtcNow());
            _lastError = failure?.Message ?? _lastError;
            if (state == PartState.Restarting) _restarts++;
            if (state != PartState.Running) return true;
            _context.Begin();
            _silence.Reset();
            return true;
        }
    }
}
