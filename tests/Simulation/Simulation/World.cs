using System.Globalization;
using Plenum.Gateway.Model;
using Plenum.Gateway.Outbox;
using Plenum.Gateway.Supervision;
using Plenum.Simulation.Checks;
using Plenum.Simulation.Disk;
using Plenum.Simulation.Faults;
using Plenum.Simulation.Server;
using Plenum.Simulation.Site;
using Plenum.Simulation.Time;

namespace Plenum.Simulation;

/// <summary>One world: the real gateway among a simulated building, disk and server, what goes wrong there, and what must hold all the while.</summary>
internal sealed class World : IDisposable
{
    private static readonly TimeSpan LookPeriod = TimeSpan.FromSeconds(1), CallPeriod = TimeSpan.FromSeconds(37);

    private readonly WorldOptions _options;
    private readonly VirtualClock _clock = new();
    private readonly ProcessTime _time;
    private readonly Random _random;
    private readonly WallErrors _wall;
    private readonly Ledger _ledger;
    private readonly SimulatedDisk _disk;
    private readonly Calls _calls;
    private readonly SimulatedServer _server;
    private readonly SimulatedSite _site;
    private readonly Weather _weather;
    private readonly StarvationWatch _starvation;
    private readonly Dictionary<string, int> _byName;
    private readonly string _folder = Directory.CreateTempSubdirectory("plenum-world-").FullName;
    private readonly IReadOnlyList<Fault> _faults;
    private GatewayProcess? _gateway;
    private readonly List<(int Life, long Kb)> _memory = [];
    private byte[]? _learned;
    private string? _violation;
    private int _lives;

    public World(WorldOptions options)
    {
        _options = options;
        _random = new(options.Seed);
        _time = new(_clock);
        _wall = new(_clock);
        Trace = new(() => _clock.Now, options.TraceLines, _folder);
        _ledger = new(_wall, SimulatedSite.Resolution, options.Period + TimeSpan.FromSeconds(15));
        _disk = new() { Lies = options.Planted == Planted.LyingDisk };
        _server = new(_time, _ledger.OnTaken);
        _site = new(options, _time);
        _calls = new(_server, _site.Devices, () => _clock.Now, _random);
        _server.Replied = _calls.OnReply;
        _byName = _site.Devices.Select((device, index) => (SimulatedSite.NameOf(device), index)).ToDictionary(pair => pair.Item1, pair => pair.index, StringComparer.Ordinal);
        foreach (var device in _site.Devices) _ledger.Open(SimulatedSite.NameOf(device), device.Device);
        _weather = new(options, _site, _server, _disk, _wall);
        _starvation = new(options.Devices, options.Period);
        _faults = FaultPlan.Draw(options, _random);
    }

    /// <summary>What happened.</summary>
    public Trace Trace { get; }

    /// <summary>Runs it from its beginning to its end.</summary>
    public WorldResult Run(TimeSpan patience)
    {
        SqliteFileSystem.Use(_disk, _options.Seed);
        using var turns = new Turns(_clock, _options.Duration + _options.Recovery) { IsOver = () => Violation is not null };
        try
        {
            turns.Run(Begin, patience);
        }
        catch (Exception failure) when (failure is TimeoutException or InvalidOperationException)
        {
            _violation ??= failure.ToString();
        }
        if (Violation is null) CheckEnd();
        return new(_options.Seed, Violation, _lives, _ledger.Stored, _ledger.Delivered, _ledger.Outstanding, _starvation.LongestGap.TotalSeconds, turns.Taken, Trace.Digest) { MemoryKb = [.. _memory.Select(measured => measured.Kb)] };
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _gateway?.Die();
        _disk.Abandon(null);   // whoever is closed later, by the garbage collector, reaches nothing
        _site.Dispose();
        Directory.Delete(_folder, recursive: true);
    }

    private string? Violation => _violation ??= _ledger.Wrong;

    private void Begin()
    {
        foreach (var fault in _faults)
        {
            After(fault.At, () => Happen(fault));
            After(fault.At + fault.Lasts, () => Pass(fault));
        }
        Every(LookPeriod, Look);
        Every(CallPeriod, _calls.CallOne);
        Every(TimeSpan.FromDays(1), MeasureMemory);
        Start();
    }

    private void Start()
    {
        if (_gateway is not null) return;
        _lives++;
        try
        {
            var folder = Path.Combine(_folder, _lives.ToString(CultureInfo.InvariantCulture));
            _gateway = new(_site, _server, _clock, Trace, _random.Next(), _options.Planted, folder, _learned, OnStored, OnEnded);
            Trace.Add($"the gateway starts, life {_lives}");
        }
        catch (OutboxException refused)
        {
            Trace.Add($"the gateway does not start: {refused.Message}");
            _disk.Abandon(null);
            After(TimeSpan.FromSeconds(10), Start);
        }
    }

