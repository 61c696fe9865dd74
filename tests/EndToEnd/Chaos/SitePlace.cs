using System.Globalization;
using System.Net;
using System.Net.Sockets;
using Plenum.TestKit;

namespace EndToEnd.Tests.Chaos;

/// <summary>Where a site is: on loopback addresses of its own, or in two network namespaces with a cable between them.</summary>
internal sealed record SitePlace
{
    private const int BacnetPort = 47808;
    private static int _sites;

    /// <summary>The gateway's own address.</summary>
    public required string GatewayAddress { get; init; }

    /// <summary>Bits of its subnet's mask.</summary>
    public required int MaskBits { get; init; }

    /// <summary>What <c>plenum simulate</c> binds to.</summary>
    public required string BuildingBind { get; init; }

    /// <summary>Where the controller with an index is.</summary>
    public required Func<int, (string Host, int Port)> ControllerAt { get; init; }

    /// <summary>The namespace of the gateway and of its server's door; null for this process's own.</summary>
    public string? GatewayNamespace { get; init; }

    /// <summary>The namespace of the building.</summary>
    public string? BuildingNamespace { get; init; }

    /// <summary>Loopback addresses that no other site, of this run or of another, has.</summary>
    public static SitePlace OnLoopback()
    {
        var (run, site) = (1 + (Environment.ProcessId % 250), Interlocked.Increment(ref _sites));
        return new()
        {
            GatewayAddress = $"127.110.{run}.{site}",
            MaskBits = 8,
            BuildingBind = $"127.{110 + site}.{run}.0/24",
            ControllerAt = index => ($"127.{110 + site}.{run}.{index + 1}", BacnetPort),
        };
    }

    /// <summary>The gateway at one end of a cable, and the building at the other.</summary>
    public static SitePlace Across(NetworkNamespaces namespaces)
    {
        var (gateway, building) = (namespaces.Add(), namespaces.Add());
        namespaces.Connect(gateway, "10.77.0.1/24", building, "10.77.0.2/24");
        return new()
        {
            GatewayAddress = "10.77.0.1",
            MaskBits = 24,
            BuildingBind = "10.77.0.2",
            ControllerAt = index => ("10.77.0.2", BacnetPort + index),
            GatewayNamespace = gateway,
            BuildingNamespace = building,
        };
    }

    /// <summary>A TCP port on the gateway's loopback that nobody has.</summary>
    public int FreeTcpPort()
    {
        using var probe = Listen(0);
        return ((IPEndPoint)probe.LocalEndpoint).Port;
    }

    /// <summary>Listens where the gateway can reach it, on 127.0.0.1.</summary>
    public TcpListener Listen(int port) => NetworkNamespaces.Inside(GatewayNamespace, () =>
    {
        var listener = new TcpListener(IPAddress.Loopback, port);
        listener.Start();
        return listener;
    });
}
