using System.Buffers;
using System.Collections.Concurrent;
using System.Globalization;
using System.Text.Json;
using MQTTnet.Protocol;
using MQTTnet.Server;
using Plenum.ThingsBoard;

namespace Plenum.Demo;

public sealed partial class ThingsBoardStandIn
{
    private static readonly JsonDocumentOptions Strict = new() { AllowDuplicateProperties = false };

    private readonly ConcurrentDictionary<string, string> _devices = new();
    private long _publishes, _malformed, _values;

    /// <summary>A value reached the server.</summary>
    public event Action<Delivery>? Delivered;

    /// <summary>A device was connected: its name and profile.</summary>
    public event Action<string, string>? DeviceConnected;

    /// <summary>The devices that were connected, with their profiles.</summary>
    public IReadOnlyDictionary<string, string> Devices => _devices;

    /// <summary>Publishes that came.</summary>
    public long Publishes => Interlocked.Read(ref _publishes);

    /// <summary>Publishes whose payload was not what belongs on their topic.</summary>
    public long Malformed => Interlocked.Read(ref _malformed);

    /// <summary>Values that reached the server.</summary>
    public long Values => Interlocked.Read(ref _values);

    private async Task OnPublishAsync(InterceptingPublishEventArgs args)
    {
        if (args.ClientId == ServerId) return; // our own, on its way to the gateway
        args.ProcessPublish = false; // nobody else listens
        Interlocked.Increment(ref _publishes);
        var (topic, payload) = (args.ApplicationMessage.Topic, args.ApplicationMessage.Payload.ToArray());
        switch (payload.Length > _options.MaxPayloadBytes ? Verdict.Close : _options.Judge(topic, payload))
        {
            case Verdict.Close: args.CloseConnection = true; return;
            case Verdict.RefuseTopic: args.Response.ReasonCode = MqttPubAckReasonCode.NotAuthorized; return;
            case Verdict.RefusePayload: args.Response.ReasonCode = MqttPubAckReasonCode.PayloadFormatInvalid; return;
        }
        if (await TryTakeAsync(topic, payload).ConfigureAwait(false)) return;
        Interlocked.Increment(ref _malformed);
        args.Response.ReasonCode = MqttPubAckReasonCode.PayloadFormatInvalid;
    }

    private async Task<bool> TryTakeAsync(string topic, byte[] payload)
    {
        try
        {
            var root = JsonDocument.Parse(payload, Strict).RootElement;
            if (topic.StartsWith(Topics.OwnRpcResponse, StringComparison.Ordinal)) return TakeGatewayReply(topic, root);
            if (topic.StartsWith(Topics.OwnRpcRequest, StringComparison.Ordinal)) return await AnswerAsync(topic, root).ConfigureAwait(false);
            return topic switch
            {
                Topics.Connect => TakeConnect(root),
                Topics.Disconnect => _devices.TryRemove(root.GetProperty("device").GetString()!, out _) || true,
                Topics.Telemetry => TakeTelemetry(root),
                Topics.Attributes => TakeAttributes(root),
                Topics.Rpc => TakeReply(root),
                Topics.AttributesRequest => await AnswerAttributesAsync(root).ConfigureAwait(false),
                Topics.OwnTelemetry or Topics.OwnAttributes => true,
                _ => false,
            };
        }
        catch (Exception problem) when (problem is JsonException or KeyNotFoundException or InvalidOperationException or FormatException)
        {
            return false;
        }
    }

    private bool TakeConnect(JsonElement root)
    {
        var (device, profile) = (root.GetProperty("device").GetString()!, root.GetProperty("type").GetString()!);
        _devices[device] = profile;
        DeviceConnected?.Invoke(device, profile);
        return true;
    }

    private bool TakeTelemetry(JsonElement root)
    {
        foreach (var device in root.EnumerateObject())
            foreach (var entry in device.Value.EnumerateArray())
                Deliver(device.Name, entry.GetProperty("ts").GetInt64(), entry.GetProperty("values"));
        return true;
    }

    private bool TakeAttributes(JsonElement root)
    {
        foreach (var device in root.EnumerateObject()) Deliver(device.Name, null, device.Value);
        return true;
    }

    private void Deliver(string device, long? timestamp, JsonElement values)
    {
        var arrived = _time.GetUtcNow();
        foreach (var member in values.EnumerateObject())
        {
            Interlocked.Increment(ref _values);
            Delivered?.Invoke(new(device, member.Name, timestamp, member.Value, arrived));
        }
    }

    /// <summary>The one procedure of the server that gateways call.</summary>
    private async Task<bool> AnswerAsync(string topic, JsonElement root)
    {
        if (root.GetProperty("method").GetString() != "getSessionLimits") return false;
        if (!_options.AnswersLimits) return true;
        var number = topic[Topics.OwnRpcRequest.Length..];
        var rates = """{"messages":"","telemetryMessages":"","telemetryDataPoints":""}""";
        await SendAsync(Topics.OwnRpcResponse + number, string.Create(CultureInfo.InvariantCulture,
            $$"""{"maxPayloadSize":{{_options.MaxPayloadBytes}},"maxInflightMessages":{{_options.MaxInFlight}},"rateLimits":{{rates}},"gatewayRateLimits":{{rates}}}""")).ConfigureAwait(false);
        return true;
    }
}
