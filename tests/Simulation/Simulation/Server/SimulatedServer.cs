using System.Text.Json;
using Plenum.Simulation.Time;
using Plenum.ThingsBoard.Session;

namespace Plenum.Simulation.Server;

/// <summary>How the way to the server is.</summary>
internal enum ServerLink : byte
{
    /// <summary>Open.</summary>
    Up,
    /// <summary>The machine is there and the server is not: a connection is refused at once.</summary>
    Refusing,
    /// <summary>Nothing comes through, and nobody says so.</summary>
    Dead,
}

/// <summary>A ThingsBoard in virtual time, as the gateway sees it through its sessions: it takes publishes, acknowledges them some time later, and fails in every way.</summary>
internal sealed class SimulatedServer(ProcessTime time, Action<string, ReadOnlyMemory<byte>> take)
{
    private readonly HashSet<string> _announced = new(StringComparer.Ordinal);
    private readonly List<SimulatedSession> _sessions = [];

    /// <summary>How the way to it is.</summary>
    public ServerLink Link { get; set; }

    /// <summary>How long it takes from a publish to its acknowledgement.</summary>
    public TimeSpan Delay { get; set; } = TimeSpan.FromMilliseconds(20);

    /// <summary>Whether publishes arrive and acknowledgements are lost.</summary>
    public bool LosesAcknowledgements { get; set; }

    /// <summary>Whether it refuses every publish because a quota is used up.</summary>
    public bool IsOverQuota { get; set; }

    /// <summary>Publishes that it has taken.</summary>
    public long Taken { get; private set; }

    /// <summary>Its own clock, which goes on when a gateway dies.</summary>
    public ProcessTime Time => time;

    /// <summary>Opens a session for a process.</summary>
    public async Task<IGatewaySession> ConnectAsync(ISessionHandler handler, ProcessTime process, CancellationToken cancel)
    {
        await Task.Delay(2 * Delay, process, cancel).ConfigureAwait(false);
        if (Link == ServerLink.Refusing) throw new ConnectFailedException("uplink-connection-refused", "the server refuses the connection", "see whether it runs");
        if (Link == ServerLink.Dead)
        {
            await Task.Delay(TimeSpan.FromSeconds(15), process, cancel).ConfigureAwait(false);
            throw new ConnectFailedException("uplink-connect-timeout", "the server does not answer", "see whether the network leads there");
        }
        var session = new SimulatedSession(this, handler, process);
        _announced.Clear();
        _sessions.RemoveAll(old => old.IsOver);
        _sessions.Add(session);
        return session;
    }

    /// <summary>The newest session; null when there is none.</summary>
    public SimulatedSession? Session => _sessions.LastOrDefault();

    /// <summary>Told of every answer to a call.</summary>
    public Action<long, ReadOnlyMemory<byte>> Replied { get; set; } = static (_, _) => { };

    /// <summary>The devices that were announced in the newest session and not taken leave of.</summary>
    public IReadOnlySet<string> Announced => _announced;

    /// <summary>It is restarted: what it has taken it keeps, and every session is over.</summary>
    public void Restart()
    {
        foreach (var session in _sessions.ToList()) session.End(new("uplink-closed", "the server closed the connection", LossKind.ClosedByServer));
    }

    /// <summary>A publish arrives.</summary>
    public void Take(string topic, byte[] payload)
    {
        Taken++;
        if (topic == ThingsBoard.Topics.Connect) _announced.Add(DeviceIn(payload));
        if (topic == ThingsBoard.Topics.Disconnect) _announced.Remove(DeviceIn(payload));
        take(topic, payload);
    }

    /// <summary>A session is over.</summary>
    public void Forget(SimulatedSession session) => _sessions.Remove(session);

    private static string DeviceIn(byte[] payload)
    {
        using var json = JsonDocument.Parse(payload);
        return json.RootElement.GetProperty("device").GetString()!;
    }
}
