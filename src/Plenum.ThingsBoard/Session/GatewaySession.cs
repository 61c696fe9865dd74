using System.Buffers;
using System.Security.Cryptography.X509Certificates;
using Microsoft.Extensions.Logging;
using MQTTnet;
using MQTTnet.Protocol;
using Plenum.ThingsBoard.Payloads;

namespace Plenum.ThingsBoard.Session;

/// <summary>A session over MQTT 5, or 3.1.1 where the server knows nothing newer.</summary>
/// <remarks>MQTTnet's events only signal here; whatever ends the session goes through <see cref="End"/>, once.</remarks>
public sealed partial class GatewaySession : IGatewaySession
{
    private static readonly TimeSpan ReasonGrace = TimeSpan.FromMilliseconds(500);
    private static readonly TimeSpan GoodbyeTime = TimeSpan.FromSeconds(1);

    private readonly SessionOptions _options;
    private readonly ISessionHandler _handler;
    private readonly ILogger _logger;
    private readonly TimeProvider _time;
    private readonly IMqttClient _client = new MqttClientFactory().CreateMqttClient();
    private readonly TaskCompletionSource<SessionLoss> _lost = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly CancellationTokenSource _ended = new();
    private readonly TaskCompletionSource _closed = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private SemaphoreSlim _slots = new(0);
    private readonly AckProgress _acks;
    private X509Certificate2? _own;
    private volatile SessionLimits _limits = SessionLimits.None;

    private GatewaySession(SessionOptions options, ISessionHandler handler, ILogger logger, TimeProvider time) =>
        (_options, _handler, _logger, _time, _acks) = (options, handler, logger, time, new(time, options.AckTimeout));

    /// <inheritdoc/>
    public SessionLimits Limits => _limits;

    /// <inheritdoc/>
    public Task<SessionLoss> Lost => _lost.Task;

    /// <inheritdoc/>
    public async Task PublishAsync(string topic, ReadOnlyMemory<byte> payload, CancellationToken cancel)
    {
        if (payload.Length > _largestPayload)
            throw new PublishRefusedException(RefusalReason.TooLarge, $"a payload of {payload.Length} bytes on {topic} is larger than the {_largestPayload} bytes the server takes");

        await TakeSlotAsync(cancel).ConfigureAwait(false);
        try
        {
            await SendAsync(topic, payload).ConfigureAwait(false);
        }
        finally
        {
            _slots.Release();
        }
    }

    /// <inheritdoc/>
    public Task ReplyAsync(DeviceRpc call, ReadOnlyMemory<byte> result, CancellationToken cancel) =>
        PublishAsync(Topics.Rpc, PayloadWriter.RpcReply(call, result), cancel);

    /// <inheritdoc/>
    public Task ReplyAsync(GatewayRpc call, ReadOnlyMemory<byte> result, CancellationToken cancel) =>
        PublishAsync($"{Topics.OwnRpcResponse}{call.Id}", result, cancel);

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        End(new(SessionCodes.ClosedByUs, "the gateway closed the session", LossKind.Closed));
        await _closed.Task.ConfigureAwait(false);
    }

    /// <summary>Waits for one of the places that the server grants (MQTT 5.0, 3.2.2.3.3: Receive Maximum).</summary>
    private async ValueTask TakeSlotAsync(CancellationToken cancel)
    {
        cancel.ThrowIfCancellationRequested();
        if (_slots.Wait(0, CancellationToken.None)) return;
        using var either = CancellationTokenSource.CreateLinkedTokenSource(cancel, _ended.Token);
        try
        {
            await _slots.WaitAsync(either.Token).ConfigureAwait(false);
        }
        catch (OperationCanceledException) when (!cancel.IsCancellationRequested)
        {
            throw new SessionLostException(await _lost.Task.ConfigureAwait(false));
        }
    }

    /// <summary>Sends, and waits for the acknowledgement. Not to be cancelled: a publish that is on its way holds its place until it is acknowledged or the session ends.</summary>
    private async Task SendAsync(string topic, ReadOnlyMemory<byte> payload)
    {
        var message = new MqttApplicationMessage { Topic = topic, Payload = new ReadOnlySequence<byte>(payload), QualityOfServiceLevel = MqttQualityOfServiceLevel.AtLeastOnce };
        MqttClientPublishResult result;
        try
        {
            result = await SendAndWaitAsync(message).ConfigureAwait(false);
        }
        catch (TimeoutException)
        {
            End(Silence(SessionCodes.AckTimeout, "acknowledged nothing"));
            throw new SessionLostException(await _lost.Task.ConfigureAwait(false));
        }
        catch (Exception problem)
        {
            throw new SessionLostException(await ReasonAfterAsync(problem).ConfigureAwait(false));
        }
        if ((int)result.ReasonCode >= 0x80) throw Refusal(topic, payload.Length, result);
    }

    private async Task<MqttClientPublishResult> SendAndWaitAsync(MqttApplicationMessage message)
    {
        var number = _acks.Begin();
        var acknowledged = _client.PublishAsync(message, CancellationToken.None);
        for (var patience = _options.AckTimeout; ;)
        {
            try
            {
                var result = await acknowledged.WaitAsync(patience, _time, _ended.Token).ConfigureAwait(false);
                _acks.Acknowledged(number);
                return result;
            }
            catch (TimeoutException) when (_acks.Patience(number) is { Ticks: > 0 } more)
            {
                patience = more; // others before it are acknowledged one after the other: its turn will come
            }
        }
    }

    private SessionLoss Silence(string code, string what) => new(code,
        $"{_options.Host}:{_options.Port} {what} for {_options.AckTimeout.TotalSeconds:0.#} s: the link is dead or the server stands still; it is tried anew", LossKind.Silence);

    /// <summary>A publish failed. The session is over; the event that says why may come a moment later.</summary>
    private async Task<SessionLoss> ReasonAfterAsync(Exception problem)
    {
        await Task.WhenAny(_lost.Task, Task.Delay(ReasonGrace, _time)).ConfigureAwait(false);
        End(Closed(SessionCodes.Closed, problem.Message));
        return await _lost.Task.ConfigureAwait(false);
    }

    private static PublishRefusedException Refusal(string topic, int length, MqttClientPublishResult result)
    {
        var reason = result.ReasonCode switch
        {
            MqttClientPublishReasonCode.NotAuthorized => RefusalReason.NotAuthorized,
            MqttClientPublishReasonCode.QuotaExceeded => RefusalReason.QuotaExceeded,
            MqttClientPublishReasonCode.PayloadFormatInvalid => RefusalReason.PayloadInvalid,
            _ => RefusalReason.Other,
        };
        var said = string.IsNullOrEmpty(result.ReasonString) ? "" : $", {result.ReasonString}";
        return new(reason, $"the server refused {length} bytes on {topic} ({result.ReasonCode}{said})");
    }

    /// <summary>Ends the session, for the first reason given; later ones are consequences.</summary>
    private void End(SessionLoss loss)
    {
        if (!_lost.TrySetResult(loss)) return;
        _logger.Ended(loss.ToString());
        _ = CloseAsync();
    }

    private async Task CloseAsync()
    {
        await _ended.CancelAsync().ConfigureAwait(false);
        try
        {
            using var patience = new CancellationTokenSource(GoodbyeTime);
            if (_client.IsConnected) await _client.DisconnectAsync(new MqttClientDisconnectOptions(), patience.Token).ConfigureAwait(false);
        }
        catch (Exception problem)
        {
            _logger.CloseFailed(problem.Message); // over anyway
        }
        finally
        {
            _client.Dispose();
            _own?.Dispose();
            _closed.SetResult();
        }
    }
}
