using System.Globalization;
using System.Net;
using System.Numerics;
using Plenum.Bacnet.Protocol.Links;
using Plenum.Bacnet.Protocol.Types;

namespace Plenum.Gateway.Configuration;

/// <summary>Section <c>application</c> of a connector's file: our own BACnet device and the port it is reached at.</summary>
internal static class ApplicationReader
{
    private const int DefaultPrefix = 24;
    private const uint DefaultInstance = 599;
    private static readonly int[] ApduSizes = [50, 128, 206, 480, 1024, 1476];

    public static LocalDevicePlan? Read(Section connector)
    {
        using var section = connector.Object("application");
        if (section is null)
        {
            if (!connector.Has("application")) connector.Problems.Error(connector.At("application"), "the section is missing", "write \"application\": { \"host\": \"0.0.0.0\", \"port\": 47808, \"objectIdentifier\": 599 }");
            return null;
        }
        section.Accept("networkNumber", "networkNumberQuality", "devicesRescanObjectsPeriodSeconds");
        section.NotYet("loadProprietaryDevices", "write a vendor's object types and properties as numbers");
        var (host, port, prefix) = section.Has("address") ? FromAddress(section) : FromHost(section);
        return new(
            section.Text("objectName") ?? "Gateway",
            host,
            port,
            prefix,
            (uint)(section.Whole("objectIdentifier", 0, ObjectId.AnyInstance - 1, DefaultInstance) ?? DefaultInstance),
            (ushort)section.Amount("vendorIdentifier", 0, ushort.MaxValue, 15),
            MaxApdu(section),
            SegmentationOf(section),
            TimeSpan.FromSeconds(section.Amount("deviceDiscoveryTimeoutInSec", 1, 3600, 5)),
            DiscoverPeriod(connector, section),
            ForeignDeviceReader.Read(connector) ?? ForeignDeviceReader.Read(section),
            (int)section.Amount("maxRequestsPerNetwork", 1, 64, 4),
            (int)section.Amount("maxRequests", 1, 4096, 256));
    }

    /// <summary>The connector itself is where the key counts; the sample has it in <c>application</c>.</summary>
    private static TimeSpan DiscoverPeriod(Section connector, Section application)
    {
        const string Key = "devicesDiscoverPeriodSeconds";
        var inner = application.Amount(Key, 1, 86_400, 30);
        return TimeSpan.FromSeconds(connector.Amount(Key, 1, 86_400, inner));
    }

    private static (IPAddress Host, int Port, int Prefix) FromHost(Section section)
    {
        var port = (int)(section.Whole("port", 1, 65535, DeviceAddress.DefaultPort) ?? DeviceAddress.DefaultPort);
        var prefix = DefaultPrefix;
        if (section.Text("mask") is { } mask && !TryPrefix(mask, out prefix))
        {
            prefix = DefaultPrefix;
            section.Problems.Warn(section.At("mask"), $"\"{mask}\" is not a network mask, {DefaultPrefix} is used", "write a prefix length of 0 to 32, or a mask such as 255.255.255.0");
        }
        var host = section.Text("host") ?? "0.0.0.0";
        return (Parse(section, "host", host, host), port, prefix);
    }

    private static (IPAddress Host, int Port, int Prefix) FromAddress(Section section)
    {
        section.Accept("host", "port", "mask");
        var text = section.Text("address") ?? "";
        var written = WrittenAddress.Parse(text);
        var prefix = DefaultPrefix;
        var port = DeviceAddress.DefaultPort;
        var isWrong = (written.Mask is { } mask && !TryPrefix(mask, out prefix))
            || (written.Port is { } portText && (!ushort.TryParse(portText, NumberStyles.None, CultureInfo.InvariantCulture, out port) || port == 0));
        return (Parse(section, "address", text, isWrong ? "" : written.Host), port, prefix);
    }

    private static IPAddress Parse(Section section, string key, string written, string host)
    {
        if (DeviceAddress.TryParse(host, out var address) && !host.Contains(':', StringComparison.Ordinal)) return address.IPAddress;
        section.Problems.Error(section.At(key), $"\"{written}\" is not an IPv4 address of this machine", "write the address of the interface that the devices are on, or 0.0.0.0 for all interfaces");
        return IPAddress.None;
    }

    /// <summary>Reads <c>24</c> or <c>255.255.255.0</c>.</summary>
    internal static bool TryPrefix(string mask, out int prefix)
    {
        if (int.TryParse(mask, NumberStyles.None, CultureInfo.InvariantCulture, out prefix)) return prefix <= 32;
        if (!DeviceAddress.TryParse(mask, out var dotted) || mask.Contains(':', StringComparison.Ordinal)) return false;
        prefix = BitOperations.LeadingZeroCount(~dotted.Ip);
        return BitOperations.PopCount(dotted.Ip) == prefix;
    }

    private static int MaxApdu(Section section)
    {
        var size = section.Amount("maxApduLengthAccepted", 50, 1476, 1476);
        if (ApduSizes.Contains((int)size)) return (int)size;
        var used = ApduSizes.Last(allowed => allowed <= size);
        section.Problems.Warn(section.At("maxApduLengthAccepted"), $"{size} is not one of the sizes that BACnet knows, {used} is used", $"write one of {string.Join(", ", ApduSizes)}");
        return used;
    }

    private static Segmentation SegmentationOf(Section section)
    {
        if (section.Text("segmentationSupported") is not { } name) return Segmentation.SegmentedBoth;
        if (EnumNames<Segmentation>.TryParse(name, out var segmentation) && Enum.IsDefined(segmentation)) return segmentation;
        section.Problems.Warn(section.At("segmentationSupported"), $"\"{name}\" is not a kind of segmentation, segmentedBoth is used",
            Nearest.Hint(name, EnumNames<Segmentation>.All, $"write one of {string.Join(", ", EnumNames<Segmentation>.All)}"));
        return Segmentation.SegmentedBoth;
    }
}
