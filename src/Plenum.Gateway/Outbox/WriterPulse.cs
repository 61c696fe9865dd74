using System.Runtime.ExceptionServices;

namespace Plenum.Gateway.Outbox;

/// <summary>The sign of life of the outbox's writer: what it does is noted by the writer, and looked at by whoever supervises it.</summary>
/// <remarks>Stuck is not slow: a writer that is at work and finishes a group now and then is slow; one that is at work on the same group from look to look gives no beat.</remarks>
internal sealed class WriterPulse(TimeProvider time)
{
    private static readonly TimeSpan LookPeriod = TimeSpan.FromSeconds(2);

    private TaskCompletionSource<Exception> _mistake = NewMistake();
    private long _steps;
    private volatile bool _isAtWork;

    /// <summary>The writer begins a turn, or ends it.</summary>
    public bool IsAtWork
    {
        set => _isAtWork = value;
    }

    /// <summary>A group is done with, well or not.</summary>
    public void Step() => Interlocked.Increment(ref _steps);

    /// <summary>The writer failed as it should not.</summary>
    public void Failed(Exception mistake) => Volatile.Read(ref _mistake).TrySetResult(mistake);

    /// <summary>Beats as long as the writer does; throws what it failed with.</summary>
    public async Task WatchAsync(Action beat, CancellationToken cancel)
    {
        for (long seen = -1; ;)
        {
            var steps = Interlocked.Read(ref _steps);
            if (!_isAtWork || steps != seen) beat();
            seen = steps;
            var mistake = Volatile.Read(ref _mistake).Task;
            await Task.WhenAny(mistake, Task.Delay(LookPeriod, time, cancel)).ConfigureAwait(false);
            cancel.ThrowIfCancellationRequested();
            if (!mistake.IsCompleted) continue;
            Volatile.Write(ref _mistake, NewMistake());
            ExceptionDispatchInfo.Throw(await mistake.ConfigureAwait(false));
        }
    }

    private static TaskCompletionSource<Exception> NewMistake() => new(TaskCreationOptions.RunContinuationsAsynchronously);
}
