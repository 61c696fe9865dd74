using Plenum.Gateway.Supervision;

namespace Plenum.Gateway.Tests.Supervision;

public sealed class RestartBudgetTests
{
    private readonly RestartBudget _budget = new();

    [Fact]
    public void Three_restarts_in_a_minute_come_later_and_later_and_there_is_no_fourth() =>
        Assert.Equal([0.1, 1, 5, null, null], TakeAt(0, 0.1, 1.1, 6.1, 59));

    [Fact]
    public void A_minute_without_failures_gives_the_whole_budget_back() =>
        Assert.Equal([0.1, 1, 5, 0.1, 1, 5, null], TakeAt(0, 0.1, 1.1, 61.1, 61.2, 62.2, 67.2));

    [Fact]
    public void Failures_that_are_a_minute_apart_are_restarted_for_ever() =>
        Assert.All(TakeAt([.. Enumerable.Range(0, 100).Select(minute => 60.0 * minute)]), delay => Assert.Equal(0.1, delay));

    [Fact]
    public void Only_the_last_minute_counts() => Assert.Equal([0.1, 1, 5, 5, null], TakeAt(0, 30, 50, 65, 70));

    private double?[] TakeAt(params double[] seconds) => [.. seconds.Select(second => _budget.Take(TimeSpan.FromSeconds(second))?.TotalSeconds)];
}
