namespace Plenum.Bacnet.Server;

/// <summary>How patiently event notifications are sent.</summary>
public sealed record EventSenderOptions
{
    /// <summary>How long it waits for an acknowledgement, or for a recipient to say where it is; 3 s by default.</summary>
    public TimeSpan Timeout { get; init; } = TimeSpan.FromSeconds(3);

    /// <summary>How often it tries again; 3 times by default.</summary>
    public int Retries { get; init; } = 3;
}
