using Microsoft.Extensions.Time.Testing;

namespace Plenum.TestKit;

/// <summary>Fake time of which someone sets the clock: it then shows another date, while timers and durations go on as before, as on a real machine.</summary>
public sealed class SettableTime(DateTimeOffset start) : FakeTimeProvider(start)
{
    private TimeSpan _offset;

    /// <summary>Sets the clock forward, or with a negative span back.</summary>
    public void SetBy(TimeSpan span) => _offset += span;

    /// <inheritdoc/>
    public override DateTimeOffset GetUtcNow() => base.GetUtcNow() + _offset;

    /// <inheritdoc/>
    public override long GetTimestamp() => base.GetUtcNow().Ticks;
}
