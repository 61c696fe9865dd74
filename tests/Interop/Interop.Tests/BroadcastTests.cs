using System.Diagnostics;
using Plenum.TestKit;

namespace Interop.Tests;

/// <summary>Other stacks on real interfaces, each in a network namespace of its own: found by broadcast, and finding us.</summary>
public sealed class BroadcastTests
{
    private static readonly TimeSpan Bound = TimeSpan.FromSeconds(60);

    public BroadcastTests()
    {
        Assert.SkipWhen(NodeStack.Obstacle is not null, NodeStack.Obstacle ?? "");
        Assert.SkipWhen(NetworkNamespaces.Obstacle is not null, NetworkNamespaces.Obstacle ?? "");
    }

    public static TheoryData<string> Stacks => ["@bacnet-js/client", "node-bacnet"];

    [Theory, MemberData(nameof(Stacks))]
    public async Task A_device_of_another_stack_is_found(string stack)
    {
        using NetworkNamespaces networks = new();
        string here = networks.Add(), there = networks.Add();
        networks.Connect(here, "10.98.8.1/24", there, "10.98.8.2/24");
        await using var node = await NodeStack.DeviceThereAsync(stack, there, 4711, "{}");
        using var discover = Plenum(here, "discover", "--json", "--no-names", "--timeout", "5s");

        var found = await discover.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken).WaitAsync(Bound, TestContext.Current.CancellationToken);

        Assert.Contains("10.98.8.2:47808", found, StringComparison.Ordinal);
        Assert.Contains("4711", found, StringComparison.Ordinal);
    }

    [Theory, MemberData(nameof(Stacks))]
    public async Task A_client_of_another_stack_finds_our_device(string stack)
    {
        using NetworkNamespaces networks = new();
        string here = networks.Add(), there = networks.Add();
        networks.Connect(here, "10.98.9.1/24", there, "10.98.9.2/24");
        using var simulate = Plenum(here, "simulate", "--json", "--devices", "1", "--points", "1", "--first-instance", "1001", "--bind", "10.98.9.1");
        try
        {
            Assert.Contains("10.98.9.1:47808", await simulate.StandardOutput.ReadLineAsync(TestContext.Current.CancellationToken).AsTask().WaitAsync(Bound, TestContext.Current.CancellationToken), StringComparison.Ordinal);
            await using var node = await NodeStack.ClientThereAsync(stack, there, "10.98.9.255");

            Assert.StartsWith("1001 ", (await node.AskAsync(new { @do = "whoIs" })).GetString(), StringComparison.Ordinal);
        }
        finally
        {
            simulate.Kill(entireProcessTree: true);
        }
    }

    private static Process Plenum(string networkNamespace, params string[] arguments) =>
        Process.Start(new ProcessStartInfo("ip", ["netns", "exec", networkNamespace, "dotnet", Path.Combine(AppContext.BaseDirectory, "plenum.dll"), .. arguments]) { RedirectStandardOutput = true })!;
}
