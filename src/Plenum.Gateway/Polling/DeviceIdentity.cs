using System.Globalization;
using Plenum.Bacnet.Client;
using Plenum.Gateway.Configuration;

namespace Plenum.Gateway.Polling;

/// <summary>A device's name and profile on the server, filled in once the device has said who it is.</summary>
internal static class DeviceIdentity
{
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
