namespace Plenum.Simulation.Tests;

/// <summary>The real gateway in worlds where things go wrong, each from a seed.</summary>
public sealed class WorldTests
{
    private const int Worlds = 200;

    [Fact]
    public async Task Whatever_goes_wrong_nothing_stored_is_lost_nothing_is_wrong_nobody_starves_and_all_recovers()
    {
        var (code, results, said) = await Simulated.RunAsync("--seeds", $"1..{Worlds}", "--jobs", "2");

        Assert.True(code == 0, said);
        Assert.Equal(Worlds, results.Count);
        Assert.True(results.Sum(result => result.Lives) > 2 * Worlds, "the gateway has hardly ever died");
        Assert.All(results, result => Assert.True(result.Stored > 1000, $"seed {result.Seed}: hardly anything was stored"));
    }

    [Fact]
    public async Task Worlds_in_which_something_was_found_hold()
    {
        var (code, results, said) = await Simulated.RunAsync("--kept", Path.Combine(AppContext.BaseDirectory, "kept-seeds"), "--jobs", "1");

        Assert.True(code == 0, said);
        Assert.NotEmpty(results);
    }

    [Fact]
    public async Task One_seed_is_one_story()
    {
        var once = await Simulated.RunAsync("--seeds", "1..12", "--jobs", "1");
        var again = await Simulated.RunAsync("--seeds", "1..12", "--jobs", "2");

        Assert.Equal(once.Results.OrderBy(result => result.Seed).Select(result => (result.Seed, result.Digest)), again.Results.OrderBy(result => result.Seed).Select(result => (result.Seed, result.Digest)));
        Assert.Equal(12, once.Results.Select(result => result.Digest).Distinct().Count());
    }

    [Theory]
    [InlineData("LyingDisk", "are missing")]
    [InlineData("ForgetfulOutbox", "are missing")]
    [InlineData("MixedUpDevices", "it never was that then")]
    [InlineData("Starved", "was not read")]
    public async Task A_mistake_put_in_on_purpose_is_found(string mistake, string found)
    {
        var (code, results, said) = await Simulated.RunAsync("--seeds", "1..10", "--jobs", "1", "--planted", mistake);

        Assert.Equal(1, code);
        Assert.Contains(results, result => result.Violation?.Contains(found, StringComparison.Ordinal) == true);
        Assert.Contains("--trace trace.txt", said, StringComparison.Ordinal);
    }
}
