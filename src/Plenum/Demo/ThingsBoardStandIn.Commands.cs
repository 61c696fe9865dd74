using System.Buffers;
using System.Collections.Concurrent;
using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using MQTTnet;
using MQTTnet.Protocol;
using MQTTnet.Server;
using Plenum.ThingsBoard;

namespace Plenum.Demo;

public sealed partial class ThingsBoardStandIn
{
    private const string ServerId = "server";

    private readonly ConcurrentDictionary<long, TaskCompletionSource<JsonElement>> _calls = new();
    private readonly ConcurrentDictionary<(string Device, string Key), JsonElement> _shared = new();
    private long _lastCall;

    /// <summary>Calls a procedure of a device and waits for its answer.</summary>
    /// <param name="parameters">Any JSON value.</param>
    public Task<JsonElement> CallAsync(string device, string method, string parameters, CancellationToken cancel) =>
        CallAsync(id => (Topics.Rpc, new JsonObject
        {
            ["device"] = device,
            ["data"] = new JsonObject { ["id"] = id, ["method"] = method, ["params"] = JsonNode.Parse(parameters) },
        }), cancel);

    /// <summary>Calls a procedure of the gateway device and waits for its answer.</summary>
    /// <param name="parameters">Any JSON value.</param>
    public Task<JsonElement> CallGatewayAsync(string method, string parameters, CancellationToken cancel) =>
        CallAsync(id => (Topics.OwnRpcRequest + id.ToString(CultureInfo.InvariantCulture),
            new JsonObject { ["method"] = method, ["params"] = JsonNode.Parse(parameters) }), cancel);

    /// <summary>Changes shared attributes of a device, tells the gateway, and keeps them for when they are asked for.</summary>
    /// <param name="attributes">A JSON object.</param>
    public async Task SetSharedAsync(string device, string attributes)
    {
        foreach (var member in JsonDocument.Parse(attributes).RootElement.EnumerateObject()) _shared[(device, member.Name)] = member.Value;
        await SendAsync(Topics.Attributes, new JsonObject { ["device"] = device, ["data"] = JsonNode.Parse(attributes) }.ToJsonString()).ConfigureAwait(false);
    }

    /// <summary>Sends anything to the gateways, for example what they should not understand.</summary>
    public Task SendAsync(string topic, string payload) => _server.InjectApplicationMessage(
        new InjectedMqttApplicationMessage(new MqttApplicationMessage
        {
            Topic = topic,
            Payload = new ReadOnlySequence<byte>(Encoding.UTF8.GetBytes(payload)),
            QualityOfServiceLevel = MqttQualityOfServiceLevel.AtLeastOnce,
        })
        { SenderClientId = ServerId });

    private async Task<JsonElement> CallAsync(Func<long, (string Topic, JsonObject Payload)> build, CancellationToken cancel)
    {
        var id = Interlocked.Increment(ref _lastCall);
        var answer = _calls[id] = new(TaskCreationOptions.RunContinuationsAsynchronously);
        try
        {
            var (topic, payload) = build(id);
            await SendAsync(topic, payload.ToJsonString()).ConfigureAwait(false);
            return await answer.Task.WaitAsync(cancel).ConfigureAwait(false);
        }
        finally
        {
            _calls.TryRemove(id, out _);
        }
    }

    private bool TakeReply(JsonElement root)
    {
        _ = root.GetProperty("device").GetString();
        if (_calls.TryGetValue(root.GetProperty("id").GetInt64(), out var call)) call.TrySetResult(root.GetProperty("data"));
        return true;
    }

    private bool TakeGatewayReply(string topic, JsonElement root)
    {
        var id = long.Parse(topic.AsSpan(Topics.OwnRpcResponse.Length), NumberStyles.None, CultureInfo.InvariantCulture);
        if (_calls.TryGetValue(id, out var call)) call.TrySetResult(root);
        return true;
    }

    /// <summary>Answers as the server does: several keys as an object, one key as its bare value.</summary>
    private async Task<bool> AnswerAttributesAsync(JsonElement root)
    {
        var device = root.GetProperty("device").GetString()!;
        var keys = root.GetProperty("keys").EnumerateArray().Select(key => key.GetString()!).ToList();
        var answer = new JsonObject { ["id"] = root.GetProperty("id").GetInt64(), ["device"] = device };
        var known = keys.Where(key => _shared.ContainsKey((device, key))).ToList();
        if (keys.Count == 1)
        {
            if (known.Count == 1) answer["value"] = Node(device, known[0]);
            else answer["values"] = new JsonObject();
        }
        else
        {
            answer["values"] = new JsonObject(known.Select(key => KeyValuePair.Create(key, Node(device, key))));
        }
        await SendAsync(Topics.AttributesResponse, answer.ToJsonString()).ConfigureAwait(false);
        return true;
    }

    private JsonNode? Node(string device, string key) => JsonNode.Parse(_shared[(device, key)].GetRawText());
}
