namespace Plenum.Gateway.Uplink;

/// <summary>What one session learns of messages and server, for those after it.</summary>
internal sealed class DrainMemory(TimeProvider time, Random random)
{
    /// <summary>The messages that may be what the server will not have.</summary>
    public Suspects Suspects { get; } = new(time);

    /// <summary>Which attributes the server has.</summary>
    public NewestAttributes Attributes { get; } = new();

    /// <summary>Whether the server has had enough.</summary>
    public Throttle Throttle { get; } = new(time, random);
}
