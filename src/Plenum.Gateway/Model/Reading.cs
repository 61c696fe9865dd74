namespace Plenum.Gateway.Model;

/// <summary>One value that a poll has read, and what to do with it.</summary>
/// <param name="Point">Which point of the device's plan it came from, counted from 0.</param>
/// <param name="Key">The key it is published under.</param>
/// <param name="Kind">Whether it is telemetry or an attribute.</param>
/// <param name="Value">The value.</param>
/// <param name="Report">When it is sent on.</param>
public readonly record struct Reading(int Point, string Key, MessageKind Kind, Value Value, ReportStrategy Report);

/// <summary>What one poll of one device has read.</summary>
/// <param name="Device">The device's name on the server.</param>
/// <param name="Profile">The device's profile (type) on the server.</param>
/// <param name="TimestampMs">When it was read, in milliseconds since 1970-01-01 UTC: one time for all values of the poll.</param>
/// <param name="Readings">The values that were read; points that could not be read are not among them.</param>
public sealed record DeviceReadings(string Device, string Profile, long TimestampMs, IReadOnlyList<Reading> Readings);
