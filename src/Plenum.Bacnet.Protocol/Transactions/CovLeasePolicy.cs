namespace Plenum.Bacnet.Protocol.Transactions;

/// <summary>For how long changes are subscribed to, and what is done when a device does not keep its side.</summary>
public sealed record CovLeasePolicy
{
    /// <summary>The shortest lifetime, in seconds: 0 would be for ever, and nothing would heal it.</summary>
    public const uint LeastLifetime = 1;

    /// <summary>The longest lifetime that every device must take (BTL guidelines 8.6 and 8.26), in seconds.</summary>
    public const uint MostLifetime = 28_800;

    /// <summary>For how long to subscribe; 30 minutes by default. Whatever is written here, 1 to 28800 s are asked for, in whole seconds.</summary>
    public TimeSpan Lifetime { get; init; } = TimeSpan.FromMinutes(30);

    /// <summary>How long after its acceptance a subscription must have brought its first notification (clause 13.14.2); 30 s by default.</summary>
    public TimeSpan FirstNotification { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>How long to poll after a refusal before it is asked again; an hour by default.</summary>
    public TimeSpan RetryRefused { get; init; } = TimeSpan.FromHours(1);

    /// <summary>How long to wait after the first silence; twice as long after each further one. 5 s by default.</summary>
    public TimeSpan RetrySilent { get; init; } = TimeSpan.FromSeconds(5);

    /// <summary>The longest wait after a silence; 5 minutes by default.</summary>
    public TimeSpan MostRetrySilent { get; init; } = TimeSpan.FromMinutes(5);

    /// <summary>The lifetime in seconds that is asked for, always within its bounds.</summary>
    public uint LifetimeSeconds => (uint)Math.Clamp(Lifetime.TotalSeconds, LeastLifetime, MostLifetime);
}
