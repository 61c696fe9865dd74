namespace Plenum.Demo;

/// <summary>What the demo shows.</summary>
/// <param name="Devices">Simulated devices.</param>
/// <param name="Points">Points of each.</param>
/// <param name="Poll">How often each device is polled.</param>
/// <param name="LossPercent">Exchanges that get lost, 0..100.</param>
/// <param name="For">How long it runs.</param>
/// <param name="Seed">What the building's values and losses are derived from.</param>
internal sealed record DemoOptions(int Devices, int Points, TimeSpan Poll, double LossPercent, TimeSpan For, ulong Seed);
