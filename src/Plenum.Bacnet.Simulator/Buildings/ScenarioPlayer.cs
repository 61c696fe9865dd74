using Plenum.Bacnet.Simulator.Faults;

namespace Plenum.Bacnet.Simulator.Buildings;

/// <summary>Lets the steps of a scenario come true in their time.</summary>
internal sealed class ScenarioPlayer : IDisposable
{
    private readonly IReadOnlyList<ScenarioStep> _steps;
    private readonly IReadOnlyList<Controller> _controllers;
    private readonly TimeProvider _time;
    private readonly Lock _gate = new();
    private readonly ITimer _timer;
    private long _started;
    private int _next;

    public ScenarioPlayer(IReadOnlyList<ScenarioStep> steps, IReadOnlyList<Controller> controllers, TimeProvider time)
    {
        (_steps, _controllers, _time) = ([.. steps.OrderBy(step => step.At)], controllers, time);
        using (ExecutionContext.SuppressFlow())
            _timer = time.CreateTimer(static self => ((ScenarioPlayer)self!).Advance(), this, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
    }

    public void Start()
    {
        _started = _time.GetTimestamp();
        Advance();
    }

    public void Dispose()
    {
        lock (_gate) _next = _steps.Count;
        _timer.Dispose();
    }

    /// <summary>Does what is due by the clock, and sets the timer to what comes next.</summary>
    private void Advance()
    {
        lock (_gate)
        {
            for (; _next < _steps.Count; _next++)
            {
                var wait = _steps[_next].At - _time.GetElapsedTime(_started);
                if (wait > TimeSpan.Zero)
                {
                    _timer.Change(TimeSpan.FromMilliseconds(Math.Ceiling(wait.TotalMilliseconds)), Timeout.InfiniteTimeSpan);
                    return;
                }
                Play(_steps[_next]);
            }
        }
    }

    private void Play(ScenarioStep step)
    {
        foreach (var controller in _controllers)
        {
            if (!step.Devices.Contains(controller.Device.Instance)) continue;
            controller.Faults = step.Change.ApplyTo(controller.Faults);
            if (step.Change.Restart is { } downFor) controller.Restart(downFor);
        }
    }
}
