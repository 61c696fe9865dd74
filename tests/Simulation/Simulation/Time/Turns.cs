using System.Globalization;
using Plenum.Gateway.Outbox;

namespace Plenum.Simulation.Time;

/// <summary>Lets everything run on one thread, and time go on only when there is nothing left to run: what happens then depends on the seed alone.</summary>
/// <remarks>The runtime's own pool, with one thread in it, is the scheduler: code under test awaits and queues as it always does. The pool takes what its
/// thread has queued first, then what came from elsewhere in its order, so that this item, which queues itself again and again, runs when all else has.</remarks>
internal sealed class Turns(VirtualClock clock, TimeSpan end) : IThreadPoolWorkItem, IDisposable
{
    private readonly ManualResetEventSlim _over = new();
    private Exception? _failure;

    /// <summary>Whether this process can do it.</summary>
    public static bool HasOneThread => Environment.ProcessorCount == 1 && ThreadPool.SetMinThreads(1, 1) && ThreadPool.SetMaxThreads(1, 1);

    /// <summary>Timers that went off.</summary>
    public long Taken { get; private set; }

    /// <summary>Asked after every timer whether there is a reason to end before the end.</summary>
    public Func<bool> IsOver { get; init; } = static () => false;

    /// <summary>Runs the world to its end.</summary>
    /// <param name="begin">What happens first, on that one thread.</param>
    /// <param name="patience">The real time after which it counts as hung.</param>
    public void Run(Action begin, TimeSpan patience)
    {
        ThreadPool.UnsafeQueueUserWorkItem(_ =>
        {
            Guard(begin);
            ThreadPool.UnsafeQueueUserWorkItem(this, preferLocal: false);
        }, null);
        if (!_over.Wait(patience)) throw new TimeoutException(string.Create(CultureInfo.InvariantCulture, $"the world stands still at {clock.Now} after {patience.TotalSeconds:0} s: something runs without an end"));
        if (_failure is not null) throw new InvalidOperationException($"{_failure.GetType().Name} at {clock.Now}: {_failure.Message}", _failure);
    }

    /// <inheritdoc/>
    public void Dispose() => _over.Dispose();

    /// <inheritdoc/>
    public void Execute()
    {
        if (ThreadPool.PendingWorkItemCount == 0) Guard(Advance);
        if (!_over.IsSet) ThreadPool.UnsafeQueueUserWorkItem(this, preferLocal: false);
    }

    private void Advance()
    {
        Taken++;
        if (!clock.TryAdvance(end) || IsOver()) _over.Set();
    }

    private void Guard(Action act)
    {
        try
        {
            act();
        }
        catch (Exception failure)
        {
            _failure = failure;
            _over.Set();
        }
    }
}

/// <summary>The outbox writer's turns, on the one thread.</summary>
internal sealed class PooledTurns(ProcessTime process) : IWriterTurns
{
    private Func<bool>? _turn;
    private bool _isQueued;

    /// <inheritdoc/>
    public void Start(Func<bool> turn) => _turn = turn;

    /// <inheritdoc/>
    public void Wake()
    {
        if (_isQueued || _turn is null) return;
        _isQueued = true;
        ThreadPool.UnsafeQueueUserWorkItem(_ => Take(), null);
    }

    private void Take()
    {
        _isQueued = false;
        if (!process.IsDead && !_turn!()) _turn = null;
    }
}
