using Plenum.Gateway.Outbox;
using Plenum.Gateway.Polling;
using Plenum.Gateway.Supervision;
using Plenum.Gateway.Uplink;

namespace Plenum.Gateway.Hosting;

/// <summary>The whole gateway at one moment, for everything that people or scrapers look at.</summary>
/// <param name="StartedAt">When it was started.</param>
/// <param name="Health">Each part, and the worst of them.</param>
/// <param name="Polling">Each connector's polling, once it has begun.</param>
/// <param name="Outbox">What waits for the server.</param>
/// <param name="Uplink">The way to the server.</param>
public sealed record GatewaySnapshot(DateTimeOffset StartedAt, HealthBoard Health, IReadOnlyList<PollingState> Polling, OutboxState Outbox, UplinkState Uplink)
{
    /// <summary>Polls that have been due.</summary>
    public long PollsDue => Polling.Sum(connector => connector.PollsDue);

    /// <summary>Polls that were fresh.</summary>
    public long PollsFresh => Polling.Sum(connector => connector.PollsFresh);

    /// <summary>Values read.</summary>
    public long Readings => Polling.Sum(connector => connector.Readings);
}
