using Plenum.Gateway.Hosting;
using Plenum.Gateway.Model;
using Plenum.Gateway.Outbox;
using Plenum.Gateway.Polling;
using Plenum.Gateway.Supervision;
using Plenum.Gateway.Uplink;

namespace Plenum.Tests.Web;

/// <summary>Moments of a gateway.</summary>
internal static class Snapshots
{
    public static readonly DateTimeOffset Noon = new(2026, 7, 14, 12, 0, 0, TimeSpan.Zero);

    public static GatewaySnapshot Well { get; } = Of(HealthLevel.Ok, "connected");

    public static GatewaySnapshot Of(HealthLevel level, string? reason) => new(Noon,
        new([Part("connector BACnet", HealthLevel.Ok, "1 of 2 devices online"), Part("uplink", level, reason)]),
        [new("BACnet", [Device("devices[0]", DeviceStatus.Online, []), Device("devices[1]", DeviceStatus.Offline, ["p: refused"])], LateAnswers: 1, DroppedAnswers: 2)],
        new OutboxState(Waiting: 3, Stored: 40, Deleted: 37, Drops: default, Bytes: 120, Oldest: Noon, Problem: null),
        new UplinkState(Noon, Noon, 0, 37, 37, 0, 2, null, null));

    private static PartHealth Part(string name, HealthLevel level, string? reason) => new(name, PartState.Running, Noon, Noon, 1, "it broke", new(level, reason));

    private static DeviceState Device(string path, DeviceStatus status, string[] failing) =>
        new(path, path == "devices[0]" ? "AHU \"1\"" : null, null, status, Noon, "why", 10, 9, 90, 1, path == "devices[0]" ? Noon : null, "property by property", path == "devices[0]" ? "no ReadPropertyMultiple: it was refused" : "", failing)
        {
            LastValue = path == "devices[0]" ? Noon : null,
            Age = path == "devices[0]" ? TimeSpan.FromSeconds(3.52) : null,
            Withheld = path == "devices[0]" ? ["p: fault: no-sensor"] : [],
            Cov = path == "devices[0]" ? new(Subscribed: 7, Polled: 2, Told: 100, Missed: 1, ["2: SubscribeCOV was refused"]) : null,
        };
}
