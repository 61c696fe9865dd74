namespace Plenum.Gateway.Configuration;

/// <summary>Section <c>thingsboard</c>: the server and how to talk to it.</summary>
internal sealed class ServerReader(string folder)
{
    private const int DefaultPort = 1883;
    private const string LimitsInstead = "the limits that the server announces are obeyed: remove it";
    private static readonly string[] RateLimits = ["rateLimits", "dpRateLimits", "messagesRateLimits", "deviceMessagesRateLimits", "deviceRateLimits", "deviceDpRateLimits"];

    public ServerPlan? Read(Section section)
    {
        section.Accept("remoteShell", "remoteConfiguration", "latencyDebugMode", "syncDevicesSharedAttributesOnConnect", "statistics", "minPackSendDelayMS", "minPackSizeToSend",
            "checkConnectorsConfigurationInSeconds", "handleDeviceRenaming", "checkingDeviceActivity", "managerEnabled", "proxy_port", "reportStrategy");
        section.NotYet("proxy_host", "the server is connected to directly: remove it, or open the way to the server");
        section.NotYet("provisioning", "create the gateway on the server and write its credentials into \"security\"");
        foreach (var limit in RateLimits) ReadRateLimit(section, limit);
        ReadFiltering(section);

        var host = ReadHost(section);
        var port = (int)(section.Whole("port", 1, 65535, DefaultPort) ?? DefaultPort);
        var keepAlive = TimeSpan.FromSeconds(section.Amount("keep_alive", 5, 65535, 120));
        var qos = (int)section.Amount("qos", 0, 1, 1);
        var payload = (int)section.Amount("maxPayloadSizeBytes", 256, 268_435_455, 8196);
        var security = new SecurityReader(folder).Read(section);
        return host is null || security is null ? null : new(host, port, keepAlive, qos, payload, security);
    }

    private static string? ReadHost(Section section)
    {
        var host = section.RequiredText("host", "thingsboard.example.com")?.Trim();
        if (host is null || Uri.CheckHostName(host) != UriHostNameType.Unknown) return host;
        section.Problems.Error(section.At("host"), $"\"{host}\" is not the name or address of a host", "write it alone, without \"mqtt://\", port or path, as in \"thingsboard.example.com\"");
        return host;
    }

    /// <summary>The sample's names of the server's own limits, and "none", ask for what is done anyway.</summary>
    private static void ReadRateLimit(Section section, string key)
    {
        if (section.Text(key) is { } limit && !limit.StartsWith("DEFAULT_", StringComparison.Ordinal) && limit.TrimEnd(',') != "0:0")
            section.Problems.Warn(section.At(key), $"not supported yet: \"{key}\" has no effect", LimitsInstead);
    }

    private static void ReadFiltering(Section section)
    {
        if (section.Take("deviceFiltering")?["enable"] is { SaysNothing: false } enable)
            section.Problems.Warn(enable.Origin, "not supported yet: devices are not filtered by name", "remove the devices from the connector's file");
    }
}
