using EndToEnd.Tests.Processes;

namespace EndToEnd.Tests.Containers;

/// <summary>The image and the compose file on a real engine.</summary>
public sealed class ContainerTests(ContainerTests.Image image) : IClassFixture<ContainerTests.Image>
{
    private readonly SampleConfiguration _configuration = new();

    /// <summary>An engine with the image built on it, once for all tests here.</summary>
    public sealed class Image : IAsyncLifetime
    {
        internal Engine Engine { get; } = new();

        public async ValueTask InitializeAsync()
        {
            await Engine.InitializeAsync();
            if (Engine.Problem is null) await Gateway.BuildAsync(Engine);
        }

        public ValueTask DisposeAsync() => Engine.DisposeAsync();
    }

    [Fact]
    public async Task It_becomes_healthy_as_a_user_without_rights()
    {
        await using var gateway = await StartAsync();

        await gateway.UntilAsync("the container is healthy", state => state.Health == "healthy");

        var uid = File.ReadLines($"/proc/{(await gateway.StateAsync()).Pid}/status").Single(line => line.StartsWith("Uid:", StringComparison.Ordinal));
        Assert.Equal("Uid:\t1654\t1654\t1654\t1654", uid);
    }

    [Fact] // A kill by the engine's own command counts as a wish and is not undone; a process that dies by itself is started again.
    public async Task A_crash_is_followed_by_a_new_start()
    {
        await using var gateway = await StartAsync();
        await gateway.UntilAsync("the container is healthy", state => state.Health == "healthy");
        var first = await gateway.StateAsync();

        await gateway.CrashAsync();

        await gateway.UntilAsync("another process is healthy", state => state.Pid != first.Pid && state.Restarts == 1 && state.Health == "healthy");
    }

    [Fact]
    public async Task It_ends_by_itself_when_asked_to_stop()
    {
        await using var gateway = await StartAsync();
        await gateway.UntilAsync("the container is healthy", state => state.Health == "healthy");

        await gateway.StopAsync();

        Assert.Equal(("exited", 0), (await gateway.StateAsync()) is var state ? (state.Status, state.ExitCode) : default);
    }

    [Fact]
    public async Task What_waits_to_be_delivered_is_kept_outside_the_container()
    {
        await using var gateway = await StartAsync();
        await gateway.UntilAsync("the container is healthy", state => state.Health == "healthy");

        var volume = await image.Engine.DockerAsync("volume", "inspect", "--format", "{{.Mountpoint}}", "plenum_data");

        Assert.NotEmpty(Directory.EnumerateFiles(volume.Output.Trim()));
    }

    [Fact]
    public async Task What_was_read_while_the_server_was_away_outlives_a_crash_and_arrives()
    {
        Assert.SkipWhen(image.Engine.Problem is not null, image.Engine.Problem ?? "");
        await using var building = await SimulatedBuilding.StartAsync(_configuration.Building, SampleConfiguration.Controllers);
        await using var gateway = await StartAsync();
        await Eventually.TrueAsync("twenty polls wait for the server", TimeSpan.FromMinutes(1), async () =>
            (await gateway.StateAsync()).Health == "healthy" && await gateway.WaitingAsync() >= 20, gateway.LogAsync);
        var first = await gateway.StateAsync();
        var waiting = await gateway.WaitingAsync();

        await gateway.CrashAsync();
        var crash = DateTimeOffset.UtcNow;
        await gateway.UntilAsync("another process runs", state => state.Pid != 0 && state.Pid != first.Pid && state.Status == "running");
        await using var server = await Deliveries.OpenAsync(_configuration);

        await Eventually.TrueAsync($"all {waiting} polls from before the crash arrive, and new ones after it", TimeSpan.FromMinutes(1),
            () => Task.FromResult(server.PollsBefore(crash) >= waiting && server.PollsAfter(crash) >= SampleConfiguration.Controllers),
            async () => $"{server.PollsBefore(crash)} from before, {server.PollsAfter(crash)} from after\n{await gateway.LogAsync()}");
    }

    private async Task<Gateway> StartAsync()
    {
        Assert.SkipWhen(image.Engine.Problem is not null, image.Engine.Problem ?? "");
        var gateway = new Gateway(image.Engine, _configuration);
        await gateway.UpAsync();
        return gateway;
    }
}
