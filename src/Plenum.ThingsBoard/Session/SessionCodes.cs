namespace Plenum.ThingsBoard.Session;

/// <summary>The stable codes of what can be wrong with the way to the server. Each is a heading in <c>docs/troubleshooting.md</c>.</summary>
public static class SessionCodes
{
    /// <summary>The server does not accept the token, user name, password or certificate.</summary>
    public const string BadCredentials = "uplink-bad-credentials";
    /// <summary>The server does not accept the client id.</summary>
    public const string BadClientId = "uplink-bad-client-id";
    /// <summary>The host name has no address.</summary>
    public const string HostUnknown = "uplink-host-unknown";
    /// <summary>Nothing listens on the port.</summary>
    public const string Refused = "uplink-refused";
    /// <summary>There is no route to the host.</summary>
    public const string Unreachable = "uplink-unreachable";
    /// <summary>Connecting took too long.</summary>
    public const string Timeout = "uplink-timeout";
    /// <summary>The server's certificate does not come from a trusted authority.</summary>
    public const string TlsUntrusted = "uplink-tls-untrusted";
    /// <summary>The server's certificate is for another name.</summary>
    public const string TlsNameMismatch = "uplink-tls-name-mismatch";
    /// <summary>TLS failed otherwise.</summary>
    public const string TlsFailed = "uplink-tls-failed";
    /// <summary>A certificate or key file cannot be used.</summary>
    public const string TlsFile = "uplink-tls-file";
    /// <summary>The server is busy or shuts down.</summary>
    public const string ServerBusy = "uplink-server-busy";
    /// <summary>The server answered with something else than a known refusal.</summary>
    public const string ProtocolError = "uplink-protocol-error";
    /// <summary>The connection was closed.</summary>
    public const string Closed = "uplink-closed";
    /// <summary>Another client took the session over.</summary>
    public const string TakenOver = "uplink-taken-over";
    /// <summary>A publish was not acknowledged in time.</summary>
    public const string AckTimeout = "uplink-ack-timeout";
    /// <summary>A ping was not answered in time.</summary>
    public const string PingTimeout = "uplink-ping-timeout";
    /// <summary>We closed the session.</summary>
    public const string ClosedByUs = "uplink-closed-by-us";
}
