using System.Text.Json;

namespace Plenum.Gateway.Configuration;

/// <summary>
/// Turns the older forms of a connector's file into the current one, before anything is read from it: <c>general</c>,
/// <c>deviceName</c> and <c>deviceType</c>, <c>rpc</c>, <c>objectId: "analogOutput:1"</c>. Values keep their origins, so messages name
/// the keys of the file as it is.
/// </summary>
internal static class LegacyForm
{
    /// <summary>What a device of the oldest form without a <c>pollPeriod</c> is polled at, in milliseconds.</summary>
    private const string DefaultPollMs = "5000";

    private static readonly string[] ItemLists = ["attributes", "timeseries", "attributeUpdates", "serverSideRpc"];

    /// <summary>The file in the current form; itself if there is nothing old in it.</summary>
    public static ConfigNode ToCurrent(ConfigNode root)
    {
        var isOldest = root["general"] is not null && root["application"] is null;
        if (isOldest) root = Rename(root, "general", "application");
        return root["devices"] is { Kind: JsonValueKind.Array } devices
            ? root.With("devices", ConfigNode.List(devices.Origin, [.. devices.Items.Select(device => Device(device, isOldest))]))
            : root;
    }

    private static ConfigNode Device(ConfigNode device, bool isOldest)
    {
        if (device.Kind != JsonValueKind.Object) return device;
        if (device["deviceInfo"] is null && device["deviceName"] is not null) device = Info(device);
        if (device["rpc"] is not null && device["serverSideRpc"] is null) device = Rename(device, "rpc", "serverSideRpc");
        if (isOldest && device["pollPeriod"] is null)
            device = device.With("pollPeriod", ConfigNode.Scalar(JsonValueKind.Number, device.Origin.Missing("pollPeriod"), DefaultPollMs));
        foreach (var list in ItemLists)
            if (device[list] is { Kind: JsonValueKind.Array } items)
                device = device.With(list, ConfigNode.List(items.Origin, [.. items.Items.Select(Item)]));
        return device;
    }

    private static ConfigNode Info(ConfigNode device)
    {
        var members = new List<KeyValuePair<string, ConfigNode>>();
        if (device["deviceName"] is { } name) members.Add(new("deviceNameExpression", name));
        if (device["deviceType"] is { } type) members.Add(new("deviceProfileExpression", type));
        return device.Without("deviceName").Without("deviceType").With("deviceInfo", ConfigNode.Object(device.Origin, members));
    }

    private static ConfigNode Item(ConfigNode item)
    {
        if (item["objectType"] is not null || item["objectId"] is not { Kind: JsonValueKind.String } id) return item;
        var colon = id.Text.IndexOf(':', StringComparison.Ordinal);
        return colon < 0 ? item : item
            .With("objectType", ConfigNode.Scalar(JsonValueKind.String, id.Origin, id.Text[..colon].Trim()))
            .With("objectId", ConfigNode.Scalar(JsonValueKind.String, id.Origin, id.Text[(colon + 1)..].Trim()));
    }

    private static ConfigNode Rename(ConfigNode node, string from, string to) =>
        node[from] is { } value ? node.Without(from).With(to, value) : node;
}
