using System.Text.Json;

namespace Plenum.Demo;

/// <summary>One value that reached the server.</summary>
/// <param name="Device">The device's name.</param>
/// <param name="Key">The key.</param>
/// <param name="TimestampMs">When it was read, in milliseconds since 1970-01-01 UTC; null for a client attribute.</param>
/// <param name="Value">The value as it came.</param>
/// <param name="Arrived">When it arrived.</param>
public sealed record Delivery(string Device, string Key, long? TimestampMs, JsonElement Value, DateTimeOffset Arrived);
