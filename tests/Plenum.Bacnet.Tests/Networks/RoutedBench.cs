using Plenum.Bacnet.Client;
using Plenum.Bacnet.Protocol.Links;
using Plenum.Bacnet.Protocol.Types;
using Plenum.Bacnet.Tests.Client;
using Plenum.TestKit;

namespace Plenum.Bacnet.Tests.Networks;

/// <summary>A client on network 1, and behind a router the MS/TP trunk 2001: its station 7 is at 10.0.20.7 on a virtual network of its own.</summary>
internal sealed class RoutedBench : IAsyncDisposable
{
    public const ushort Trunk = 2001;

    public static readonly DeviceAddress RouterAddress = DeviceAddress.Parse("10.0.0.254");

    public RoutedBench(ClientBench? bench = null)
    {
        Bench = bench ?? new();
        TrunkLan = new(Bench.Time, seed: 2);
        Near = Router.Join(Bench.Lan, RouterAddress.ToString(), 1);
        Far = Router.Join(TrunkLan, "10.0.20.254", Trunk, MacKind.Trunk);
    }

    public ClientBench Bench { get; }
    public VirtualLan TrunkLan { get; }
    public VirtualRouter Router { get; } = new();
    public RouterPort Near { get; }
    public RouterPort Far { get; }

    public static NetworkAddress Station(byte mac) => new(Trunk, mac, 1);

    /// <summary>The address of a station as the client knows it from an I-Am, or without its router.</summary>
    public static DeviceAddress At(byte mac, bool routerKnown = true) => (routerKnown ? RouterAddress : default) with { Remote = Station(mac) };

    /// <summary>A station of the trunk that answers by the book.</summary>
    public Device Serve(byte mac, TableDevice device)
    {
        Bench.Serve($"10.0.20.{mac}", device, TrunkLan);
        return new(At(mac));
    }

    public ScriptedDevice Scripted(byte mac) => Bench.Scripted($"10.0.20.{mac}", lan: TrunkLan);

    /// <summary>Begins a read; time passes when something else is run.</summary>
    public Task<PropertyResult> Begin(DeviceAddress at, uint input = 1) =>
        Bench.Client.ReadAsync(new(at), ClientBench.Value(input), TestContext.Current.CancellationToken).AsTask();

    public Task<PropertyResult> ReadAsync(DeviceAddress at, uint input = 1) =>
        Bench.RunAsync(Begin(at, input));

    public ValueTask DisposeAsync() => Bench.DisposeAsync();
}
