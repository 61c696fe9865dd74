namespace Plenum.ThingsBoard.Session;

/// <summary>Where the server is, how to log on to it, and how long to wait for it.</summary>
public sealed record SessionOptions
{
    /// <summary>The server's name or address.</summary>
    public required string Host { get; init; }

    /// <summary>TCP port, 1..65535; 1883 by default.</summary>
    public int Port { get; init; } = 1883;

    /// <summary>Who we are.</summary>
    public required SessionCredentials Credentials { get; init; }

    /// <summary>TLS and its files; null (the default) speaks plain TCP. There is no way back from TLS to plain.</summary>
    public TlsFiles? Tls { get; init; }

    /// <summary>MQTT keep-alive; 120 s by default. A dead link is noticed within half of it and <see cref="AckTimeout"/>, even if nothing is published.</summary>
    public TimeSpan KeepAlive { get; init; } = TimeSpan.FromSeconds(120);

    /// <summary>How long connecting may take, from the name lookup to the last subscription; 15 s by default.</summary>
    public TimeSpan ConnectTimeout { get; init; } = TimeSpan.FromSeconds(15);

    /// <summary>How long the server may acknowledge nothing of what is on its way, or no ping, before the session is given up; 30 s by default.</summary>
    public TimeSpan AckTimeout { get; init; } = TimeSpan.FromSeconds(30);
}

/// <summary>What the server knows this gateway by. Each part may be null.</summary>
/// <param name="Username">The user name; the access token, where that is the credential.</param>
/// <param name="Password">The password.</param>
/// <param name="ClientId">The MQTT client id; null lets the server choose.</param>
public sealed record SessionCredentials(string? Username, string? Password, string? ClientId)
{
    /// <summary>An access token, sent as the user name.</summary>
    public static SessionCredentials AccessToken(string token) => new(token, null, null);

    /// <summary>Says which parts there are and none of their contents.</summary>
    public override string ToString() => (Username, Password) switch
    {
        (null, _) => "a client certificate or no credentials",
        (_, null) => "an access token",
        _ => $"user name \"{Username}\"",
    };
}

/// <summary>The files of TLS, in PEM form.</summary>
/// <param name="CaCertPath">Certificate authorities that the server's certificate must come from; null trusts those of the system.</param>
/// <param name="CertPath">Our own certificate; null for none.</param>
/// <param name="PrivateKeyPath">Its private key; null if it is in <paramref name="CertPath"/>.</param>
public sealed record TlsFiles(string? CaCertPath = null, string? CertPath = null, string? PrivateKeyPath = null);
