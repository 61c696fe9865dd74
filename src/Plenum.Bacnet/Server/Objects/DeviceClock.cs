using Plenum.Bacnet.Protocol.Constructed;

namespace Plenum.Bacnet.Server.Objects;

/// <summary>The clock of a device of ours: that of the machine, and how far it was set away from that.</summary>
public sealed class DeviceClock(TimeProvider time)
{
    private long _ahead;

    /// <summary>Local time.</summary>
    public DateTime Local => TimeZoneInfo.ConvertTime(Utc, time.LocalTimeZone).DateTime;

    /// <summary>Local time as others read it.</summary>
    public BacnetDateTime Now => BacnetDateTime.From(Local);

    /// <summary>Minutes from local standard time to UTC, positive to the west (clause 12.11.25).</summary>
    public int UtcOffset => -(int)time.LocalTimeZone.BaseUtcOffset.TotalMinutes;

    /// <summary>Whether it is daylight-saving time.</summary>
    public bool IsDaylightSaving => time.LocalTimeZone.IsDaylightSavingTime(Utc);

    private DateTimeOffset Utc => time.GetUtcNow() + TimeSpan.FromTicks(Interlocked.Read(ref _ahead));

    /// <summary>Sets it, and nothing else of the machine.</summary>
    public void Set(DateTime moment, bool isUtc)
    {
        var zone = time.LocalTimeZone;
        var utc = isUtc ? DateTime.SpecifyKind(moment, DateTimeKind.Utc) : DateTime.SpecifyKind(moment - zone.GetUtcOffset(DateTime.SpecifyKind(moment, DateTimeKind.Unspecified)), DateTimeKind.Utc);
        Interlocked.Exchange(ref _ahead, (new DateTimeOffset(utc) - time.GetUtcNow()).Ticks);
    }
}
