using Plenum.Bacnet.Protocol.Types;

namespace Plenum.Bacnet.Client.Cov;

/// <summary>A value that a device told of itself, for a subscription of ours.</summary>
/// <param name="Property">What has changed, or is told for the first time.</param>
/// <param name="Value">Its value.</param>
/// <param name="At">When it came, on the clock of <see cref="BacnetClient.Now"/>.</param>
/// <param name="TimestampMs">When it came, in milliseconds since 1970-01-01 UTC.</param>
public readonly record struct CovNotification(PropertyReference Property, BacnetValue Value, TimeSpan At, long TimestampMs);
