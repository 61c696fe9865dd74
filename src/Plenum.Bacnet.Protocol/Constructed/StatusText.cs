using Plenum.Bacnet.Protocol.Types;

namespace Plenum.Bacnet.Protocol.Constructed;

/// <summary>Flags as people read them.</summary>
internal static class StatusText
{
    private static readonly string[] Status = ["in-alarm", "fault", "overridden", "out-of-service"];
    private static readonly string[] Transitions = ["to-offnormal", "to-fault", "to-normal"];
    private static readonly string[] Days = ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"];
    private static readonly string[] Log = ["log-disabled", "buffer-purged", "log-interrupted"];
    private static readonly string[] Limits = ["low-limit", "high-limit"];

    /// <summary>The flags that are set, after a comma; nothing where none is.</summary>
    public static string After(StatusFlags flags) => flags == StatusFlags.None ? "" : $", status {Of(flags)}";

    /// <summary><c>in-alarm fault</c>, or <c>normal</c>.</summary>
    public static string Of(StatusFlags flags) => Names(Status, (byte)flags, "normal");

    /// <summary><c>to-offnormal to-normal</c>, or <c>none</c>.</summary>
    public static string Of(EventTransitions transitions) => Names(Transitions, (byte)transitions, "none");

    /// <summary><c>Mon Tue</c>, <c>every day</c> or <c>no day</c>.</summary>
    public static string Of(DaysOfWeek days) => ((byte)days & 0x7F) == 0x7F ? "every day" : Names(Days, (byte)days, "no day");

    /// <summary><c>log-disabled</c>, or <c>log-enabled</c>.</summary>
    public static string Of(LogStatus status) => Names(Log, (byte)status, "log-enabled");

    /// <summary><c>low-limit high-limit</c>, or <c>none</c>.</summary>
    public static string Of(LimitEnable limits) => Names(Limits, (byte)limits, "none");

    /// <summary>1 to 7 as Mon to Sun.</summary>
    public static string Day(int day) => Days[day - 1];

    private static string Names(string[] names, byte flags, string none)
    {
        var set = string.Join(' ', names.Where((_, bit) => (flags >> bit & 1) != 0));
        return set.Length == 0 ? none : set;
    }
}
