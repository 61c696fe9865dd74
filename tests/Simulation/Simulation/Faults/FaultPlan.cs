namespace Plenum.Simulation.Faults;

/// <summary>What goes wrong when, drawn from a seed.</summary>
internal static class FaultPlan
{
    private static readonly TimeSpan WarmUp = TimeSpan.FromMinutes(1);
    private static readonly FaultKind[] Kinds = Enum.GetValues<FaultKind>();

    /// <summary>The faults of a world, in the order of their beginning.</summary>
    public static IReadOnlyList<Fault> Draw(WorldOptions options, Random random)
    {
        var faults = new List<Fault>();
        var span = options.Duration - WarmUp;
        for (var i = 0; i < options.Faults; i++)
        {
            var at = WarmUp + (span * random.NextDouble());
            var left = options.Duration - at;
            // Short ones are many, long ones few: half a second to a tenth of the whole.
            var lasts = TimeSpan.FromSeconds(0.5 * Math.Pow(Math.Max(1, options.Duration.TotalSeconds / 5), random.NextDouble()));
            faults.Add(new(at, lasts < left ? lasts : left, Kinds[random.Next(Kinds.Length)], DeviceFor(options, random), random.NextDouble()));
        }
        return [.. faults.OrderBy(fault => fault.At)];
    }

    private static int DeviceFor(WorldOptions options, Random random) => random.Next(options.Devices);
}
