using Plenum.Bacnet.Client;
using Plenum.Bacnet.Client.Cov;
using Plenum.Bacnet.Protocol.Links;
using Plenum.Bacnet.Protocol.Transactions;
using Plenum.Bacnet.Protocol.Types;
using Plenum.Bacnet.Server;
using Plenum.Bacnet.Transport;
using Plenum.TestKit;

namespace Plenum.Bacnet.Tests.Client.Cov;

/// <summary>A client, a device of ours that tells its changes, and subscriptions to them, in fake time.</summary>
internal sealed class CovBench : IAsyncDisposable
{
    public static readonly DeviceAddress Place = DeviceAddress.Parse("10.0.0.2");
    public static readonly CovOptions Options = new() { Lease = new() { Lifetime = TimeSpan.FromSeconds(600) } };

    private readonly List<IDisposable> _owned = [];
    private BacnetPort? _port;

    public ClientBench Bench { get; } = new();

    public BacnetClient Client => Bench.Client;

    public TableDevice Table { get; } = new(1234);

    public CovSource Source { get; private set; } = null!;

    public BacnetServer Server { get; private set; } = null!;

    public Device Device { get; } = new(Place);

    public DeviceSubscriptions Subscriptions { get; private set; } = null!;

    public static ObjectId Input(uint instance) => new(ObjectType.AnalogInput, instance);

    public static PropertyReference Value(uint instance) => new(Input(instance), PropertyId.PresentValue);

    /// <summary>Puts a device with so many inputs on the network.</summary>
    public CovBench Serve(uint inputs = 1, CovSourceOptions? options = null, bool knowsCov = true)
    {
        for (uint i = 1; i <= inputs; i++)
        {
            Table[Value(i)] = BacnetValue.Real(20);
            Table[Value(i) with { Property = PropertyId.StatusFlags }] = BacnetValue.BitString(new(0, 4));
        }
        BacnetPort port = new(Bench.Lan.Attach(Place));
        Source = new(port, Table, options ?? new(), Bench.Time);
        Server = new BacnetServer(port, Table) { Cov = knowsCov ? Source : null };
        port.Start();
        _port = port;
        _owned.AddRange([Source, port]);
        return this;
    }

    public DeviceSubscriptions Want(params CovTarget[] targets) => Subscriptions = Client.Subscriptions(targets, Options);

    public DeviceSubscriptions Want(CovOptions options, params CovTarget[] targets) => Subscriptions = Client.Subscriptions(targets, options);

    /// <summary>Tends to the subscriptions once, at the present time.</summary>
    public Task TendAsync(Device? device = null) => Bench.RunAsync(Subscriptions.TendAsync(device ?? Device, Client.Now + TimeSpan.FromMinutes(5)));

    /// <summary>Lets time pass, tending every second.</summary>
    public async Task PassAsync(int seconds, Device? device = null)
    {
        for (var i = 0; i < seconds; i++)
        {
            await TendAsync(device);
            Bench.Time.Run(TimeSpan.FromSeconds(1), TimeSpan.FromMilliseconds(50));
        }
    }

    /// <summary>Sends an APDU from the device's own place.</summary>
    public void SendFromDevice(byte[] apdu) => _port!.TrySendApdu(apdu, ClientBench.ClientAddress, expectsReply: false);

    /// <summary>What has been told and not been taken yet.</summary>
    public List<CovNotification> Told()
    {
        List<CovNotification> told = [];
        while (Subscriptions.Notifications.TryRead(out var notification)) told.Add(notification);
        return told;
    }

    public List<float> ToldNumbers() => [.. Told().Where(told => told.Property.Property == PropertyId.PresentValue).Select(told => told.Value.AsReal)];

    public CovState State(int index = 0) => Subscriptions.States()[index];

    public int Live() => Subscriptions.States().Count(state => state.State == CovLeaseState.Live);

    public async ValueTask DisposeAsync()
    {
        Subscriptions?.Dispose();
        foreach (var one in _owned) one.Dispose();
        await Bench.DisposeAsync();
    }
}
