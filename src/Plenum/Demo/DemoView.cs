using Plenum.Gateway.Hosting;
using Spectre.Console;

namespace Plenum.Demo;

/// <summary>What people see while the demo runs: a table that moves on a terminal, a line every five seconds elsewhere.</summary>
internal static class DemoView
{
    private static readonly TimeSpan Beat = TimeSpan.FromMilliseconds(500);
    private static readonly TimeSpan LineEvery = TimeSpan.FromSeconds(5);

    public static async Task WatchAsync(DemoRun run, TextWriter? output, bool interactive, CancellationToken end)
    {
        if (output is null) await LoopAsync(run, Beat, (_, _) => { }, end);
        else if (!interactive) await LoopAsync(run, LineEvery, (snapshot, rate) => output.WriteLine(Line(run, snapshot, rate)), end);
        else await AnsiConsole.Live(new Table()).StartAsync(context => LoopAsync(run, Beat, (snapshot, rate) => context.UpdateTarget(Table(run, snapshot, rate)), end));
    }

    private static async Task LoopAsync(DemoRun run, TimeSpan every, Action<GatewaySnapshot, double> show, CancellationToken end)
    {
        var (delivered, at) = (0L, TimeProvider.System.GetTimestamp());
        while (!end.IsCancellationRequested)
        {
            await Task.Delay(every, CancellationToken.None).WaitAsync(end).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            run.NoteMemory();
            var (now, total) = (TimeProvider.System.GetTimestamp(), run.Ledger.Delivered);
            show(run.Gateway.Snapshot, (total - delivered) / TimeProvider.System.GetElapsedTime(at, now).TotalSeconds);
            (delivered, at) = (total, now);
        }
    }

    private static string Line(DemoRun run, GatewaySnapshot now, double rate) =>
        $"{Fresh(now)}  {rate,8:F0} points/s  {run.Ledger.Delivered} delivered  {now.Outbox.Waiting} waiting  p99 {run.Ledger.Latency.Percentile(0.99)} ms";

    private static Table Table(DemoRun run, GatewaySnapshot now, double rate)
    {
        var devices = now.Polling.SelectMany(connector => connector.Devices).ToList();
        return new Table().RoundedBorder().Title("BACnet devices [grey]->[/] Plenum [grey]->[/] ThingsBoard").AddColumns("", "").HideHeaders()
            .AddRow("Devices online", $"{devices.Count(device => device.Status is Gateway.Model.DeviceStatus.Online or Gateway.Model.DeviceStatus.Degraded)} of {devices.Count}")
            .AddRow("Polls", Fresh(now))
            .AddRow("Points per second", $"{rate:F0}")
            .AddRow("Outbox", $"{now.Outbox.Waiting} messages waiting, {now.Outbox.Stored} stored")
            .AddRow("Delivered", $"{run.Ledger.Delivered} values")
            .AddRow("On the way", $"p50 {run.Ledger.Latency.Percentile(0.5)} ms, p99 {run.Ledger.Latency.Percentile(0.99)} ms")
            .AddRow("Memory", $"{run.NoteMemory():F1} MiB");
    }

    private static string Fresh(GatewaySnapshot now) =>
        now.PollsDue == 0 ? "no poll due yet" : $"{now.PollsFresh} of {now.PollsDue} polls fresh ({100.0 * now.PollsFresh / now.PollsDue:F2} %)";
}
