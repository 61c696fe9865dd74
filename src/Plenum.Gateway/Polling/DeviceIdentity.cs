using System.Globalization;
using Plenum.Bacnet.Client;
using Plenum.Gateway.Configuration;

namespace Plenum.Gateway.Polling;

/// <summary>A device's name and profile on the server, filled in once the device has said who it is.</summary>
internal static class DeviceIdentity
{
    /// <summary>Whether the plan wants to know something that only the device can tell.</summary>
    public static bool Asks(DevicePlan plan) =>
        plan.Name.Variables.Count > 0 || plan.Profile.Variables.Count > 0 || plan.Instance is not null;

    /// <summary>Whether everything that the plan wants to know is known.</summary>
    public static bool IsComplete(DevicePlan plan, Device device) =>
        plan.Name.Variables.Concat(plan.Profile.Variables).All(name => Variable(device, name) is not null) && (plan.Instance is null || device.Instance is not null);

    /// <summary>An expression of the plan with the device's own words in it; a word it refuses to say is its instance, as the predecessor has it.</summary>
    public static string Fill(Expression expression, Device device) =>
        expression.Fill(name => Variable(device, name) ?? device.Instance?.ToString(CultureInfo.InvariantCulture) ?? device.Address.ToString());

    private static string? Variable(Device device, string name) => name switch
    {
        "objectName" => device.Name,
        "objectId" => device.Instance?.ToString(CultureInfo.InvariantCulture),
        "vendorId" => device.VendorId?.ToString(CultureInfo.InvariantCulture),
        "address" => device.Address.ToString(),
        _ => "",
    };
}
