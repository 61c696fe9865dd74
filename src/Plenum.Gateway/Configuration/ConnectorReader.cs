using System.Text.Json;
using Plenum.Gateway.Model;

namespace Plenum.Gateway.Configuration;

/// <summary>An entry of <c>connectors</c> and the file it names.</summary>
internal sealed class ConnectorReader(string folder, ReportStrategy report)
{
    public ConnectorPlan? Read(ConfigNode node, Problems problems)
    {
        using var entry = Section.From(node, problems);
        if (entry is null) return null;
        entry.Accept("type", "class", "key", "useGRPCForce", "logLevel", "enableRemoteLogging", "configVersion", "reportStrategy", "mode", "ts", "id");
        entry.RequiredText("type", "bacnet");
        var name = entry.Text("name");
        if (entry.RequiredText("configuration", "bacnet.json") is not { } file) return null;
        if (ConfigFile.Read(folder, file, entry.At("configuration"), problems) is not { } root) return null;
        return ReadFile(LegacyForm.ToCurrent(root), file, name, entry.Text("id"), problems);
    }

    private ConnectorPlan? ReadFile(ConfigNode root, string file, string? name, string? id, Problems problems)
    {
        using var section = new Section(root, problems);
        section.Accept("type", "configVersion", "logLevel", "enableRemoteLogging", "mode", "ts", "class");
        ReadLater(section);
        name ??= section.Text("name") ?? "BACnet";
        id = section.Text("id") ?? id ?? name;
        section.Accept("name");
        var local = ApplicationReader.Read(section);
        var devices = ReadDevices(section, ReportStrategyReader.Read(section, report), new(CovReader.Mode(section, CovMode.Off), CovReader.Period(section, null)), QualityReader.Mode(section, QualityMode.Send));
        var reportsStatus = section.Flag("reportDeviceStatus", true);
        return local is null ? null : new(name, id, file, local, devices) { ReportsStatus = reportsStatus };
    }

    private static void ReadLater(Section section)
    {
        const string WriteDevices = "write the devices into \"devices\"";
        section.NotYet("edeFilePath", WriteDevices);
        section.NotYet("edeConfig", WriteDevices);
        section.NotYet("loadProprietaryDevices", "write a vendor's object types and properties as numbers");
    }

    private static List<DevicePlan> ReadDevices(Section section, ReportStrategy report, CovDefaults cov, QualityMode quality)
    {
        var nodes = section.List("devices");
        var reader = new DeviceReader(report, cov, quality);
        var devices = new List<DevicePlan>();
        foreach (var node in nodes)
            if (section.Problems.Item("device", node.Origin, scope => reader.Read(node, scope)) is { } device)
                devices.Add(device);

        if (nodes.Count == 0 && section.Take("devices") is null or { Kind: JsonValueKind.Array })
            section.Problems.Error(section.At("devices"), "there are no devices to read", "write \"devices\": [ { \"deviceInfo\": { … }, \"host\": \"192.168.1.2\", \"timeseries\": [ … ] } ]");
        else if (devices.Count == 0)
            section.Problems.Error(section.At("devices"), "no device is left to read", "mend what the other messages of this file say");
        WarnOfSharedNames(devices, section);
        return devices;
    }

    /// <summary>Two devices under one constant name become one device on the server, and their values take turns.</summary>
    private static void WarnOfSharedNames(List<DevicePlan> devices, Section section)
    {
        foreach (var same in devices.Where(device => device.Name.Variables.Count == 0).GroupBy(device => device.Name.Text).Where(same => same.Count() > 1))
            section.Problems.Warn(section.At("devices"), $"{string.Join(" and ", same.Select(device => device.Path))} are both called \"{same.Key}\", on the server they are one device",
                "give each its own name, or write ${objectId} into it");
    }
}
