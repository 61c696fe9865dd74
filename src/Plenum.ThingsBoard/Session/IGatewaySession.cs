using Plenum.ThingsBoard.Payloads;

namespace Plenum.ThingsBoard.Session;

/// <summary>One MQTT session with the server, from its connect to its loss. It never reconnects: a new session is a new object.</summary>
public interface IGatewaySession : IAsyncDisposable
{
    /// <summary>What to keep to; narrows when the server answers, which it need not do.</summary>
    SessionLimits Limits { get; }

    /// <summary>Completes when the session is over, with the reason. Never faults.</summary>
    Task<SessionLoss> Lost { get; }

    /// <summary>Payloads that came and could not be understood; the first of a session is logged.</summary>
    long Malformed { get; }

    /// <summary>Publishes with quality of service 1; completes once the server has acknowledged it.</summary>
    /// <param name="topic">One of <see cref="Topics"/>.</param>
    /// <param name="payload">Must not change until the task completes.</param>
    /// <exception cref="PublishRefusedException">The server (or its stated packet size) refused this publish; the session goes on.</exception>
    /// <exception cref="SessionLostException">The session was lost; whether the server has the publish is unknown.</exception>
    Task PublishAsync(string topic, ReadOnlyMemory<byte> payload, CancellationToken cancel);

    /// <summary>Answers a call of a device's procedure.</summary>
    /// <param name="result">The answer, any JSON value.</param>
    Task ReplyAsync(DeviceRpc call, ReadOnlyMemory<byte> result, CancellationToken cancel);

    /// <summary>Answers a call of a procedure of the gateway device.</summary>
    /// <param name="result">The answer, any JSON value.</param>
    Task ReplyAsync(GatewayRpc call, ReadOnlyMemory<byte> result, CancellationToken cancel);

    /// <summary>Asks for shared attributes of a device; they come through <see cref="ISessionHandler.OnAttributes"/>.</summary>
    Task AskSharedAttributesAsync(string device, IReadOnlyList<string> keys, CancellationToken cancel);
}
