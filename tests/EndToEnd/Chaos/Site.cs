using EndToEnd.Tests.Processes;
using TestKit.Brokers;

namespace EndToEnd.Tests.Chaos;

/// <summary>What surrounds a gateway, each a process of its own: a simulated building, and a real broker behind a door that keeps account. And its folder, with configuration and data.</summary>
internal sealed class Site : IAsyncDisposable
{
    /// <summary>How long anything that has to come may take; none of these tests is about speed.</summary>
    public static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);

    private readonly TemporaryFolder _folder = new();
    private readonly SitePlan _plan;
    private readonly SitePlace _place;
    private readonly List<GatewayProcess> _gateways = [];
    private readonly HashSet<(string, long)> _known = [];
    private ServerDoor? _door;

    private Site(SitePlan plan, SitePlace place, Controllers controllers, SimulatedBuilding building, Mosquitto broker)
    {
        (_plan, _place, Controllers, Building, Broker) = (plan, place, controllers, building, broker);
        ServerPort = place.FreeTcpPort();
        Directory.CreateDirectory(DataFolder);
    }

    public Controllers Controllers { get; }

    public SimulatedBuilding Building { get; }

    public Mosquitto Broker { get; }

    /// <summary>What the broker has acknowledged.</summary>
    public Receipts Receipts { get; } = new();

    /// <summary>Where the outbox is.</summary>
    public string DataFolder => _folder.At("data");

    /// <summary>Everything that has been seen in an outbox, each message once.</summary>
    public List<StoredMessage> Stored { get; } = [];

    /// <summary>The port at which the gateway looks for its server.</summary>
    public int ServerPort { get; }

    /// <summary>The door to the broker, once it is open.</summary>
    public ServerDoor Door => _door ?? throw new InvalidOperationException("the server's door is not open yet");

    /// <summary>Starts everything but the gateway; nobody listens on the server's port yet.</summary>
    public static async Task<Site> OpenAsync(SitePlan plan, SitePlace? place = null)
    {
        Assert.SkipUnless(Mosquitto.IsInstalled, Mosquitto.Missing ?? "");
        place ??= SitePlace.OnLoopback();
        var controllers = new Controllers(plan.Devices, plan.Points);
        string[] arguments = [.. controllers.Arguments, "--delay", $"{plan.DelayMs}ms"];
        var building = await SimulatedBuilding.StartAsync(place.BuildingBind, plan.Devices, arguments, place.BuildingNamespace);
        return new(plan, place, controllers, building, await Mosquitto.StartAsync());
    }

    /// <summary>Opens the way to the broker.</summary>
    public void OpenServer() => _door = ServerDoor.Open(_place.Listen(ServerPort), Broker.Port, Receipts);

    /// <summary>Starts a gateway.</summary>
    /// <param name="dataFolder">Its data folder in the site's folder; all share one by default.</param>
    public async Task<GatewayProcess> StartGatewayAsync(string dataFolder = "data")
    {
        var configuration = Directory.CreateDirectory(_folder.At($"configuration-{dataFolder}")).FullName;
        new SiteConfiguration(Controllers, _plan, _place, ServerPort, _folder.At(dataFolder)).Write(configuration);
        var gateway = await GatewayProcess.StartAsync(configuration, _place.FreeTcpPort(), _folder.At($"gateway-{_gateways.Count}.log"), _place.GatewayNamespace);
        _gateways.Add(gateway);
        return gateway;
    }

    /// <summary>Takes note of what lies in the outbox: all of it has to arrive.</summary>
    /// <returns>How much that is.</returns>
    public int NoteStored(IReadOnlyList<StoredMessage> found)
    {
        Stored.AddRange(found.Where(message => _known.Add((message.Device, message.ReadAt))));
        return found.Count;
    }

    /// <summary>Waits until all that was seen in an outbox has arrived.</summary>
    public Task UntilAllArrivedAsync() => Eventually.TrueAsync($"all {Stored.Count} stored messages arrive", Patience, () => Task.FromResult(Receipts.MissingOf(Stored).Count == 0),
        () => Task.FromResult($"{Receipts.MissingOf(Stored).Count} are missing, the first is {Receipts.MissingOf(Stored)[0]}\n{_gateways[^1].Log}"));

    /// <summary>Everything that arrived and that its device did not have at that time.</summary>
    /// <param name="oldest">How long before its timestamp a value may have been served; a poll period by default, for that long a poll may take.</param>
    public IReadOnlyList<string> Wrong(TimeSpan? oldest = null) =>
        Receipts.Wrong((device, readAt, key, value) => Controllers.Judge(Building, oldest ?? TimeSpan.FromMilliseconds(_plan.PollMs), device, readAt, key, value));

    public async ValueTask DisposeAsync()
    {
        foreach (var gateway in _gateways) await gateway.DisposeAsync();
        if (_door is not null) await _door.DisposeAsync();
        await Broker.DisposeAsync();
        await Building.DisposeAsync();
        _folder.Dispose();
    }
}

/// <summary>How large a site is.</summary>
/// <param name="Devices">Controllers.</param>
/// <param name="Points">Points of each.</param>
/// <param name="PollMs">The poll period in milliseconds.</param>
/// <param name="DelayMs">How long each request lies at a controller before it is looked at, in milliseconds.</param>
internal sealed record SitePlan(int Devices = 10, int Points = 20, int PollMs = 200, int DelayMs = 0);
