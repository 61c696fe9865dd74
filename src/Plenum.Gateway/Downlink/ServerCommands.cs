using System.Text.Json;
using Microsoft.Extensions.Logging;
using Plenum.ThingsBoard.Payloads;
using Plenum.ThingsBoard.Session;

namespace Plenum.Gateway.Downlink;

/// <summary>What the server wants done: calls of procedures, and shared attributes that are written to devices.</summary>
/// <remarks>Each command runs on its own: one to a silent device delays no other. A malformed one is answered with what is wrong, and harms nothing.</remarks>
public sealed class ServerCommands(IDeviceLookup devices, TimeProvider time, ILogger logger, CancellationToken stop) : ISessionHandler
{
    private readonly CommandRunner _runner = new(time);
    private readonly NewestValues _newest = new();
    private readonly RunningCalls _calls = new();
    private int _running;

    /// <summary>Commands being carried out now.</summary>
    public int Running => Volatile.Read(ref _running);

    /// <inheritdoc/>
    public void OnRpc(IGatewaySession session, DeviceRpc call)
    {
        var refusal = _calls.TryEnter(call.Device);
        Begin(async () =>
        {
            try
            {
                var reply = refusal is null ? await AnswerAsync(call).ConfigureAwait(false) : CommandReply.Error(refusal);
                await session.ReplyAsync(call, reply, stop).ConfigureAwait(false);
            }
            finally
            {
                if (refusal is null) _calls.Leave(call.Device);
            }
        }, $"{call.Device} {call.Method}");
    }

    /// <inheritdoc/>
    public void OnGatewayRpc(IGatewaySession session, GatewayRpc call) =>
        Begin(() => session.ReplyAsync(call, GatewayAnswer(call), stop), call.Method);

    /// <inheritdoc/>
    public void OnAttributes(IGatewaySession session, DeviceAttributes update)
    {
        foreach (var attribute in update.Values.EnumerateObject())
        {
            var (name, value) = (attribute.Name, attribute.Value.Clone());
            if (_newest.TryBegin((update.Device, name), value)) Begin(() => WriteAttributeAsync(update.Device, name, value), $"{update.Device} {name}");
        }
    }

    /// <inheritdoc/>
    public void OnGatewayAttributes(IGatewaySession session, JsonElement values)
    {
        // The gateway's own shared attributes are its remote configuration, which this version does not take.
    }

    private async Task<ReadOnlyMemory<byte>> AnswerAsync(DeviceRpc call)
    {
        if (devices.Find(call.Device) is not { } target) return CommandReply.Error($"device \"{call.Device}\" is not known here, or has not said its name yet");
        Command? command;
        string? problem = null;
        if (ReservedCommand.IsReserved(call.Method)) (command, problem) = ReservedCommand.Parse(call.Method, call.Params);
        else command = target.Plan.Rpcs.FirstOrDefault(rpc => rpc.Method == call.Method) is { } rpc ? Command.Of(rpc, call.Params) : null;
        if (command is null) return CommandReply.Error(problem ?? $"method \"{call.Method}\" is not configured for this device, and is not get or set");
        return CommandReply.Of(await _runner.RunAsync(target, command, stop).ConfigureAwait(false));
    }

    /// <summary>Writes an attribute, and then, as long as it has changed meanwhile, its newest value: two writes at a time could end in the wrong order.</summary>
    private async Task WriteAttributeAsync(string device, string key, JsonElement value)
    {
        try
        {
            do await WriteOnceAsync(device, key, value).ConfigureAwait(false);
            while (_newest.TryNext((device, key), out value));
        }
        catch
        {
            _newest.Forget((device, key));
            throw;
        }
    }

    private async Task WriteOnceAsync(string device, string key, JsonElement value)
    {
        if (devices.Find(device) is not { } target)
        {
            Log.AttributeForUnknownDevice(logger, device, key);
            return;
        }
        foreach (var update in target.Plan.AttributeUpdates.Where(update => update.Key == key))
        {
            var command = new Command(new(update.Object, update.Property), Writes: true, value, update.Priority, TimeSpan.FromSeconds(5));
            var outcome = await _runner.RunAsync(target, command, stop).ConfigureAwait(false);
            if (outcome.Problem is { } problem) Log.AttributeNotWritten(logger, device, key, update.Path, problem);
            else Log.AttributeWritten(logger, device, key, command.Target.ToString(), outcome.Value.ToString());
        }
    }

    private ReadOnlyMemory<byte> GatewayAnswer(GatewayRpc call) => call.Method switch
    {
        "gateway_ping" => CommandReply.Write(json =>
        {
            json.WriteNumber("code"u8, 200);
            json.WriteString("resp"u8, "pong"u8);
        }),
        "gateway_devices" => CommandReply.Write(json =>
        {
            json.WriteNumber("code"u8, 200);
            json.WriteStartObject("resp"u8);
            foreach (var (name, connector) in devices.Connectors) json.WriteString(name, connector);
            json.WriteEndObject();
        }),
        _ => CommandReply.Write(json =>
        {
            json.WriteString("error"u8, "Method not found"u8);
            json.WriteNumber("code"u8, 404);
        }),
    };

    private void Begin(Func<Task> work, string what)
    {
        Interlocked.Increment(ref _running);
        _ = Task.Run(async () =>
        {
            try
            {
                await work().ConfigureAwait(false);
            }
            catch (Exception failure) when (failure is not OperationCanceledException || !stop.IsCancellationRequested)
            {
                Log.CommandFailed(logger, what, failure);
            }
            finally
            {
                Interlocked.Decrement(ref _running);
            }
        }, CancellationToken.None);
    }
}
