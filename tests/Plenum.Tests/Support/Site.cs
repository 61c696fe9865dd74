using Microsoft.Extensions.Logging.Abstractions;
using Plenum.Bacnet.Simulator.Buildings;
using Plenum.Bacnet.Simulator.Sockets;

namespace Plenum.Tests.Support;

/// <summary>Two simulated devices on loopback sockets, 1000 and 1001, whose values stand still.</summary>
public sealed class Site : IDisposable
{
    private readonly Building _building;

    public Site()
    {
        _building = Building.Open(new BuildingOptions
        {
            Devices = 2,
            PointsPerDevice = 9,
            Port = FreePort.Udp(),
            Bind = new BindRange(0x7F31_0000, 16),
            Resolution = TimeSpan.FromDays(1),
        }, TimeProvider.System, NullLogger.Instance);
        _building.Start();
    }

    public Controller Device => _building.Controllers[0];

    /// <summary>Where the first device is.</summary>
    public string Address => Device.Address.ToString();

    /// <summary>The port of the devices: whoever asks by broadcast asks from the same one.</summary>
    public string Port => $"{Device.Address.Port}";

    public void Dispose() => _building.Dispose();
}
