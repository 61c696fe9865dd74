using System.Collections.Concurrent;
using System.Diagnostics.Metrics;
using Microsoft.Extensions.Time.Testing;
using Plenum.Gateway.Supervision;
using Plenum.Gateway.Tests.Support;

namespace Plenum.Gateway.Tests.Supervision;

/// <summary>Every change of a part is one line of the log and one count of a metric, with the same part.</summary>
public sealed class PartMetricsTests : IAsyncDisposable
{
    private readonly string _name = $"part {Guid.NewGuid():N}"; // the meter is that of the process, in which other tests run
    private readonly FakeTimeProvider _time = new();
    private readonly LogRecorder<Supervisor> _log = new();
    private readonly ConcurrentQueue<string> _transitions = [];
    private readonly MeterListener _listener = new();
    private readonly Supervisor _supervisor;
    private long _restarts;

    public PartMetricsTests()
    {
        _supervisor = new(new SupervisorOptions { HasWatchThread = false }, _time, _log, _ => { });
        _listener.InstrumentPublished = (instrument, listener) =>
        {
            if (instrument.Meter.Name == "Plenum") listener.EnableMeasurementEvents(instrument);
        };
        _listener.SetMeasurementEventCallback<long>((instrument, count, tags, _) => Take(instrument.Name, count, tags.ToArray().ToDictionary(tag => tag.Key, tag => (string)tag.Value!)));
        _listener.Start();
    }

    public async ValueTask DisposeAsync()
    {
        await _supervisor.DisposeAsync();
        _listener.Dispose();
    }

    [Fact]
    public async Task A_part_that_fails_comes_back_turns_yellow_and_is_stopped_is_told_step_by_step()
    {
        var runs = 0;
        var part = _supervisor.Start(_name, async (context, stop) =>
        {
            context.Beat();
            if (++runs == 1) throw new InvalidOperationException("once");
            context.Report(HealthLevel.Yellow, "slow");
            context.Report(HealthLevel.Yellow, "still slow");
            context.Report(HealthLevel.Ok);
            await Task.Delay(Timeout.Infinite, stop);
        });
        await Wait.UntilAsync(() =>
        {
            _time.Advance(TimeSpan.FromMilliseconds(100));
            return _transitions.Contains("ok");
        });
        await _supervisor.StopAsync(part);

        Assert.Equal(["running", "restarting", "running", "yellow", "ok", "stopped"], _transitions);
        Assert.Equal([4411, 4400, 4411, 4406, 4405, 4412], _log.Entries.Select(entry => entry.Id));
        Assert.Equal(1, _restarts);
    }

    [Fact]
    public async Task A_part_that_falls_silent_is_told_by_colour_and_then_as_stuck()
    {
        var part = _supervisor.Start(_name, (context, stop) =>
        {
            context.Beat();
            return Task.Delay(Timeout.Infinite, stop);
        });
        await Wait.UntilAsync(() => part.Health.State == PartState.Running);
        for (var second = 0; second <= 61; second++)
        {
            _supervisor.Watchdog.Look();
            _time.Advance(TimeSpan.FromSeconds(1));
        }

        Assert.Equal(["running", "yellow", "red", "stuck"], _transitions);
        Assert.Equal([4411, 4408, 4409, 4402], _log.Entries.Select(entry => entry.Id));
    }

    private void Take(string metric, long count, Dictionary<string, string> tags)
    {
        if (tags["part"] != _name) return;
        if (metric == "plenum.part.restarts") Interlocked.Add(ref _restarts, count);
        else if (metric == "plenum.part.transitions") _transitions.Enqueue(tags["state"]);
    }
}
