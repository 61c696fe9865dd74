using System.Collections.Concurrent;
using System.Text.Json;
using System.Text.RegularExpressions;
using Microsoft.Extensions.Logging.Abstractions;
using Plenum.Gateway.Model;
using Plenum.Gateway.Uplink;
using Plenum.ThingsBoard;
using Plenum.ThingsBoard.Payloads;
using Plenum.ThingsBoard.Session;
using TestKit.Brokers;

namespace Plenum.Gateway.Tests.Uplink;

/// <summary>Real sessions with a server that acknowledges wrongly: nothing leaves the outbox but what it has acknowledged.</summary>
public sealed partial class WrongAcknowledgementTests : ISessionHandler, IAsyncDisposable
{
    private const int Messages = 100;

    private readonly FakeOutbox _outbox = new();
    private readonly ConcurrentDictionary<long, byte> _acknowledged = new();
    private int _closed;

    public ValueTask DisposeAsync() => _outbox.DisposeAsync();

    [Theory]
    [InlineData("an identifier that was never given")]
    [InlineData("the identifier of a publish that is yet to come")]
    [InlineData("twice")]
    [InlineData("with an unspecified error")]
    [InlineData("with a used-up quota")]
    [InlineData("not at all, and the connection is closed")]
    public async Task Every_fifth_publish_is_acknowledged_wrongly_and_every_message_arrives(string how)
    {
        var count = 0;
        await using var broker = ScriptedBroker.Start((link, publish) =>
        {
            if (publish.Topic == Topics.Telemetry && Interlocked.Increment(ref count) % 5 == 0) Wrongly(how, link, publish);
            else Rightly(link, publish);
        });
        using var stop = new CancellationTokenSource();
        for (var i = 1; i <= Messages; i++) _outbox.Store($"D{i % 7}", """{"t":1}""", timestamp: i);
        var options = new SessionOptions { Host = "127.0.0.1", Port = broker.Port, Credentials = new(null, null, null), AckTimeout = TimeSpan.FromSeconds(1) };
        var loop = new UplinkLoop(new() { MaxPayloadBytes = 300 }, _outbox, new DeviceRegistry(),
            cancel => GatewaySession.ConnectAsync(options, this, NullLogger.Instance, TimeProvider.System, cancel), NullLogger.Instance, TimeProvider.System, new Random(1));
        var running = loop.RunAsync(stop.Token);

        using var bound = new CancellationTokenSource(TimeSpan.FromSeconds(90));
        while (_outbox.Waiting > 0)
        {
            Assert.DoesNotContain(_outbox.Deleted, id => !_acknowledged.ContainsKey(id));
            await Task.Delay(5, bound.Token);
        }
        await stop.CancelAsync();
        await running.WaitAsync(TimeSpan.FromSeconds(30), TestContext.Current.CancellationToken);

        Assert.Equal(Enumerable.Range(1, Messages).Select(id => (long)id), _acknowledged.Keys.Order());
        Assert.Equal(0, loop.State.Rejected);
    }

    void ISessionHandler.OnRpc(IGatewaySession session, DeviceRpc call) { }

    void ISessionHandler.OnGatewayRpc(IGatewaySession session, GatewayRpc call) { }

    void ISessionHandler.OnAttributes(IGatewaySession session, DeviceAttributes update) { }

    void ISessionHandler.OnGatewayAttributes(IGatewaySession session, JsonElement values) { }

    private void Wrongly(string how, ScriptedLink link, ScriptedPublish publish)
    {
        switch (how)
        {
            case "twice":
                Rightly(link, publish);
                link.Acknowledge(publish.Id);
                break;
            case "an identifier that was never given":
                link.Acknowledge((ushort)(publish.Id + 9000));
                Rightly(link, publish);
                break;
            case "the identifier of a publish that is yet to come":
                link.Acknowledge((ushort)(publish.Id + 40));
                Rightly(link, publish);
                break;
            case "with an unspecified error": link.Acknowledge(publish.Id, reason: 0x80); break;
            case "with a used-up quota": link.Acknowledge(publish.Id, reason: 0x97); break;
            case "not at all, and the connection is closed" when Interlocked.Increment(ref _closed) <= 4: link.Close(); break;
            default: Rightly(link, publish); break;
        }
    }

    /// <summary>Notes what is in it, and then acknowledges it.</summary>
    private void Rightly(ScriptedLink link, ScriptedPublish publish)
    {
        foreach (Match match in Timestamp().Matches(publish.Payload)) _acknowledged[long.Parse(match.Groups[1].ValueSpan, null)] = 1;
        link.Acknowledge(publish.Id);
    }

    [GeneratedRegex("\"ts\":([0-9]+)")]
    private static partial Regex Timestamp();
}
