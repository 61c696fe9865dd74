using System.Buffers;
using System.Collections.Concurrent;
using System.Globalization;
using System.Text.Json;
using MQTTnet;
using Plenum.ThingsBoard.Payloads;

namespace Plenum.ThingsBoard.Session;

public sealed partial class GatewaySession
{
    private readonly ConcurrentDictionary<long, string> _singleKeys = new(); // request id → the one key asked for
    private long _lastRequest = LimitsRequestId;
    private long _malformed;
    private volatile bool _limitsKnown;

    /// <inheritdoc/>
    public long Malformed => Interlocked.Read(ref _malformed);

    /// <inheritdoc/>
    public async Task AskSharedAttributesAsync(string device, IReadOnlyList<string> keys, CancellationToken cancel)
    {
        var id = Interlocked.Increment(ref _lastRequest);
        if (keys.Count == 1) _singleKeys[id] = keys[0]; // the server answers without naming it
        try
        {
            await PublishAsync(Topics.AttributesRequest, PayloadWriter.SharedAttributesRequest(id, device, keys), cancel).ConfigureAwait(false);
        }
        catch
        {
            _singleKeys.TryRemove(id, out _);
            throw;
        }
    }

    private Task OnReceivedAsync(MqttApplicationMessageReceivedEventArgs args)
    {
        var (topic, payload) = (args.ApplicationMessage.Topic, args.ApplicationMessage.Payload);
        try
        {
            if (!TryHandOver(topic, payload, out var error) && Interlocked.Increment(ref _malformed) == 1) _logger.Malformed(topic, error);
        }
        catch (Exception problem)
        {
            _logger.HandlerFailed(topic, problem); // a handler's fault: the session and the next message live on
        }
        return Task.CompletedTask;
    }

    private bool TryHandOver(string topic, ReadOnlySequence<byte> payload, out PayloadError error)
    {
        if (topic == Topics.Rpc)
        {
            if (!PayloadReader.TryReadDeviceRpc(payload, out var call, out error)) return false;
            _handler.OnRpc(this, call);
            return true;
        }
        if (topic == Topics.Attributes)
        {
            if (!PayloadReader.TryReadDeviceAttributes(payload, out var update, out error)) return false;
            _handler.OnAttributes(this, update);
            return true;
        }
        if (topic == Topics.AttributesResponse) return TryHandOverReply(payload, out error);
        if (NumberAfter(Topics.OwnRpcRequest, topic) is { } id)
        {
            if (!PayloadReader.TryReadGatewayRpc(id, payload, out var call, out error)) return false;
            _handler.OnGatewayRpc(this, call);
            return true;
        }
        return TryTakeOwn(topic, payload, out error);
    }

    /// <summary>What is for the gateway device itself.</summary>
    private bool TryTakeOwn(string topic, ReadOnlySequence<byte> payload, out PayloadError error)
    {
        if (!PayloadReader.TryReadObject(payload, out var root, out error)) return false;
        if (topic == Topics.OwnAttributes)
        {
            _handler.OnGatewayAttributes(this, root);
        }
        else if (NumberAfter(Topics.OwnAttributesResponse, topic) is not null)
        {
            if (root.TryGetProperty("shared", out var shared) && shared.ValueKind == JsonValueKind.Object) _handler.OnGatewayAttributes(this, shared);
        }
        else if (NumberAfter(Topics.OwnRpcResponse, topic) == LimitsRequestId)
        {
            TakeLimits(LimitsReader.Read(root));
        }
        return true;
    }

    private bool TryHandOverReply(ReadOnlySequence<byte> payload, out PayloadError error)
    {
        if (!PayloadReader.TryReadAttributesReply(payload, out var reply, out error)) return false;
        _singleKeys.TryRemove(reply.Id, out var key);
        if (reply.Values is { } values) _handler.OnAttributes(this, new(reply.Device, values));
        else if (key is not null && reply.Value is { } value) _handler.OnAttributes(this, new(reply.Device, Named(key, value)));
        return true;
    }

    private void TakeLimits(SessionLimits said)
    {
        _limitsKnown = true;
        _limits = _limits.And(said);
        _logger.LimitsKnown(_limits.PayloadBytes, _limits.InFlight);
    }

    private static JsonElement Named(string key, JsonElement value)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using (var json = new Utf8JsonWriter(buffer))
        {
            json.WriteStartObject();
            json.WritePropertyName(key);
            value.WriteTo(json);
            json.WriteEndObject();
        }
        using var document = JsonDocument.Parse(buffer.WrittenMemory);
        return document.RootElement.Clone();
    }

    private static long? NumberAfter(string prefix, string topic) =>
        topic.StartsWith(prefix, StringComparison.Ordinal) &&
        long.TryParse(topic.AsSpan(prefix.Length), NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;
}
