using Plenum.Gateway.Configuration;
using Plenum.Gateway.Model;

namespace Plenum.Gateway.Polling;

/// <summary>Polls every device of a connector, each in a loop of its own.</summary>
public sealed class ConnectorPoller
{
    private static readonly TimeSpan Look = TimeSpan.FromSeconds(2);
    private static readonly TimeSpan Grace = TimeSpan.FromSeconds(2);
    private static readonly TimeSpan StuckAfter = TimeSpan.FromSeconds(30);

    private readonly ConnectorPlan _plan;
    private readonly PollingContext _context;
    private readonly Standstills _standstills;
    private readonly NetworkWatch _network;
    private readonly DevicePoller[] _devices;

    /// <summary>Polling of a connector's devices; nothing is sent before <see cref="RunAsync"/>.</summary>
    public ConnectorPoller(ConnectorPlan plan, PollingContext context)
    {
        (_plan, _context) = (plan, context);
        _standstills = new(context.Time);
        _network = new(context.Time, context.SendErrors) { OnLost = OnNetworkLost, OnBack = OnNetworkBack };
        _devices = [.. plan.Devices.Select((device, index) => new DevicePoller(device, context, _standstills, _network.Add(), PollSchedule.Phase(index)))];
        context.Client.IAmReceived += (iAm, from) => { foreach (var device in _devices) device.OnIAm(iAm, from); };
    }

    /// <summary>All polling in figures.</summary>
    public PollingState State => new(_plan.Name, [.. _devices.Select(device => device.State)], _context.Client.Counters.Late,
        _context.Client.Counters.Unmatched + _context.Client.Counters.WrongService + _context.Client.Counters.WrongTarget + _context.Client.Counters.Malformed);

    /// <summary>How many devices are in a status.</summary>
    public int Count(DeviceStatus status) => _devices.Count(device => device.Status == status);

    /// <summary>Why no device answers, when that is the network's fault; null otherwise.</summary>
    public string? NetworkProblem => _network.Loss?.Why;

    /// <summary>Whether something was read or told that is not stored yet.</summary>
    internal bool IsStoring => _devices.Any(device => device.IsStoring);

    /// <summary>Polls until cancelled.</summary>
    /// <param name="beat">Called every few seconds as long as no device's loop is long overdue: a loop that waits for a slow device is not stuck, one that has stopped running is.</param>
    /// <param name="cancel">Ends the polling: no new poll is begun, and those under way have two seconds left.</param>
    public async Task RunAsync(Action beat, CancellationToken cancel)
    {
        using var watch = _standstills.Watch();
        Log.PollingStarted(_context.Logger, _plan.Name, _devices.Length);
        using var abandon = new CancellationTokenSource();
        var loops = _devices.Select(device => Task.Run(() => device.RunAsync(cancel, abandon.Token), CancellationToken.None)).ToList();
        while (!cancel.IsCancellationRequested)
        {
            if (loops.FirstOrDefault(loop => loop.IsFaulted) is { } failed) await failed.ConfigureAwait(false);
            var now = _context.Client.Now;
            if (_devices.All(device => device.NextWake + StuckAfter > now)) beat();
            await Task.Delay(Look, _context.Time, cancel).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
        var all = Task.WhenAll(loops);
        await Task.WhenAny(all, Task.Delay(Grace, _context.Time, CancellationToken.None)).ConfigureAwait(false);
        await abandon.CancelAsync().ConfigureAwait(false);
        await all.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        foreach (var device in _devices) device.Dispose();
    }

    private void OnNetworkLost(NetworkLoss loss) => Log.NetworkLost(_context.Logger, _plan.Name, loss.Why);

    private void OnNetworkBack(NetworkLoss loss)
    {
        Log.NetworkBack(_context.Logger, _plan.Name, _context.Time.GetElapsedTime(loss.Stamp));
        foreach (var device in _devices) device.OnNetworkBack();
    }
}
