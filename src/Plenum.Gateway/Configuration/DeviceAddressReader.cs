using System.Globalization;
using System.Text.Json;
using Plenum.Bacnet.Protocol.Links;
using Plenum.Bacnet.Protocol.Types;

namespace Plenum.Gateway.Configuration;

/// <summary>Where a device is: <c>host</c> and <c>port</c> or <c>address</c>, and which it is: <c>deviceId</c>. One of them is enough; a mask beside them changes nothing.</summary>
internal static class DeviceAddressReader
{
    private const string WriteOne = "write one entry for each device, with its \"host\" or its \"deviceId\"";

    /// <summary>Reads both; both are null only after a problem.</summary>
    public static (DeviceAddress? Address, uint? Instance) Read(Section device)
    {
        device.Accept("mask", "networkMask", "host", "port");
        if (device.Has("altResponsesAddresses"))
            device.Problems.Warn(device.At("altResponsesAddresses"), "not supported yet: answers are expected from the address that was asked", "write the address that the device answers from into \"host\"");

        var instance = Instance(device);
        var address = device.Has("address") ? FromAddress(device, instance) : device.Has("host") ? FromHost(device, instance) : null;
        if (address is null && instance is null && !device.Problems.Failed)
            device.Problems.Error(device.At("host"), "it is not said where the device is", "write its \"host\" (an IPv4 address), or its \"deviceId\" (its BACnet device instance)");
        return (address, instance);
    }

    private static DeviceAddress? FromHost(Section device, uint? instance)
    {
        var port = device.Whole("port", 1, 65535, DeviceAddress.DefaultPort) ?? DeviceAddress.DefaultPort;
        var host = device.Text("host") ?? "";
        var written = WrittenAddress.Parse(host);
        if (written.Port is null) written = written with { Port = port.ToString(CultureInfo.InvariantCulture) };
        return Resolve(device, "host", host, written, instance);
    }

    private static DeviceAddress? FromAddress(Section device, uint? instance)
    {
        var text = device.Text("address") ?? "";
        return Resolve(device, "address", text, WrittenAddress.Parse(text), instance);
    }

    private static DeviceAddress? Resolve(Section device, string key, string text, WrittenAddress written, uint? instance)
    {
        if (WrittenAddress.Parse(text).IsPattern)
        {
            // A device known by its instance is found wherever it is.
            if (instance is null) device.Problems.NotYet(device.At(key), $"\"{text}\" for more than one device, or for a device behind a router", WriteOne);
            return null;
        }
        var port = written.Port ?? DeviceAddress.DefaultPort.ToString(CultureInfo.InvariantCulture);
        if (DeviceAddress.TryParse($"{written.Host}:{port}", out var address) && address.Ip != 0) return address;
        device.Problems.Error(device.At(key), $"\"{text}\" is not the address of a device", "write an IPv4 address and, if it is not 47808, a port, as in 192.168.1.2:47808");
        return null;
    }

    /// <summary>A number, also as a text or a list of one; <c>"*"</c> is every device, that is: no instance given.</summary>
    private static uint? Instance(Section device)
    {
        if (device.Take("deviceId") is not { SaysNothing: false } written) return null;
        var single = written is { Kind: JsonValueKind.Array, Items: [var only] } ? only : written;
        if (single.Text.Trim() == "*") return null;
        if (single.TryWhole(out var number) && number is >= 0 and < ObjectId.AnyInstance) return (uint)number;
        if (single.Kind == JsonValueKind.Array || ObjectIds.IsRange(single.Text))
            device.Problems.NotYet(written.Origin, $"{written.Shown} for more than one device", WriteOne);
        else
            device.Problems.Error(written.Origin, $"{single.Shown} is not a device instance", $"write a whole number of 0 to {ObjectId.AnyInstance - 1}");
        return null;
    }
}
