namespace Plenum.Gateway.Model;

/// <summary>What one poll of one device has to say to the server: the unit that is stored, sent and acknowledged.</summary>
/// <param name="Device">The device's name on the server.</param>
/// <param name="Profile">The device's profile (type) on the server.</param>
/// <param name="Kind">Telemetry or client attributes.</param>
/// <param name="TimestampMs">When the values were read, in milliseconds since 1970-01-01 UTC.</param>
/// <param name="Values">A JSON object in UTF-8: key to value.</param>
public sealed record Message(string Device, string Profile, MessageKind Kind, long TimestampMs, ReadOnlyMemory<byte> Values);

/// <summary>Which way a message is published.</summary>
public enum MessageKind : byte
{
    /// <summary>A time series entry: values with their timestamp.</summary>
    Telemetry = 1,
    /// <summary>Client attributes: values without one.</summary>
    Attributes = 2,
}
