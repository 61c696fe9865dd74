using System.Net;

namespace Plenum.Demo;

/// <summary>How the stand-in for the server behaves.</summary>
public sealed record StandInOptions
{
    /// <summary>The access tokens it knows; every other one is refused.</summary>
    public required IReadOnlyCollection<string> Tokens { get; init; }

    /// <summary>Where it listens; loopback by default.</summary>
    public IPAddress Address { get; init; } = IPAddress.Loopback;

    /// <summary>TCP port; 0 (the default) takes a free one.</summary>
    public int Port { get; init; }

    /// <summary>Whether it answers getSessionLimits; true by default. Servers before 3.8 and plain brokers do not.</summary>
    public bool AnswersLimits { get; init; } = true;

    /// <summary>Whether it speaks MQTT 5; true by default. Otherwise it refuses it, and speaks 3.1.1.</summary>
    public bool SpeaksMqtt5 { get; init; } = true;

    /// <summary>Its stated maxPayloadSize; a larger publish closes the connection, as the server does. 65536 by default.</summary>
    public int MaxPayloadBytes { get; init; } = 65536;

    /// <summary>Its stated maxInflightMessages; 100 by default.</summary>
    public int MaxInFlight { get; init; } = 100;

    /// <summary>What becomes of a publish, by its topic and payload; asked before the payload is read. Everything is taken by default.</summary>
    public Func<string, ReadOnlyMemory<byte>, Verdict> Judge { get; init; } = static (_, _) => Verdict.Take;
}

/// <summary>What becomes of a publish.</summary>
public enum Verdict
{
    /// <summary>It is taken and acknowledged.</summary>
    Take,
    /// <summary>It is acknowledged with "payload format invalid".</summary>
    RefusePayload,
    /// <summary>It is acknowledged with "not authorized".</summary>
    RefuseTopic,
    /// <summary>The connection is closed without an acknowledgement.</summary>
    Close,
}
