using System.Collections.Concurrent;
using System.Net;
using Plenum.Demo;

namespace EndToEnd.Tests.Containers;

/// <summary>A server that keeps account of what reached it: each poll of each device, by the time at which it was read.</summary>
internal sealed class Deliveries : IAsyncDisposable
{
    private readonly ThingsBoardStandIn _server;
    private readonly ConcurrentDictionary<(string Device, long ReadAt), int> _polls = new();

    private Deliveries(ThingsBoardStandIn server)
    {
        _server = server;
        server.Delivered += delivery =>
        {
            if (delivery.TimestampMs is { } readAt) _polls.AddOrUpdate((delivery.Device, readAt), 1, (_, values) => values + 1);
        };
    }

    /// <summary>Opens the server on the port that the configuration names.</summary>
    public static async Task<Deliveries> OpenAsync(SampleConfiguration configuration) => new(await ThingsBoardStandIn.StartAsync(
        new() { Tokens = [SampleConfiguration.Token], Address = IPAddress.Loopback, Port = configuration.ServerPort }, TimeProvider.System));

    /// <summary>Different polls that have arrived and were read before a moment.</summary>
    public int PollsBefore(DateTimeOffset moment) => _polls.Keys.Count(poll => poll.ReadAt < moment.ToUnixTimeMilliseconds());

    /// <summary>Polls that have arrived and were read after a moment.</summary>
    public int PollsAfter(DateTimeOffset moment) => _polls.Keys.Count(poll => poll.ReadAt > moment.ToUnixTimeMilliseconds());

    public ValueTask DisposeAsync() => _server.DisposeAsync();
}
