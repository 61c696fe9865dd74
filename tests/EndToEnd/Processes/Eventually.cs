namespace EndToEnd.Tests.Processes;

/// <summary>Waits for something outside this process to become true.</summary>
public static class Eventually
{
    /// <summary>Asks until the condition holds; fails with <paramref name="what"/> if it does not within <paramref name="most"/>.</summary>
    public static async Task TrueAsync(string what, TimeSpan most, Func<Task<bool>> condition, Func<Task<string>>? evidence = null)
    {
        using var limit = new CancellationTokenSource(most);
        using var tick = new PeriodicTimer(TimeSpan.FromMilliseconds(100));
        try
        {
            while (!await condition()) await tick.WaitForNextTickAsync(limit.Token);
        }
        catch (OperationCanceledException)
        {
            throw new TimeoutException($"Not within {most}: {what}\n{(evidence is null ? "" : await evidence())}");
        }
    }
}
