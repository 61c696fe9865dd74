using Microsoft.Extensions.Time.Testing;

namespace Plenum.TestKit;

/// <summary>Lets fake time pass as real time does, in small steps.</summary>
public static class SteppedTime
{
    /// <summary>Advances a clock by a duration, one millisecond at a time unless told otherwise, so that what a timer starts begins near the
    /// moment at which the timer was due; one large step would show it the end of the step.</summary>
    public static void Run(this FakeTimeProvider time, TimeSpan duration, TimeSpan? step = null)
    {
        var stride = step ?? TimeSpan.FromMilliseconds(1);
        for (var left = duration; left > TimeSpan.Zero; left -= stride) time.Advance(left < stride ? left : stride);
    }
}
