using System.Globalization;
using Plenum.Bacnet.Client;
using Plenum.Bacnet.Protocol.Links;
using Plenum.Bacnet.Protocol.Types;

namespace Plenum.Commands;

/// <summary>A device on the command line: its instance, or its address with an optional port.</summary>
internal static class DeviceArgument
{
    public const string Help = "The device: its instance (1001) or its address (192.168.1.20 or 192.168.1.20:47809)";

    /// <summary>The device, found if it was given by instance.</summary>
    /// <exception cref="FormatException">The text is neither an instance nor an address.</exception>
    /// <exception cref="BacnetTimeoutException">No device with that instance answered.</exception>
    public static async Task<Device> FindAsync(BacnetClient client, string text, TimeSpan timeout, CancellationToken cancel)
    {
        if (DeviceAddress.TryParse(text, out var address)) return new Device(address);
        if (!uint.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var instance) || instance >= ObjectId.AnyInstance)
            throw new FormatException($"\"{text}\" is not a device: write an instance of 0..{ObjectId.AnyInstance - 1}, or an address such as 192.168.1.20:47808");
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancel);
        limit.CancelAfter(timeout);
        try
        {
            return await client.FindAsync(instance, limit.Token);
        }
        catch (OperationCanceledException) when (!cancel.IsCancellationRequested)
        {
            throw new BacnetTimeoutException($"device-silent: nobody answered Who-Is for instance {instance} within {timeout.TotalSeconds:G3} s. "
                + "Check that the device is on and in this network (broadcasts do not pass routers, nor Docker's bridge), or give its address instead");
        }
    }
}
