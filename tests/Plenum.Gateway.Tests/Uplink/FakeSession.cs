using System.Text;
using Plenum.ThingsBoard;
using Plenum.ThingsBoard.Payloads;
using Plenum.ThingsBoard.Session;

namespace Plenum.Gateway.Tests.Uplink;

/// <summary>A publish that a fake session was given.</summary>
internal sealed record Publish(string Topic, string Payload)
{
    private readonly TaskCompletionSource _answer = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public Task Answer => _answer.Task;

    public bool IsData => Topic == Topics.Telemetry || (Topic == Topics.Attributes && !Payload.Contains("connectorType", StringComparison.Ordinal) && !Payload.Contains("plenumStatus", StringComparison.Ordinal));

    public void Acknowledge() => _answer.TrySetResult();

    public void Refuse(RefusalReason reason = RefusalReason.Other) => _answer.TrySetException(new PublishRefusedException(reason, $"refused: {reason}"));

    public void Fail(SessionLoss loss) => _answer.TrySetException(new SessionLostException(loss));
}

/// <summary>A session whose server is the test.</summary>
/// <param name="onPublish">Answers a publish, or leaves it open; runs on the publisher.</param>
internal sealed class FakeSession(Action<FakeSession, Publish> onPublish) : IGatewaySession
{
    private readonly Lock _lock = new();
    private readonly List<Publish> _publishes = [];
    private readonly TaskCompletionSource<SessionLoss> _lost = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public SessionLimits Limits { get; set; } = SessionLimits.None;

    public Task<SessionLoss> Lost => _lost.Task;

    public long Malformed => 0;

    public int MostInFlight { get; private set; }

    public IReadOnlyList<Publish> Publishes
    {
        get { lock (_lock) return [.. _publishes]; }
    }

    public IReadOnlyList<Publish> Data => [.. Publishes.Where(publish => publish.IsData)];

    public IReadOnlyList<string> Connects => [.. Publishes.Where(publish => publish.Topic == Topics.Connect).Select(publish => publish.Payload)];

    public static void AcknowledgeAll(FakeSession session, Publish publish) => publish.Acknowledge();

    public static void AcknowledgeAllButData(FakeSession session, Publish publish)
    {
        if (!publish.IsData) publish.Acknowledge();
    }

    public Task PublishAsync(string topic, ReadOnlyMemory<byte> payload, CancellationToken cancel)
    {
        var publish = new Publish(topic, Encoding.UTF8.GetString(payload.Span));
        lock (_lock)
        {
            _publishes.Add(publish);
            MostInFlight = Math.Max(MostInFlight, _publishes.Count(it => !it.Answer.IsCompleted));
        }
        if (_lost.Task.IsCompleted) publish.Fail(_lost.Task.Result);
        else onPublish(this, publish);
        return publish.Answer;
    }

    public void Break(LossKind kind = LossKind.ClosedByServer)
    {
        if (!_lost.TrySetResult(new("uplink-closed", "the test closed it", kind))) return;
        foreach (var publish in Publishes) publish.Fail(_lost.Task.Result);
    }

    public Task ReplyAsync(DeviceRpc call, ReadOnlyMemory<byte> result, CancellationToken cancel) => throw new NotSupportedException();

    public Task ReplyAsync(GatewayRpc call, ReadOnlyMemory<byte> result, CancellationToken cancel) => throw new NotSupportedException();

    public Task AskSharedAttributesAsync(string device, IReadOnlyList<string> keys, CancellationToken cancel) => throw new NotSupportedException();

    public ValueTask DisposeAsync()
    {
        Break(LossKind.Closed);
        return ValueTask.CompletedTask;
    }
}
