using System.Text.Json;
using Plenum.Bacnet.Client;
using Plenum.Bacnet.Protocol.Links;
using Plenum.Bacnet.Protocol.Transactions;
using Plenum.Bacnet.Protocol.Types;
using Plenum.Bacnet.Simulator.Buildings;
using Plenum.Bacnet.Simulator.Faults;
using Plenum.Bacnet.Transport;
using Plenum.Gateway.Configuration;
using Plenum.Gateway.Downlink;
using Plenum.Gateway.Tests.Support;
using Plenum.TestKit;

namespace Plenum.Gateway.Tests.Downlink;

/// <summary>Two simulated devices, "A" and "B", on a network in memory that takes no time, and the server's commands to them. Only silence makes time go on.</summary>
internal sealed class CommandLan : IDeviceLookup, IAsyncDisposable
{
    private readonly Building _building;
    private readonly BacnetPort _port;
    private readonly CancellationTokenSource _stop = new();
    private readonly Dictionary<string, CommandTarget> _targets = [];

    public CommandLan()
    {
        var lan = new VirtualLan(Time, seed: 1);
        Assert.True(InstanceSet.TryParse("1001", out var second));
        _building = new(new BuildingOptions { Devices = 2, PointsPerDevice = 9, Resolution = TimeSpan.FromHours(1), NoSegmentation = second },
            index => Links[index] = new DroppingTransport(lan.Attach(new(0x0A00_0002 + (uint)index, DeviceAddress.DefaultPort))), Time);
        _building.Start();
        _port = new(lan.Attach(new(0x0A00_0001, DeviceAddress.DefaultPort)));
        Client = new(_port, new() { Retry = new RetryPolicy { FirstTimeout = TimeSpan.FromMilliseconds(500) }, Random = new Random(1) }, Time);
        _port.Start();
        Commands = new(this, Time, Logger, _stop.Token);
        foreach (var (name, controller) in new[] { ("A", A), ("B", B) }) _targets[name] = new(new Device(controller.Address), Plans.Device(controller.Address, null, TimeSpan.FromSeconds(1), [], name), Client);
    }

    public VirtualTime Time { get; } = new();

    public BacnetClient Client { get; }

    public ServerCommands Commands { get; }

    public RecordingLogger Logger { get; } = new();

    public RecordedSession Session { get; } = new();

    public DroppingTransport[] Links { get; } = new DroppingTransport[2];

    public Controller A => _building.Controllers[0];

    public Controller B => _building.Controllers[1];

    public IReadOnlyDictionary<string, string> Connectors => _targets.Keys.ToDictionary(name => name, _ => "BACnet");

    public CommandTarget? Find(string name) => _targets.GetValueOrDefault(name);

    /// <summary>Gives both devices procedures and attributes that may be written.</summary>
    public void Configure(RpcPlan[]? rpcs = null, AttributeUpdatePlan[]? attributes = null)
    {
        foreach (var (name, target) in _targets.ToList()) _targets[name] = target with { Plan = target.Plan with { Rpcs = rpcs ?? [], AttributeUpdates = attributes ?? [] } };
    }

    /// <summary>A configured procedure.</summary>
    public static RpcPlan Rpc(string method, string id, bool writes, byte? priority = null, double seconds = 5, PropertyId property = PropertyId.PresentValue) =>
        new("serverSideRpc[0]", method, writes, ObjectId.Parse(id), property, priority, TimeSpan.FromSeconds(seconds));

    /// <summary>The server calls a procedure.</summary>
    public void Call(long id, string device, string method, string? parameters) => Commands.OnRpc(Session, new(device, id, method, Json(parameters)));

    /// <summary>Calls, and waits for the answer of a device that answers: no time goes by.</summary>
    public async Task<string> AnswerAsync(string device, string method, string? parameters)
    {
        Call(1, device, method, parameters);
        return await Session.ReplyAsync(1);
    }

    /// <summary>The server changes shared attributes.</summary>
    public void Update(string device, string attributes) => Commands.OnAttributes(Session, new(device, Json(attributes)));

    /// <summary>Waits until every command has ended; time goes on while a request waits for its answer.</summary>
    public Task DoneAsync() => UntilAsync(() => Commands.Running == 0);

    /// <summary>Waits for something; time goes on while a request waits for its answer.</summary>
    public Task UntilAsync(Func<bool> condition) => Wait.UntilAsync(() =>
    {
        if (condition()) return true;
        if (Outstanding() > 0)
        {
            foreach (var device in _building.Controllers) Client.Diagnose(device.Address, "", tries: 0); // comes back once nobody is inside the client
            Time.Step(TimeSpan.FromMilliseconds(20));
        }
        return false;
    });

    /// <summary>What a device holds now.</summary>
    public static string Held(Controller device, string id, PropertyId property = PropertyId.PresentValue, uint? index = null) =>
        device.Device.Read(new(ObjectId.Parse(id), property, index)).ToString();

    public static JsonElement Json(string? text)
    {
        if (text is null) return default;
        using var document = JsonDocument.Parse(text);
        return document.RootElement.Clone();
    }

    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync();
        await Wait.UntilAsync(() => Commands.Running == 0);
        await Client.DisposeAsync();
        _building.Dispose();
        _port.Dispose();
        _stop.Dispose();
    }

    private long Outstanding() => Client.Counters.Requests - Client.Counters.Answered - Client.Counters.Refused - Client.Counters.Silent;
}
