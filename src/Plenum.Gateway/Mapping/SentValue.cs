using Plenum.Gateway.Model;

namespace Plenum.Gateway.Mapping;

/// <summary>The value of one key that was sent last, and whether a new one is due.</summary>
internal sealed class SentValue
{
    private static readonly TimeSpan MostSlack = TimeSpan.FromMilliseconds(500);

    private bool _any;
    private Value _value;
    private long _at;

    /// <summary>The poll that this key was last seen in.</summary>
    public long SeenInPoll { get; set; }

    /// <summary>Whether a value that was read now is to be sent. The first one always is.</summary>
    public bool IsDue(Reading reading, long now, TimeProvider time) => !_any || reading.Report.Kind switch
    {
        ReportKind.OnChange => IsChange(reading),
        ReportKind.OnReportPeriod => IsPeriodOver(reading, now, time),
        ReportKind.OnChangeOrReportPeriod => IsChange(reading) || IsPeriodOver(reading, now, time),
        _ => true,
    };

    /// <summary>Takes a value as sent.</summary>
    public void Confirm(Value value, long now) => (_any, _value, _at) = (true, value, now);

    private bool IsChange(Reading reading) => !reading.Value.IsSame(_value, reading.Report.Tolerance);

    /// <summary>Polls come a little early or late. Without slack, a report period as long as the poll period would miss a poll that is a millisecond early, and report every other one.</summary>
    private bool IsPeriodOver(Reading reading, long now, TimeProvider time)
    {
        var period = reading.Report.Period;
        var slack = period / 10 < MostSlack ? period / 10 : MostSlack;
        return time.GetElapsedTime(_at, now) >= period - slack;
    }
}
