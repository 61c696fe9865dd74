namespace Plenum.Bacnet.Protocol.Transactions;

/// <summary>The shorter and the longer of two times.</summary>
internal static class TimeSpans
{
    public static TimeSpan Least(TimeSpan one, TimeSpan other) => one < other ? one : other;

    public static TimeSpan Larger(TimeSpan one, TimeSpan other) => one > other ? one : other;

    /// <summary>A time within bounds.</summary>
    public static TimeSpan Clamp(TimeSpan time, TimeSpan least, TimeSpan most) => time < least ? least : time > most ? most : time;
}
