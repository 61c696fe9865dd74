namespace Plenum.Fuzz.Engine;

/// <summary>Ends the process when one input takes seconds of processor time; others take microseconds.</summary>
/// <remarks>Processor time, so that a machine that stands still for a while is not taken for an endless loop.</remarks>
internal sealed class Watchdog(CurrentInput current, TimeSpan bound, Action onHang)
{
    private static readonly TimeSpan Interval = TimeSpan.FromMilliseconds(200);

    /// <summary>Begins to watch.</summary>
    public void Start() => new Thread(Watch) { IsBackground = true, Name = "watchdog" }.Start();

    private void Watch()
    {
        var (tried, since) = (-1L, TimeSpan.Zero);
        while (true)
        {
            Thread.Sleep(Interval);
            var used = Environment.CpuUsage.TotalTime;
            if (current.Tried != tried) (tried, since) = (current.Tried, used);
            else if (tried > 0 && used - since > bound) onHang();
        }
    }
}
