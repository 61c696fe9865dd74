using System.Collections.Concurrent;
using Microsoft.Extensions.Logging;

namespace Plenum.Gateway.Supervision;

/// <summary>Keeps the gateway's parts running: restarts one that fails, gives up when that does not help, and has the process ended when one is stuck.</summary>
/// <remarks>A part that fails does not touch the others. When one has failed four times within a minute, all are stopped in order and <see cref="Completion"/>
/// says <see cref="ExitCode.PartFailed"/>: whoever restarts the process starts from a clean state.</remarks>
public sealed class Supervisor : IAsyncDisposable
{
    private readonly SupervisorOptions _options;
    private readonly TimeProvider _time;
    private readonly ILogger _logger;
    private readonly Action<ExitReason> _endProcess;
    private readonly Watchdog _watchdog;
    private readonly ConcurrentDictionary<string, Part> _parts = new(StringComparer.Ordinal);
    private readonly TaskCompletionSource<ExitReason> _completion = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly Lock _gate = new();
    private bool _ending;

    /// <summary>A supervisor without parts; its watchdog runs.</summary>
    /// <param name="options">Its times.</param>
    /// <param name="time">The clock.</param>
    /// <param name="logger">Told of every change of a part, once.</param>
    /// <param name="endProcess">Ends the process at once, with the reason's exit code: called on the watchdog's thread when a part is stuck, since nothing then can be trusted to stop in order.</param>
    public Supervisor(SupervisorOptions options, TimeProvider time, ILogger<Supervisor> logger, Action<ExitReason> endProcess)
    {
        (_options, _time, _logger, _endProcess) = (options, time, logger, endProcess);
        _watchdog = new(() => _parts.Values, Found, options, time);
    }

    /// <summary>Completes when all has ended: with <see cref="StopAsync()"/>, or when a part failed or is stuck. Never faults.</summary>
    public Task<ExitReason> Completion => _completion.Task;

    /// <summary>How everything is now.</summary>
    public HealthBoard Health => new([.. _parts.Values.Select(part => part.Health).OrderBy(part => part.Name, StringComparer.Ordinal)]);

    /// <summary>The watchdog, which tests tell when to look.</summary>
    internal Watchdog Watchdog => _watchdog;

    /// <summary>Starts a part and keeps it running.</summary>
    /// <param name="name">What people call it; one part has a name at a time.</param>
    /// <param name="run">The part. It runs until it is cancelled; if it throws, or returns before, it has failed. It beats as <see cref="PartContext"/> says.</param>
    /// <param name="allowedSilence">The silence at which it counts as stuck; the options' by default.</param>
    /// <exception cref="ArgumentException">The name is taken.</exception>
    /// <exception cref="InvalidOperationException">Everything is being stopped.</exception>
    public Part Start(string name, Func<PartContext, CancellationToken, Task> run, TimeSpan? allowedSilence = null)
    {
        lock (_gate)
        {
            if (_ending) throw new InvalidOperationException($"The part '{name}' cannot be started: all parts are being stopped.");
            if (_parts.ContainsKey(name)) throw new ArgumentException($"A part '{name}' runs already.", nameof(name));
            return _parts[name] = new(name, allowedSilence ?? _options.AllowedSilence, run, Escalate, _time, _logger);
        }
    }

    /// <summary>Stops one part, waits until it has ended, but not longer than the options allow, and takes it off the board if it has.</summary>
    public async Task StopAsync(Part part)
    {
        await part.CancelAsync().ConfigureAwait(false);
        if (await HaveEndedAsync([part]).ConfigureAwait(false)) _parts.TryRemove(new(part.Name, part));
    }

    /// <summary>Stops all parts, and waits until they have ended, but not longer than the options allow.</summary>
    public Task StopAsync() => EndAsync(new(ExitCode.Stopped, "Stopped as asked."));

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        await StopAsync().ConfigureAwait(false);
        _watchdog.Dispose();
    }

    private void Escalate(Part part, Exception failure)
    {
        _ = EndAsync(new(ExitCode.PartFailed, $"The part '{part.Name}' failed again and again, at last with: {failure.Message}"));
    }

    private async Task EndAsync(ExitReason reason)
    {
        bool first;
        lock (_gate) (first, _ending) = (!_ending, true);
        if (first)
        {
            await StopPartsAsync().ConfigureAwait(false);
            _completion.TrySetResult(reason);
        }
        await _completion.Task.ConfigureAwait(false);
    }

    private async Task StopPartsAsync()
    {
        var parts = _parts.Values.ToArray();
        foreach (var part in parts)
        {
            await part.CancelAsync().ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
        await HaveEndedAsync(parts).ConfigureAwait(false);
    }

    /// <summary>Waits until parts that were cancelled have ended, but not longer than the options allow.</summary>
    /// <returns>Whether they have.</returns>
    private async Task<bool> HaveEndedAsync(Part[] parts)
    {
        using var soon = new CancellationTokenSource();
        var allEnded = Task.WhenAll(parts.Select(part => part.Ended));
        await Task.WhenAny(allEnded, Task.Delay(_options.StopAllowance, _time, soon.Token)).ConfigureAwait(false);
        await soon.CancelAsync().ConfigureAwait(false);
        foreach (var late in parts.Where(part => !part.Ended.IsCompleted)) Log.PartDidNotStop(_logger, late.Name, _options.StopAllowance);
        return allEnded.IsCompleted;
    }

    private void Found(PartFinding finding)
    {
        var part = finding.Part;
        if (finding.IsStuck) EndStuck(part);
        else Aside(() => part.News.IsSilent(finding.Level, finding.Silent, part.AllowedSilence));
    }

    /// <summary>Does what may itself be what hangs, such as the log, without the watchdog waiting for it for longer than two seconds.</summary>
    private static void Aside(Action act)
    {
        var aside = new Thread(() => act()) { IsBackground = true };
        aside.Start();
        aside.Join(TimeSpan.FromSeconds(2));
    }

    /// <summary>Says why and ends the process.</summary>
    private void EndStuck(Part part)
    {
        var reason = new ExitReason(ExitCode.PartStuck, $"The part '{part.Name}' is stuck: no sign of progress for {part.AllowedSilence.TotalSeconds:0} s.");
        Aside(() => part.News.Stuck(part.AllowedSilence));
        _completion.TrySetResult(reason);
        _endProcess(reason);
    }
}
