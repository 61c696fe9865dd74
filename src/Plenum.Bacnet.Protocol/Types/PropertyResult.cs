namespace Plenum.Bacnet.Protocol.Types;

/// <summary>What a device says of one property: its value, or why there is none.</summary>
public readonly record struct PropertyResult
{
    private readonly BacnetValue _value;

    /// <summary>A value.</summary>
    public PropertyResult(BacnetValue value) => _value = value;

    /// <summary>A refusal.</summary>
    public PropertyResult(BacnetError error) => Error = error;

    /// <summary>Why there is no value; null when there is one.</summary>
    public BacnetError? Error { get; }

    /// <summary>Whether there is a value.</summary>
    public bool HasValue => Error is null;

    /// <summary>The value.</summary>
    /// <exception cref="InvalidOperationException">The device refused; see <see cref="Error"/>.</exception>
    public BacnetValue Value => Error is { } error ? throw new InvalidOperationException($"the device answered {error}") : _value;

    /// <summary>The value, or the refusal, as a person reads it.</summary>
    public override string ToString() => Error?.ToString() ?? _value.ToString();
}
