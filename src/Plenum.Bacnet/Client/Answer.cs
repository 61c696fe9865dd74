using Plenum.Bacnet.Protocol.Types;

namespace Plenum.Bacnet.Client;

/// <summary>What a device says to a confirmed request: its acknowledgement, or why there is none.</summary>
/// <typeparam name="TAck">The service's acknowledgement.</typeparam>
public readonly record struct Answer<TAck>
{
    private readonly TAck? _ack;

    /// <summary>An acknowledgement.</summary>
    public Answer(TAck ack) => _ack = ack;

    /// <summary>A refusal.</summary>
    public Answer(BacnetError error) => Error = error;

    /// <summary>Why there is no acknowledgement; null when there is one.</summary>
    public BacnetError? Error { get; }

    /// <summary>Whether the device did what it was asked.</summary>
    public bool HasAck => Error is null;

    /// <summary>The acknowledgement.</summary>
    /// <exception cref="InvalidOperationException">The device refused; see <see cref="Error"/>.</exception>
    public TAck Ack => Error is { } error ? throw new InvalidOperationException($"the device answered {error}") : _ack!;

    /// <summary>The acknowledgement, or the refusal, as a person reads it.</summary>
    public override string ToString() => Error?.ToString() ?? _ack?.ToString() ?? "";
}
