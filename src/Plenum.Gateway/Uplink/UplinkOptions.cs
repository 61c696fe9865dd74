using Plenum.Gateway.Configuration;
using Plenum.ThingsBoard.Session;

namespace Plenum.Gateway.Uplink;

/// <summary>How the uplink works.</summary>
public sealed record UplinkOptions
{
    /// <summary>Largest payload that is built, whatever a server allows: keeps buffers off the large-object heap.</summary>
    public const int LargestPayloadBytes = 64 * 1024;

    /// <summary>Largest payload of a publish in bytes, if the server does not say; 8196 by default.</summary>
    public int MaxPayloadBytes { get; init; } = 8196;

    /// <summary>Most publishes that wait for their acknowledgement at a time, if the server does not say; 16 by default.</summary>
    public int Window { get; init; } = 16;

    /// <summary>How long, at shutdown, what is stored is still sent; 5 s by default. What remains is sent after the next start.</summary>
    public TimeSpan Grace { get; init; } = TimeSpan.FromSeconds(5);

    /// <summary>The client attribute <c>connectorType</c> of every device; <c>bacnet</c> by default.</summary>
    public string ConnectorType { get; init; } = "bacnet";

    /// <summary>Whether, when much waits, what is read now is sent before it; true by default.</summary>
    public bool FreshFirst { get; init; } = true;

    /// <summary>The uplink of a plan.</summary>
    public static UplinkOptions From(ServerPlan server, StoragePlan storage) =>
        new() { MaxPayloadBytes = server.MaxPayloadBytes, FreshFirst = storage.Order == SendingOrder.FreshFirst };

    /// <summary>The session of a plan. Publishes always have quality of service 1, also where the plan says 0: nothing leaves the outbox without an acknowledgement.</summary>
    public static SessionOptions SessionFrom(ServerPlan plan) => new()
    {
        Host = plan.Host,
        Port = plan.Port,
        KeepAlive = plan.KeepAlive,
        Credentials = plan.Security.AccessToken is { } token
            ? SessionCredentials.AccessToken(token) with { ClientId = plan.Security.ClientId }
            : new(plan.Security.Username, plan.Security.Password, plan.Security.ClientId),
        Tls = plan.Security.UseTls ? new(plan.Security.CaCertPath, plan.Security.CertPath, plan.Security.PrivateKeyPath) : null,
    };
}
