using EndToEnd.Tests.Processes;

namespace EndToEnd.Tests.Containers;

/// <summary>The image and the compose file on a real engine.</summary>
public sealed class ContainerTests(ContainerTests.Image image) : IClassFixture<ContainerTests.Image>
{
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

    private async Task<Gateway> StartAsync()
    {
        Assert.SkipWhen(image.Engine.Problem is not null, image.Engine.Problem ?? "");
        var configuration = image.Engine.Folder("configuration");
        SampleConfiguration.Write(configuration);
        var gateway = new Gateway(image.Engine, configuration);
        await gateway.UpAsync();
        return gateway;
    }
}
