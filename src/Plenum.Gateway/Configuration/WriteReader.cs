using Plenum.Bacnet.Protocol.Types;

namespace Plenum.Gateway.Configuration;

/// <summary>Items of <c>attributeUpdates</c> and <c>serverSideRpc</c>: what the server may write, and what it may ask for.</summary>
internal static class WriteReader
{
    private const long DefaultTimeoutMs = 5_000;
    private const long LongestTimeoutMs = 3_600_000;
    private static readonly string[] RequestTypes = ["readProperty", "writeProperty"];

    public static AttributeUpdatePlan? AttributeUpdate(ConfigNode node, Problems problems)
    {
        using var item = Section.From(node, problems);
        if (item is null) return null;
        item.Accept("requestType", "type");
        var key = item.RequiredText("key", "setpoint");
        var (target, property, priority) = (TargetReader.Single(item), TargetReader.Property(item), Priority(item));
        return key is null || target is null ? null : new(node.Origin.Path, key, target.Value, property, priority);
    }

    public static RpcPlan? Rpc(ConfigNode node, Problems problems)
    {
        using var item = Section.From(node, problems);
        if (item is null) return null;
        item.Accept("type");
        var method = item.RequiredText("method", "set_state");
        if (method is "get" or "set") problems.Error(item.At("method"), $"\"{method}\" is the name of a call that every device has", "write another name");
        var writes = Writes(item);
        var (target, property, priority) = (TargetReader.Single(item), TargetReader.Property(item), Priority(item));
        var timeout = item.Amount("requestTimeout", 0, LongestTimeoutMs, DefaultTimeoutMs) is > 0 and var written ? written : DefaultTimeoutMs;
        return method is null || target is null ? null : new(node.Origin.Path, method, writes, target.Value, property, priority, TimeSpan.FromMilliseconds(timeout));
    }

    private static bool Writes(Section item)
    {
        if (item.RequiredText("requestType", "readProperty") is not { } type) return false;
        if (type.Equals("writeProperty", StringComparison.OrdinalIgnoreCase)) return true;
        if (!type.Equals("readProperty", StringComparison.OrdinalIgnoreCase))
            item.Problems.Error(item.At("requestType"), $"\"{type}\" is not a request", Nearest.Hint(type, RequestTypes, "write readProperty or writeProperty"));
        return false;
    }

    private static byte? Priority(Section item) => (byte?)item.Whole("priority", 1, 16, 8);
}
