using Microsoft.Extensions.Logging;
using Plenum.Gateway.Model;
using Plenum.Gateway.Outbox;
using Plenum.ThingsBoard.Session;

namespace Plenum.Gateway.Uplink;

/// <summary>Opens a session with the server.</summary>
/// <exception cref="ConnectFailedException">With cause, cure and code.</exception>
public delegate Task<IGatewaySession> ConnectSession(CancellationToken cancel);

/// <summary>The way from the outbox to the server: one session after another, as long as the gateway runs.</summary>
/// <remarks>
/// A message leaves the outbox only when the server has acknowledged it; after a lost session everything else is read and sent
/// again. The server may so get a value twice, with one timestamp, which it keeps once. It never misses one.
/// </remarks>
public sealed class UplinkLoop(UplinkOptions options, IOutbox outbox, IDeviceRegistry devices, ConnectSession connect, ILogger logger, TimeProvider time, Random random)
{
    private const string UnreadableCode = "outbox-unreadable";
    private static readonly TimeSpan LongEnough = TimeSpan.FromMinutes(1); // a session of this length was a good one, even if nothing was sent

    private readonly UplinkFigures _figures = new(time);
    private readonly BackOff _backOff = new(random);
    private readonly DrainMemory _memory = new(time, random);
    private readonly AnnouncementTroubles _troubles = new(time);
    private readonly StatusesTold _told = new(time);
    private string? _lastCode;
    private int _tries;

    /// <summary>The uplink in figures; from any thread.</summary>
    public UplinkState State => _figures.Now;

    /// <summary>How long ago the server last acknowledged values, or how long it has not since the start. The clock of the machine may be set meanwhile.</summary>
    public TimeSpan SinceAcknowledged => _figures.SinceAcknowledged;

    /// <summary>Called whenever the loop makes progress or waits on purpose, at least every 60 seconds.</summary>
    public Action Beat { get; init; } = static () => { };

    /// <summary>Is told of every device announced in a session, to ask for its shared attributes. Must return at once.</summary>
    public Action<IGatewaySession, KnownDevice> Announced { get; init; } = static (_, _) => { };

    /// <summary>Runs until it is cancelled; then sends what is stored for at most <see cref="UplinkOptions.Grace"/>, and returns.</summary>
    public async Task RunAsync(CancellationToken cancel)
    {
        while (!cancel.IsCancellationRequested)
        {
            Beat();
            if (await ConnectAsync(cancel).ConfigureAwait(false) is not { } session) continue;
            await UseAsync(session, cancel).ConfigureAwait(false);
        }
    }

    /// <summary>Tries once; null if it failed and the wait for the next try is over.</summary>
    private async Task<IGatewaySession?> ConnectAsync(CancellationToken cancel)
    {
        try
        {
            var session = await connect(cancel).ConfigureAwait(false);
            logger.UplinkConnected(_tries == 0 ? "" : $" after {_tries + 1} tries");
            (_tries, _lastCode) = (0, null);
            _figures.Connected();
            return session;
        }
        catch (ConnectFailedException failure)
        {
            await PauseAsync(failure.Code, failure.Message, cancel).ConfigureAwait(false);
        }
        catch (OperationCanceledException) when (cancel.IsCancellationRequested)
        {
            // Stopped while connecting.
        }
        return null;
    }

    private async Task UseAsync(IGatewaySession session, CancellationToken stop)
    {
        using var abort = new CancellationTokenSource(Timeout.InfiniteTimeSpan, time);
        using var atStop = stop.Register(() => abort.CancelAfter(options.Grace));
        var announcer = new Announcer(session, devices, _troubles, _told, options.ConnectorType, Announced, Beat, logger);
        var drain = new SessionDrain(session, announcer, outbox, _memory, _figures, options, logger, time) { Beat = Beat };
        var began = time.GetTimestamp();
        SessionLoss? loss = null;
        OutboxException? unreadable = null;
        try
        {
            await drain.RunAsync(stop, abort.Token).ConfigureAwait(false);
        }
        catch (OutboxException problem)
        {
            unreadable = problem; // a full or slow disk is no reason to end the process: the next session reads again
        }
        catch (SessionLostException lost)
        {
            loss = lost.Loss;
        }
        catch (OperationCanceledException) when (abort.IsCancellationRequested)
        {
            // The grace is over; what is not acknowledged stays stored.
        }
        finally
        {
            if (time.GetElapsedTime(began) > LongEnough || drain.HasDelivered) _backOff.Reset();
            await session.DisposeAsync().ConfigureAwait(false);
            await drain.SettleRestAsync((await session.Lost.ConfigureAwait(false)).Kind).ConfigureAwait(false);
            _figures.Disconnected();
        }
        if (loss is not null) await AfterLossAsync(loss, stop).ConfigureAwait(false);
        else if (unreadable is not null) await PauseAsync(UnreadableCode, unreadable.Message, stop).ConfigureAwait(false);
        else logger.UplinkDrained(outbox.State.Waiting);
    }

    private async Task AfterLossAsync(SessionLoss loss, CancellationToken cancel)
    {
        foreach (var device in _troubles.Lost()) logger.AnnouncementGivenUp(device, _troubles.LossesOf(device));
        logger.UplinkLost(loss.Code, loss.Text);
        _lastCode = loss.Code;
        await PauseAsync(loss.Code, loss.Text, cancel).ConfigureAwait(false);
    }

    /// <summary>Notes what is wrong, warns if it is something new, and waits a while, longer each time.</summary>
    private async Task PauseAsync(string code, string problem, CancellationToken cancel)
    {
        var pause = _backOff.Next();
        _figures.Problem(code, problem);
        if (code != _lastCode) logger.UplinkFailed(code, problem);
        else logger.UplinkStillFailing(_tries, code, problem, pause.TotalSeconds);
        _lastCode = code;
        _tries++;
        await Task.Delay(pause, time, cancel).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
    }
}
