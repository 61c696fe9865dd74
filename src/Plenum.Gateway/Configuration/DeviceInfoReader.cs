namespace Plenum.Gateway.Configuration;

/// <summary>Section <c>deviceInfo</c>: the device's name and profile on the server.</summary>
internal static class DeviceInfoReader
{
    private const string DefaultProfile = "default";
    private static readonly string[] Known = ["objectName", "objectId", "vendorId", "address"];
    private static readonly string[] Routers = ["routerName", "routerId", "routerVendorId", "routerAddress"];
    private static readonly Expression Default = Expression.Constant(DefaultProfile);

    public static (Expression Name, Expression Profile) Read(Section device)
    {
        using var section = device.Object("deviceInfo");
        if (section is null)
        {
            if (!device.Has("deviceInfo")) device.Problems.Error(device.At("deviceInfo"), "the device has no name", "write \"deviceInfo\": { \"deviceNameExpression\": \"BACnet Device ${objectName}\" }");
            return (Default, Default);
        }
        var name = section.RequiredText("deviceNameExpression", "BACnet Device ${objectName}");
        var profile = section.Text("deviceProfileExpression") ?? DefaultProfile;
        return (Read(section, "deviceNameExpression", name ?? ""), Read(section, "deviceProfileExpression", profile));
    }

    private static Expression Read(Section section, string key, string text)
    {
        if (IsConstant(section, $"{key}Source")) return Expression.Constant(text);
        var expression = Expression.Parse(text);
        foreach (var name in expression.Variables) Check(section, key, name);
        return expression;
    }

    private static bool IsConstant(Section section, string key)
    {
        if (section.Text(key) is not { } source || source.Equals("expression", StringComparison.OrdinalIgnoreCase)) return false;
        if (source.Equals("constant", StringComparison.OrdinalIgnoreCase)) return true;
        section.Problems.Warn(section.At(key), $"\"{source}\" is neither \"expression\" nor \"constant\", it is read as an expression", Nearest.Hint(source, ["expression", "constant"], "write \"expression\""));
        return false;
    }

    private static void Check(Section section, string key, string name)
    {
        if (Known.Contains(name)) return;
        var list = string.Join(", ", Known.Select(known => $"${{{known}}}"));
        if (Routers.Contains(name)) section.Problems.NotYet(section.At(key), $"${{{name}}} in a name", $"write {list}");
        else section.Problems.Error(section.At(key), $"${{{name}}} is not known here", Nearest.To(name, Known) is { } near ? $"did you mean ${{{near}}}?" : $"write {list}");
    }
}
