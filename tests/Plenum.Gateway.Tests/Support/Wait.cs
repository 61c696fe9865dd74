using System.Runtime.CompilerServices;

namespace Plenum.Gateway.Tests.Support;

/// <summary>Waiting for what another thread brings about: for the condition, never for a time.</summary>
public static class Wait
{
    private static readonly TimeSpan Bound = TimeSpan.FromSeconds(30);

    public static async Task UntilAsync(Func<bool> condition, [CallerArgumentExpression(nameof(condition))] string? what = null)
    {
        using var bound = new CancellationTokenSource(Bound);
        while (!condition())
        {
            Assert.False(bound.IsCancellationRequested, $"not within {Bound.TotalSeconds} s: {what}");
            await Task.Delay(1);
        }
    }
}
