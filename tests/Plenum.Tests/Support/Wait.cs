using System.Runtime.CompilerServices;

namespace Plenum.Tests.Support;

/// <summary>Waiting for what another thread or process brings about: for the condition, never for a time.</summary>
internal static class Wait
{
    private static readonly TimeSpan Bound = TimeSpan.FromSeconds(60);

    public static async Task UntilAsync(Func<Task<bool>> condition, [CallerArgumentExpression(nameof(condition))] string? what = null)
    {
        using var bound = new CancellationTokenSource(Bound);
        while (!await condition())
        {
            Assert.False(bound.IsCancellationRequested, $"not within {Bound.TotalSeconds} s: {what}");
            await Task.Delay(10);
        }
    }
}
