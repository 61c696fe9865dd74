using System.Text.Json;
using Plenum.Bacnet.Simulator.Buildings;
using Plenum.Simulation.Server;
using Plenum.Simulation.Site;

namespace Plenum.Simulation.Checks;

/// <summary>Calls procedures of devices, well or not, and sees that every call is answered in its time.</summary>
internal sealed class Calls(SimulatedServer server, IReadOnlyList<Controller> devices, Func<TimeSpan> now, Random random)
{
    /// <summary>A call has five seconds; the way takes some too.</summary>
    private static readonly TimeSpan Most = TimeSpan.FromSeconds(7);

    private readonly Dictionary<long, (SimulatedSession Session, TimeSpan At, string Device)> _open = [];
    private long _last;

    /// <summary>Calls that were answered.</summary>
    public long Answered { get; private set; }

    /// <summary>Calls one device, if there is a session.</summary>
    public void CallOne()
    {
        if (server.Link != ServerLink.Up || server.Session is not { } session) return;
        var device = devices[random.Next(devices.Count)];
        var point = device.Device.Points.First();
        var text = $"objectType={point.ToString().Split(':')[0]};objectId={point.Instance};propertyId=presentValue;";
        using var parameters = JsonDocument.Parse($"\"{text}\"");
        _open[++_last] = (session, now(), SimulatedSite.NameOf(device));
        session.Handler.OnRpc(session, new(SimulatedSite.NameOf(device), _last, "get", parameters.RootElement.Clone()));
    }

    /// <summary>A call was answered.</summary>
    public void OnReply(long id, ReadOnlyMemory<byte> result)
    {
        using var json = JsonDocument.Parse(result);   // whatever it says, it is JSON
        if (_open.Remove(id)) Answered++;
    }

    /// <summary>Looks for calls that nobody answered.</summary>
    /// <returns>What is wrong; null when nothing is.</returns>
    public string? Look()
    {
        foreach (var (id, call) in _open.ToList())
        {
            if (call.Session.IsOver) _open.Remove(id);
            else if (now() - call.At > Most) return $"call {id} of {call.Device} was not answered within {Most.TotalSeconds:0} s";
        }
        return null;
    }
}
