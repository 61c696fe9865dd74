using Microsoft.Extensions.Logging;
using Plenum.Gateway.Outbox;
using Plenum.ThingsBoard.Payloads;
using Plenum.ThingsBoard.Session;

namespace Plenum.Gateway.Uplink;

/// <summary>Sends what is stored through one session, and deletes what is acknowledged. One task runs it; nothing here is shared.</summary>
/// <param name="memory">What the sessions before have learned of messages and server.</param>
internal sealed partial class SessionDrain(IGatewaySession session, Announcer announcer, IOutbox outbox, DrainMemory memory, UplinkFigures figures,
    UplinkOptions options, ILogger logger, TimeProvider time)
{
    private const int MostDeferred = 1000; // suspects kept in memory; with so many the server takes hardly anything
    private const string RefusedCode = "uplink-publish-refused", ThrottledCode = "uplink-throttled";
    private static readonly TimeSpan LongestSleep = TimeSpan.FromSeconds(10);

    private readonly Suspects _suspects = memory.Suspects;
    private readonly SendingTurns _turns = new(outbox, options.FreshFirst);
    private Packer _packer = new();
    private readonly Queue<Pack> _ready = new();
    private readonly Queue<(Pack Pack, Task Publish)> _inFlight = new(); // a server acknowledges in order (MQTT 5.0, 4.6)
    private readonly SortedDictionary<long, StoredMessage> _deferred = []; // suspects, by id
    private StoredMessage? _alone;
    private Task? _more, _devicesChanged;
    private bool _mustRewind;

    /// <summary>Whether the server has taken anything through this session.</summary>
    public bool HasDelivered { get; private set; }

    /// <summary>Called at every turn, at least every ten seconds.</summary>
    public required Action Beat { get; init; }

    private int PayloadLimit => Math.Min(session.Limits.PayloadBytes ?? options.MaxPayloadBytes, UplinkOptions.LargestPayloadBytes);

    private int Window => memory.Throttle.Narrow(session.Limits.InFlight ?? options.Window);

    private bool MaySend => !_mustRewind && memory.Throttle.Pause == TimeSpan.Zero;

    /// <summary>Sends until the session is lost, or until <paramref name="stop"/> and everything stored is sent.</summary>
    /// <param name="stop">No waiting for new messages any more.</param>
    /// <param name="abort">No waiting for anything any more.</param>
    /// <exception cref="SessionLostException">The session was lost.</exception>
    public async Task RunAsync(CancellationToken stop, CancellationToken abort)
    {
        if (outbox.Read(0, 1) is [var oldest]) _suspects.ForgetBefore(oldest.Id);
        while (true)
        {
            Beat();
            if (_mustRewind) await RewindAsync(abort).ConfigureAwait(false);
            await announcer.CatchUpAsync(Window, abort).ConfigureAwait(false);
            var hasSent = await SendStoredAsync(abort).ConfigureAwait(false);
            hasSent |= await SendSuspectAsync(abort).ConfigureAwait(false);
            if (hasSent) continue;
            if (stop.IsCancellationRequested && _inFlight.Count == 0) return;
            await SleepAsync(stop, abort).ConfigureAwait(false);
        }
    }

    /// <summary>Reads and sends the next messages; false if there are none.</summary>
    private async Task<bool> SendStoredAsync(CancellationToken abort)
    {
        if (!MaySend || _deferred.Count >= MostDeferred) return false;
        var (messages, isUrgent) = _turns.Next();
        foreach (var stored in messages)
        {
            if (_mustRewind) return true; // all of it is read again
            if (!RawJson.IsObject(stored.Message.Values.Span)) SetAside(stored, "its values are not a JSON object");
            else if (memory.Attributes.Strip(stored) is not { } current) Superseded(stored);
            else if (_suspects.IsSuspect(stored)) _deferred[stored.Id] = stored;
            else await SendAsync(current, abort).ConfigureAwait(false);
        }
        if (isUrgent) _packer.Flush(_ready);
        await SendReadyAsync(abort).ConfigureAwait(false);
        return messages.Count > 0;
    }

    private async Task SendAsync(StoredMessage stored, CancellationToken abort)
    {
        await announcer.EnsureAsync(stored.Message, abort).ConfigureAwait(false);
        _packer.Add(stored, PayloadLimit, _ready);
        if (_ready.Count > 0) await SendReadyAsync(abort).ConfigureAwait(false);
    }

    private async Task SendReadyAsync(CancellationToken abort)
    {
        while (_ready.TryDequeue(out var pack))
        {
            while (_inFlight.Count >= Window) await SettleOldestAsync(abort).ConfigureAwait(false);
            if (_mustRewind) return;
            _inFlight.Enqueue((pack, session.PublishAsync(pack.Topic, pack.Payload, abort)));
            figures.Sent(_inFlight.Count);
        }
    }

    /// <summary>Waits for a reason to look again.</summary>
    private async Task SleepAsync(CancellationToken stop, CancellationToken abort)
    {
        using var awake = CancellationTokenSource.CreateLinkedTokenSource(stop, abort);
        List<Task> reasons = [session.Lost];
        if (_inFlight.TryPeek(out var oldest)) reasons.Add(oldest.Publish);
        if (!stop.IsCancellationRequested)
        {
            reasons.Add(_devicesChanged ??= announcer.WaitAsync(abort));
            if (MaySend && _deferred.Count < MostDeferred) reasons.Add(_more ??= outbox.WaitAsync(_turns.Seen, abort).AsTask());
            reasons.Add(Task.Delay(SleepLength(), time, awake.Token));
        }
        await Task.WhenAny(reasons).WaitAsync(abort).ConfigureAwait(false);
        await awake.CancelAsync().ConfigureAwait(false);

        if (_devicesChanged is { IsCompleted: true }) _devicesChanged = null;
        if (_more is { IsCompleted: true } more)
        {
            _more = null;
            await more.ConfigureAwait(false); // a storage that fails says so here
        }
        while (_inFlight.TryPeek(out oldest) && oldest.Publish.IsCompleted) await SettleOldestAsync(abort).ConfigureAwait(false);
        if (session.Lost.IsCompleted) throw new SessionLostException(await session.Lost.ConfigureAwait(false));
    }

    private TimeSpan SleepLength()
    {
        var sleep = LongestSleep;
        if (memory.Throttle.Pause is { Ticks: > 0 } throttled && throttled < sleep) sleep = throttled;
        foreach (var stored in _deferred.Values)
            if (_suspects.PauseBefore(stored) is var pause && pause < sleep) sleep = pause;
        return sleep;
    }
}
