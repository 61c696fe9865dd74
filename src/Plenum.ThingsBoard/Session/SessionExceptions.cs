namespace Plenum.ThingsBoard.Session;

/// <summary>A session could not be had. The message says the cause and the cure.</summary>
public sealed class ConnectFailedException : Exception
{
    /// <summary>A failure with its stable code, its cause and its cure.</summary>
    public ConnectFailedException(string code, string cause, string cure, Exception? inner = null)
        : base($"{cause}: {cure}", inner) => Code = code;

    /// <summary>Stable, for documents and alarms: <c>uplink-bad-credentials</c>, <c>uplink-host-unknown</c>, …</summary>
    public string Code { get; }
}

/// <summary>The session was lost before a publish was acknowledged.</summary>
public sealed class SessionLostException(SessionLoss loss) : Exception(loss.ToString())
{
    /// <summary>Why.</summary>
    public SessionLoss Loss { get; } = loss;
}

/// <summary>The server refused one publish; the session goes on.</summary>
public sealed class PublishRefusedException(RefusalReason reason, string text) : Exception(text)
{
    /// <summary>What the server gave as its reason.</summary>
    public RefusalReason Reason { get; } = reason;
}

/// <summary>Why a publish was refused: MQTT 5.0, 3.4.2.1, and our own check of the size.</summary>
public enum RefusalReason
{
    /// <summary>The server gave no reason that is known here.</summary>
    Other,
    /// <summary>The credentials do not allow this topic.</summary>
    NotAuthorized,
    /// <summary>A quota is used up; later it may be taken.</summary>
    QuotaExceeded,
    /// <summary>The payload is not what the server expects on this topic.</summary>
    PayloadInvalid,
    /// <summary>The packet is larger than the server said it takes; it was not sent.</summary>
    TooLarge,
}
