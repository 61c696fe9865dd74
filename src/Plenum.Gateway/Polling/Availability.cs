using Plenum.Gateway.Model;

namespace Plenum.Gateway.Polling;

/// <summary>What came of one poll that the device answered.</summary>
/// <param name="Points">Points of the device.</param>
/// <param name="Refused">Points that the device refused.</param>
/// <param name="IsComplete">Whether it said something about every point that the poll read.</param>
/// <param name="IsLate">Whether the next poll was due before it was over.</param>
internal readonly record struct PollReport(int Points, int Refused, bool IsComplete, bool IsLate);

/// <summary>Whether one device is online, degraded or offline, from what its polls bring.</summary>
/// <remarks>One complete poll makes it online. A refused point makes it degraded at once, since it stays refused until someone changes something; a late or
/// incomplete poll only when the one before that was answered was no better, since a single one is what a network does. Written by the device's own loop alone, read by anyone.</remarks>
internal sealed class Availability(TimeProvider time, TimeSpan period)
{
    private const int IncompleteInRow = 2;

    private volatile DeviceAvailability _now = new(DeviceStatus.Starting, time.GetUtcNow(), "not asked yet");
    private int _incomplete;

    /// <summary>How it does.</summary>
    public DeviceAvailability Now => _now;

    /// <summary>The device has answered a poll.</summary>
    /// <param name="poll">What came of it.</param>
    /// <param name="refusals">Which points it refused, for people; null when it refused none.</param>
    /// <returns>Whether the status is another than before.</returns>
    public bool OnAnswered(PollReport poll, string? refusals)
    {
        _incomplete = poll is { IsComplete: true, IsLate: false } ? 0 : _incomplete + 1;
        List<string> wrong = [];
        if (poll.Refused > 0) wrong.Add($"it refuses {poll.Refused} of {poll.Points} points: {refusals}. Correct objectType, objectId or propertyId, or remove them");
        if (_incomplete >= IncompleteInRow)
            wrong.Add(poll.IsComplete ? $"its polls take longer than their period of {period.TotalSeconds:G4} s. Give it a longer pollPeriod" : "its polls are incomplete: not every point is answered before the next poll is due");
        return wrong.Count == 0 ? Become(DeviceStatus.Online, "answers") : Become(DeviceStatus.Degraded, $"device-degraded: it answers, but {string.Join("; ", wrong)}");
    }

    /// <summary>What was late or incomplete so far had nothing to do with the device.</summary>
    public void BeginAnew() => _incomplete = 0;

    /// <summary>Takes a status; true when it is another than before.</summary>
    public bool Become(DeviceStatus status, string why)
    {
        var before = _now;
        if (before.Status == status && before.Why == why) return false;
        _now = new(status, before.Status == status ? before.Since : time.GetUtcNow(), why);
        return before.Status != status;
    }
}
