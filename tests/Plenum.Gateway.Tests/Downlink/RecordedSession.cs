using System.Collections.Concurrent;
using System.Text;
using System.Text.Json;
using Plenum.ThingsBoard.Payloads;
using Plenum.ThingsBoard.Session;

namespace Plenum.Gateway.Tests.Downlink;

/// <summary>A session that keeps what the server is answered.</summary>
internal sealed class RecordedSession : IGatewaySession
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    private readonly ConcurrentDictionary<long, TaskCompletionSource<string>> _replies = new();

    public SessionLimits Limits => SessionLimits.None;

    public Task<SessionLoss> Lost { get; } = new TaskCompletionSource<SessionLoss>().Task;

    public long Malformed => 0;

    /// <summary>Whether a call has been answered by now.</summary>
    public bool IsAnswered(long call) => Of(call).Task.IsCompleted;

    /// <summary>The answer to a call, once it is there.</summary>
    public Task<string> ReplyAsync(long call) => Of(call).Task.WaitAsync(Patience);

    public Task ReplyAsync(DeviceRpc call, ReadOnlyMemory<byte> result, CancellationToken cancel) => Take(call.Id, result);

    public Task ReplyAsync(GatewayRpc call, ReadOnlyMemory<byte> result, CancellationToken cancel) => Take(call.Id, result);

    public Task PublishAsync(string topic, ReadOnlyMemory<byte> payload, CancellationToken cancel) => throw new NotSupportedException();

    public Task AskSharedAttributesAsync(string device, IReadOnlyList<string> keys, CancellationToken cancel) => throw new NotSupportedException();

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    private TaskCompletionSource<string> Of(long call) => _replies.GetOrAdd(call, _ => new(TaskCreationOptions.RunContinuationsAsynchronously));

    private Task Take(long call, ReadOnlyMemory<byte> result)
    {
        using var json = JsonDocument.Parse(result); // whatever is answered is JSON
        Assert.True(Of(call).TrySetResult(Encoding.UTF8.GetString(result.Span)), $"call {call} was answered twice");
        return Task.CompletedTask;
    }
}