    private void Happen(Fault fault)
    {
        Trace.Add($"FAULT {fault}");
        _weather.Begin(fault);
        switch (fault.Kind)
        {
            case FaultKind.Killed: Kill(fault, powerLost: false); break;
            case FaultKind.PowerLost: Kill(fault, powerLost: true); break;
            case FaultKind.KilledWriting or FaultKind.PowerLostWriting: KillWriting(fault, fault.Kind == FaultKind.PowerLostWriting); break;
        }
    }

    private void Pass(Fault fault)
    {
        Trace.Add($"over: {fault.Kind}");
        _weather.End(fault);
    }

    /// <summary>The process dies in one of the next writes, and is started again a while later, as a container is.</summary>
    private void KillWriting(Fault fault, bool powerLost)
    {
        _disk.LastWrite = _disk.Writes + 1 + (long)(40 * fault.Strength);
        var life = _lives;
        _disk.OnLastWrite = () =>
        {
            if (_gateway is { } gateway) gateway.Time.IsDead = true;
            After(TimeSpan.FromTicks(1), () => Kill(fault, powerLost));
        };
        After(fault.Lasts, () => { if (_lives == life) _disk.LastWrite = null; });
    }

    private void Kill(Fault fault, bool powerLost)
    {
        if (_gateway is not { } gateway) return;
        Trace.Add($"{(powerLost ? "the power fails" : "the process dies")}; {_disk.Describe()}");
        _learned = gateway.Die();
        _gateway = null;
        _disk.Abandon(powerLost ? _random : null);
        After(TimeSpan.FromSeconds(1 + (20 * fault.Strength)), Start);
    }

    /// <summary>What is in use besides the simulated disk, and without what the ledger holds in reserve.</summary>
    private void MeasureMemory()
    {
        _ledger.Trim();
        _memory.Add((_lives, (GC.GetTotalMemory(forceFullCollection: true) - _disk.Memory) / 1024));
        Trace.Add($"{_memory[^1].Kb} kB of memory in use");
    }

    private void Look()
    {
        if (_gateway is null) _starvation.OnNoProcess(_clock.Now);
        else _gateway.Host.Watchdog.Look();
        _violation ??= _starvation.Look(_weather.Active, _clock.Now) ?? (_weather.Active.Any(fault => fault.Kind == FaultKind.ServerDead) ? null : _calls.Look());
    }

    private void OnStored(Message message)
    {
        _ledger.OnStored(message);
        _starvation.OnStored(_byName[message.Device], _clock.Now);
    }

    private void OnEnded(ExitReason reason)
    {
        if (_gateway is { Time.IsDead: false }) _violation ??= $"the gateway ended by itself: {reason.Explanation}";
    }

    /// <summary>Everything must be well again, and with the server.</summary>
    private void CheckEnd()
    {
        if (_gateway is not { } gateway)
        {
            _violation = "there is no gateway at the end";
            return;
        }
        var now = gateway.Host.Snapshot;
        var offline = now.Polling.SelectMany(connector => connector.Devices).Where(device => device.Status != Gateway.Model.DeviceStatus.Online).ToList();
        if (_ledger.Missing(_clock.Wall) is { } missing) _violation = missing;
        else if (offline.Count > 0) _violation = $"{offline[0].Path} is {offline[0].Status} at the end: {offline[0].Why}";
        else if (now.Health.Overall != HealthLevel.Ok) _violation = $"health is {now.Health.Overall} at the end: {string.Join("; ", now.Health.Parts.Where(part => part.Level != HealthLevel.Ok).Select(part => $"{part.Name}: {part.Status.Reason}"))}";
        else if (_site.Devices.Select(SimulatedSite.NameOf).FirstOrDefault(name => !_server.Announced.Contains(name)) is { } unknown) _violation = $"{unknown} is not announced to the server at the end";
        else if (GrowingMemory() is { } growing) _violation = $"memory grows: {growing} kB, day by day";
        else if (now.Outbox.Waiting > 2 * _options.Devices) _violation = $"{now.Outbox.Waiting} messages wait at the end";
    }

    /// <summary>Memory must be flat from the second day of a life on. From life to life it is not: what a dead process had is partly still held in this one.</summary>
    private string? GrowingMemory() => _memory.GroupBy(measured => measured.Life).Select(life => life.Select(measured => measured.Kb).ToList())
        .Where(days => days.Count > 2 && days[^1] > 1.1 * days[1]).Select(days => string.Join(", ", days)).FirstOrDefault();

    private void After(TimeSpan wait, Action act) => _time.CreateTimer(_ => act(), null, wait, Timeout.InfiniteTimeSpan);

    private void Every(TimeSpan period, Action act) => _time.CreateTimer(_ => act(), null, period, period);
}
