using System.Text.Json;

namespace Plenum.Gateway.Configuration;

/// <summary>
/// Lays the environment over <c>tb_gateway.json</c>, key by key: <c>TB_GW_…</c>, <c>TB_GW_…_FILE</c> (a file that holds the
/// secret), or the old lower-case name, in this order. A variable that is empty is not there.
/// </summary>
internal sealed class EnvironmentOverrides(Func<string, string?> environment, string folder, Problems problems)
{
    private static readonly Setting[] Server =
    [
        new("host", "TB_GW_HOST", "host"),
        new("port", "TB_GW_PORT", "port"),
    ];

    private static readonly Setting[] Security =
    [
        new("type", "TB_GW_SECURITY_TYPE", "type"),
        new("accessToken", "TB_GW_ACCESS_TOKEN", "accessToken", IsSecret: true),
        new("clientId", "TB_GW_CLIENT_ID", "clientId", IsSecret: true),
        new("username", "TB_GW_USERNAME", "username", IsSecret: true),
        new("password", "TB_GW_PASSWORD", "password", IsSecret: true),
        new("caCert", "TB_GW_CA_CERT", "caCert"),
        new("privateKey", "TB_GW_PRIVATE_KEY", "privateKey"),
        new("cert", "TB_GW_CERT", "cert"),
    ];

    private static readonly (string Variable, string Meanwhile)[] Later =
    [
        ("TB_GW_PROXY_HOST", "the server is connected to directly: remove it, or open the way to the server"),
        ("proxy_host", "the server is connected to directly: remove it, or open the way to the server"),
        ("TB_GW_PROVISIONING_DEVICE_KEY", "create the gateway on the server and set TB_GW_ACCESS_TOKEN"),
        ("TB_GW_RATE_LIMITS", "the limits that the server announces are obeyed: remove it"),
        ("TB_GW_DP_RATE_LIMITS", "the limits that the server announces are obeyed: remove it"),
        ("TB_GW_MESSAGES_RATE_LIMITS", "the limits that the server announces are obeyed: remove it"),
        ("TB_GW_DEVICE_MESSAGES_RATE_LIMIT", "the limits that the server announces are obeyed: remove it"),
        ("TB_GW_DEVICE_RATE_LIMITS", "the limits that the server announces are obeyed: remove it"),
        ("TB_GW_DEVICE_DP_RATE_LIMITS", "the limits that the server announces are obeyed: remove it"),
    ];

    /// <summary>The file's tree with the environment's values in their places.</summary>
    public ConfigNode Apply(ConfigNode file)
    {
        foreach (var (variable, meanwhile) in Later)
            if (Value(variable) is not null) problems.Warn(At(variable), "not supported yet: it has no effect", meanwhile);

        var server = Overlay(file["thingsboard"] ?? Empty(file, "thingsboard"), Server);
        if (server.Kind != JsonValueKind.Object) return file;   // what is wrong with it is said when it is read
        var security = OverlaySecurity(server["security"] ?? Empty(server, "security"));
        if (security.Members.Count > 0) server = server.With("security", security);
        return server.Members.Count > 0 ? file.With("thingsboard", server) : file;
    }

    private static ConfigNode Empty(ConfigNode parent, string key) => ConfigNode.Object(parent.Origin.Missing(key), []);

    /// <summary>Credentials from the environment mean their own type, unless the type says how to use just these.</summary>
    private ConfigNode OverlaySecurity(ConfigNode written)
    {
        var security = Overlay(written, Security);
        if (security["type"]?.Origin.File == Origin.Environment) return security;
        var type = security["type"]?.Text ?? "";
        if (IsOurs("accessToken") && !SecurityReader.UsesToken(type)) return security.With("type", Implied("accessToken"));
        if ((IsOurs("username") || IsOurs("password")) && !SecurityReader.UsesPassword(type)) return security.With("type", Implied("usernamePassword"));
        return security;

        bool IsOurs(string key) => security[key]?.Origin.File == Origin.Environment;
        ConfigNode Implied(string name) => ConfigNode.Scalar(JsonValueKind.String, At("TB_GW_SECURITY_TYPE"), name);
    }

    private ConfigNode Overlay(ConfigNode section, Setting[] settings)
    {
        if (section.Kind != JsonValueKind.Object) return section;
        foreach (var setting in settings)
            if (Find(setting) is { } value) section = section.With(setting.Key, value);
        return section;
    }

    private ConfigNode? Find(Setting setting)
    {
        var direct = Value(setting.Variable);
        var file = setting.IsSecret ? Value(setting.FileVariable) : null;
        if (direct is not null && file is not null)
            problems.Error(At(setting.FileVariable), $"{setting.Variable} is set too", "keep one of the two");
        if (direct is not null) return Node(setting.Variable, direct);
        if (file is not null) return Load(setting.FileVariable, file);
        if (Value(setting.Legacy) is not { } legacy) return null;
        problems.Warn(At(setting.Legacy), $"this old name replaces \"{setting.Key}\" of the file", $"rename the variable to {setting.Variable}, or remove it if it was not meant for this program");
        return Node(setting.Legacy, legacy);
    }

    private ConfigNode? Load(string variable, string file)
    {
        try
        {
            var text = File.ReadAllText(Path.Combine(folder, file)).TrimEnd('\r', '\n');
            if (text.Length > 0) return Node(variable, text);
            problems.Error(At(variable), $"the file {file} is empty", "write the secret into it");
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            problems.Error(At(variable), $"the file {file} cannot be read: {e.Message}", "mount the secret there, or set the right path");
        }
        return null;
    }

    private string? Value(string variable) => environment(variable) is { Length: > 0 } value ? value : null;

    private static Origin At(string variable) => new(Origin.Environment, variable);

    private static ConfigNode Node(string variable, string value) => ConfigNode.Scalar(JsonValueKind.String, At(variable), value);

    /// <summary>A key of the file and the variables that replace it.</summary>
    private sealed record Setting(string Key, string Variable, string Legacy, bool IsSecret = false)
    {
        public string FileVariable => Variable + "_FILE";
    }
}
