using Plenum.Gateway.Model;

namespace Plenum.Gateway.Polling;

/// <summary>One device's polling, in figures.</summary>
/// <param name="Path">Its place in the configuration: <c>devices[0]</c>.</param>
/// <param name="Name">Its name on the server; null until it is known.</param>
/// <param name="Address">Where it is asked; null until it is found.</param>
/// <param name="Status">How it does.</param>
/// <param name="Since">Since when.</param>
/// <param name="Why">Why it is so, for people; or what is wrong on our side.</param>
/// <param name="PollsDue">Polls that have been due.</param>
/// <param name="PollsFresh">Polls of which every point was answered and stored before the next one was due.</param>
/// <param name="Readings">Values read.</param>
/// <param name="PointErrors">Answers that were a refusal of a single point.</param>
/// <param name="LastFresh">When the last fresh poll was stored.</param>
/// <param name="Capability">How it is read: <c>in batches with answers of at most 1473 octets</c>; empty until it is found.</param>
/// <param name="CapabilityEvidence">Why not better: each limit that was learned, with its evidence and when; empty when there is none.</param>
/// <param name="FailingPoints">Points that the device refused, or left unanswered beside others, with the error; the first few.</param>
public sealed record DeviceState(string Path, string? Name, string? Address, DeviceStatus Status, DateTimeOffset Since, string Why, long PollsDue, long PollsFresh,
    long Readings, long PointErrors, DateTimeOffset? LastFresh, string Capability, string CapabilityEvidence, IReadOnlyList<string> FailingPoints)
{
    /// <summary>When the newest value was read that is stored; null before the first one.</summary>
    public DateTimeOffset? LastValue { get; init; }

    /// <summary>How old that value is, whatever has become of the wall clock since; null before the first one.</summary>
    public TimeSpan? Age { get; init; }

    /// <summary>Points whose values were read and withheld at the last poll, with what is wrong; the first few.</summary>
    public IReadOnlyList<string> Withheld { get; init; } = [];

    /// <summary>How many of its points tell their changes; null when none is to.</summary>
    public CovFigures? Cov { get; init; }
}

/// <summary>The points of a device whose changes are to be told.</summary>
/// <param name="Subscribed">Properties whose changes the device tells.</param>
/// <param name="Polled">Properties that are polled instead.</param>
/// <param name="Told">Changes that were told and stored.</param>
/// <param name="Missed">Changes that were not told, and found by reading.</param>
/// <param name="Reasons">Why the others are polled, each with their number; the first few.</param>
public sealed record CovFigures(int Subscribed, int Polled, long Told, long Missed, IReadOnlyList<string> Reasons);

/// <summary>All polling of a connector, in figures.</summary>
/// <param name="Connector">The connector's name.</param>
/// <param name="Devices">Each device.</param>
/// <param name="LateAnswers">Answers that came after their request was over.</param>
/// <param name="DroppedAnswers">Answers that were not believed: from nobody who was asked, or about something else.</param>
public sealed record PollingState(string Connector, IReadOnlyList<DeviceState> Devices, long LateAnswers, long DroppedAnswers)
{
    /// <summary>How many devices are in a status.</summary>
    public int Count(DeviceStatus status) => Devices.Count(device => device.Status == status);

    /// <summary>Polls that have been due.</summary>
    public long PollsDue => Devices.Sum(device => device.PollsDue);

    /// <summary>Polls that were fresh.</summary>
    public long PollsFresh => Devices.Sum(device => device.PollsFresh);

    /// <summary>Values read.</summary>
    public long Readings => Devices.Sum(device => device.Readings);

    /// <summary>Refusals of single points.</summary>
    public long PointErrors => Devices.Sum(device => device.PointErrors);
}
