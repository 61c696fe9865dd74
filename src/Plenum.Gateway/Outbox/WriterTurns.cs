using System.Diagnostics.CodeAnalysis;

namespace Plenum.Gateway.Outbox;

/// <summary>Gives the outbox's writer its turns, one after the other and never two at a time.</summary>
internal interface IWriterTurns
{
    /// <summary>Begins: each <see cref="Wake"/> is followed by a turn.</summary>
    /// <param name="turn">Does what there is to do; returns false when it was the last turn.</param>
    void Start(Func<bool> turn);

    /// <summary>Asks for a turn; several requests before it are one. From any thread.</summary>
    void Wake();
}

/// <summary>A thread of its own: a disk that takes seconds holds up no other work of the process.</summary>
[SuppressMessage("Design", "CA1001", Justification = "An event without a wait handle holds nothing that needs disposal.")]
internal sealed class WriterThread : IWriterTurns
{
    private readonly ManualResetEventSlim _work = new();

    /// <inheritdoc/>
    public void Start(Func<bool> turn) => new Thread(() => Run(turn)) { Name = "outbox writer", IsBackground = true }.Start();

    /// <inheritdoc/>
    public void Wake() => _work.Set();

    private void Run(Func<bool> turn)
    {
        do
        {
            _work.Wait();
            _work.Reset();
        }
        while (turn());
    }
}
