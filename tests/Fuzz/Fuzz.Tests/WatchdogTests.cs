using Plenum.Fuzz.Engine;

namespace Plenum.Fuzz.Tests;

/// <summary>An input that does not come to an end is noticed, and known afterwards.</summary>
public sealed class WatchdogTests : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    private readonly string _file = Path.GetTempFileName();

    [Fact]
    public void An_endless_loop_is_noticed_and_its_input_stands_in_the_file()
    {
        using CurrentInput current = new(_file);
        using ManualResetEventSlim noticed = new();
        current.Set(4, [1, 2, 3]);
        new Watchdog(current, TimeSpan.FromMilliseconds(50), noticed.Set).Start();

        new Thread(() => { while (!noticed.IsSet) Thread.SpinWait(100); }) { IsBackground = true }.Start();

        Assert.True(noticed.Wait(Patience, TestContext.Current.CancellationToken));
        var (target, octets) = CurrentInput.Read(_file);
        Assert.Equal((4, "010203"), (target, Convert.ToHexString(octets)));
    }

    [Fact]
    public void Inputs_that_come_to_an_end_are_not_taken_for_an_endless_loop_however_many_they_are()
    {
        using CurrentInput current = new(_file);
        var noticed = 0;
        new Watchdog(current, TimeSpan.FromMilliseconds(200), () => Interlocked.Increment(ref noticed)).Start();

        var end = Environment.CpuUsage.TotalTime + TimeSpan.FromSeconds(1);
        while (Environment.CpuUsage.TotalTime < end) current.Set(0, []);

        Assert.Equal(0, Volatile.Read(ref noticed));
    }

    public void Dispose() => File.Delete(_file);
}
