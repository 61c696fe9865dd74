using System.Collections.Concurrent;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Time.Testing;
using Plenum.ThingsBoard.Session;
using TestKit.Brokers;

namespace Plenum.ThingsBoard.Tests.Session;

/// <summary>A server that acknowledges slowly, or what it was not sent.</summary>
public sealed class WrongAnswersTests : IAsyncDisposable
{
    private static readonly TimeSpan AckTimeout = TimeSpan.FromSeconds(20);

    private readonly FakeTimeProvider _time = new();
    private readonly BlockingCollection<(ScriptedLink Link, ScriptedPublish Publish)> _arrived = [];
    private readonly ScriptedBroker _broker;

    public WrongAnswersTests() => _broker = ScriptedBroker.Start((link, publish) =>
    {
        if (publish.Topic == Topics.Telemetry) _arrived.Add((link, publish));
        else link.Acknowledge(publish.Id);
    });

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public async ValueTask DisposeAsync()
    {
        await _broker.DisposeAsync();
        _arrived.Dispose();
    }

    [Fact]
    public async Task A_server_that_takes_its_time_for_each_publish_is_waited_for_as_long_as_it_gets_on()
    {
        await using var session = await ConnectAsync();
        var publishes = Enumerable.Range(0, 6).Select(_ => session.PublishAsync(Topics.Telemetry, "{}"u8.ToArray(), Cancel)).ToList();
        foreach (var publish in publishes) // the last is acknowledged after almost five times the time-out
        {
            var (link, sent) = Next();
            _time.Advance(AckTimeout * 0.8);
            link.Acknowledge(sent.Id);
            await publish.WaitAsync(Wait.Limit, Cancel);
        }
        Assert.False(session.Lost.IsCompleted);
    }

    [Fact]
    public async Task A_server_that_stops_getting_on_is_given_up_at_the_time_out_after_its_last_acknowledgement()
    {
        await using var session = await ConnectAsync();
        var publishes = Enumerable.Range(0, 3).Select(_ => session.PublishAsync(Topics.Telemetry, "{}"u8.ToArray(), Cancel)).ToList();
        var (link, sent) = Next();
        _time.Advance(AckTimeout * 0.8);
        link.Acknowledge(sent.Id);
        await publishes[0].WaitAsync(Wait.Limit, Cancel);

        _time.Advance(AckTimeout * 0.9);
        Assert.False(session.Lost.IsCompleted);
        _time.Advance(AckTimeout * 0.2);

        Assert.Equal(SessionCodes.AckTimeout, (await session.Lost.WaitAsync(Wait.Limit, Cancel)).Code);
        foreach (var publish in publishes.Skip(1)) await Assert.ThrowsAsync<SessionLostException>(() => publish.WaitAsync(Wait.Limit, Cancel));
    }

    [Fact]
    public async Task A_publish_that_is_passed_over_is_not_waited_for_longer_than_the_time_out()
    {
        await using var session = await ConnectAsync();
        var first = session.PublishAsync(Topics.Telemetry, "{}"u8.ToArray(), Cancel);
        var second = session.PublishAsync(Topics.Telemetry, "{}"u8.ToArray(), Cancel);
        Next();
        var (link, sent) = Next();
        _time.Advance(AckTimeout * 0.8);
        link.Acknowledge(sent.Id);
        await second.WaitAsync(Wait.Limit, Cancel);

        _time.Advance(AckTimeout * 0.3);

        await Assert.ThrowsAsync<SessionLostException>(() => first.WaitAsync(Wait.Limit, Cancel));
        Assert.Equal(SessionCodes.AckTimeout, (await session.Lost).Code);
    }

    [Fact]
    public async Task An_acknowledgement_of_nothing_completes_no_publish()
    {
        await using var session = await ConnectAsync();
        var publish = session.PublishAsync(Topics.Telemetry, "{}"u8.ToArray(), Cancel);
        var (link, sent) = Next();
        link.Acknowledge((ushort)(sent.Id + 700));
        var next = session.PublishAsync(Topics.Telemetry, "{}"u8.ToArray(), Cancel);
        var (_, nextSent) = Next();
        Assert.Equal((sent.Id + 1, false, false), (nextSent.Id, publish.IsCompleted, next.IsCompleted));

        link.Acknowledge(nextSent.Id);
        await next.WaitAsync(Wait.Limit, Cancel);
        Assert.False(publish.IsCompleted);
        link.Acknowledge(sent.Id);
        await publish.WaitAsync(Wait.Limit, Cancel);
    }

    [Fact]
    public async Task A_second_acknowledgement_of_one_publish_completes_no_other()
    {
        await using var session = await ConnectAsync();
        var first = session.PublishAsync(Topics.Telemetry, "{}"u8.ToArray(), Cancel);
        var second = session.PublishAsync(Topics.Telemetry, "{}"u8.ToArray(), Cancel);
        var (link, sent) = Next();
        var (_, other) = Next();
        for (var times = 0; times < 3; times++) link.Acknowledge(sent.Id);
        await first.WaitAsync(Wait.Limit, Cancel);
        await session.AskSharedAttributesAsync("D", ["k"], Cancel).WaitAsync(Wait.Limit, Cancel); // answered after the acknowledgements before it
        Assert.False(second.IsCompleted);

        link.Acknowledge(other.Id);
        await second.WaitAsync(Wait.Limit, Cancel);
    }

    [Theory]
    [InlineData(0x80, RefusalReason.Other)]
    [InlineData(0x87, RefusalReason.NotAuthorized)]
    [InlineData(0x97, RefusalReason.QuotaExceeded)]
    [InlineData(0x99, RefusalReason.PayloadInvalid)]
    public async Task An_acknowledgement_with_an_error_is_a_refusal_and_the_session_goes_on(byte code, RefusalReason reason)
    {
        await using var session = await ConnectAsync();
        var publish = session.PublishAsync(Topics.Telemetry, "{}"u8.ToArray(), Cancel);
        var (link, sent) = Next();
        link.Acknowledge(sent.Id, code);

        Assert.Equal(reason, (await Assert.ThrowsAsync<PublishRefusedException>(() => publish.WaitAsync(Wait.Limit, Cancel))).Reason);
        Assert.False(session.Lost.IsCompleted);
    }

    private (ScriptedLink Link, ScriptedPublish Publish) Next()
    {
        Assert.True(_arrived.TryTake(out var next, Wait.Limit), "no publish arrived");
        return next;
    }

    private async Task<IGatewaySession> ConnectAsync()
    {
        var options = new SessionOptions { Host = "127.0.0.1", Port = _broker.Port, Credentials = new(null, null, null), AckTimeout = AckTimeout, KeepAlive = TimeSpan.FromHours(18) };
        return await GatewaySession.ConnectAsync(options, new Recorder(), NullLogger.Instance, _time, Cancel).WaitAsync(Wait.Limit, Cancel);
    }
}
