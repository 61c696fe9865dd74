using System.Globalization;

namespace Plenum.Bacnet.Protocol.Tests;

/// <summary>How much of a long test is run. The environment variable <c>PLENUM_TEST_EFFORT</c> says it in percent; 100 by default.</summary>
/// <remarks>Mutation testing runs the suite once for each mutant and sets it to a few percent: the tests stay the same, only their loops are shorter.</remarks>
internal static class Effort
{
    private static readonly int Percent =
        int.TryParse(Environment.GetEnvironmentVariable("PLENUM_TEST_EFFORT"), CultureInfo.InvariantCulture, out var percent) ? Math.Clamp(percent, 1, 100_000) : 100;

    /// <summary>The step of a loop through every number: 1, or more when less is to be run.</summary>
    public static int Stride { get; } = Math.Max(1, 100 / Percent);

    /// <summary>So many of a loop's runs; never fewer than one.</summary>
    public static int Runs(int whole) => Math.Max(1, (int)((long)whole * Percent / 100));
}
