using Plenum.Bacnet.Client;
using Plenum.Bacnet.Protocol.Links;

namespace Plenum.Gateway.Polling;

/// <summary>What is remembered of a device: where it was, who it was, and what it taught.</summary>
/// <param name="Address">Where it was.</param>
/// <param name="Instance">Its instance.</param>
/// <param name="VendorId">Its vendor's number, if it told it.</param>
/// <param name="Model">Its Model_Name, if it told it.</param>
/// <param name="Firmware">Its Firmware_Revision, if it told it.</param>
/// <param name="Verified">When it last answered there.</param>
/// <param name="Facts">What it can do.</param>
internal sealed record RememberedDevice(DeviceAddress Address, uint Instance, ushort? VendorId, string? Model, string? Firmware, DateTimeOffset Verified, CapabilityFacts Facts)
{
    /// <summary>What is to be remembered of a device that has said who it is.</summary>
    public static RememberedDevice Of(Device device, uint instance, DateTimeOffset now) =>
        new(device.Address, instance, device.VendorId, device.Model, device.Firmware, now, device.Capabilities.Facts);

    /// <summary>Whether a device is still this one: the same instance, vendor, model and firmware. What it did not say this time is no contradiction.</summary>
    public bool Is(Device device) =>
        device.Instance == Instance && Same(VendorId, device.VendorId) && Same(Model, device.Model) && Same(Firmware, device.Firmware);

    /// <summary>What it calls itself, for people.</summary>
    public override string ToString() => $"{Instance} ({Model ?? "model unknown"}, firmware {Firmware ?? "unknown"}, vendor {VendorId?.ToString(System.Globalization.CultureInfo.InvariantCulture) ?? "unknown"})";

    private static bool Same<T>(T? one, T? other) => one is null || other is null || one.Equals(other);
}
