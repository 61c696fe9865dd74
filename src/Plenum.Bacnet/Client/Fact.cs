namespace Plenum.Bacnet.Client;

/// <summary>Something known of a device, and why it is believed.</summary>
/// <param name="Value">What is known.</param>
/// <param name="Since">When it was learned or last confirmed; the beginning of time for what is only assumed.</param>
/// <param name="Why">The evidence, for people.</param>
public sealed record Fact<T>(T Value, DateTimeOffset Since, string Why);

internal static class Fact
{
    /// <summary>What is taken to be so until the device shows otherwise.</summary>
    public static Fact<T> Assume<T>(T value) => new(value, default, "assumed");
}
