using System.CommandLine;
using Plenum.Bacnet.Client;
using Plenum.Bacnet.Protocol.Types;

namespace Plenum.Commands;

/// <summary><c>plenum read</c>: one property of one object of one device.</summary>
internal static class ReadCommand
{
    public static Command Create()
    {
        var device = new Argument<string>("DEVICE") { Description = DeviceArgument.Help };
        var target = new Argument<string>("OBJECT") { Description = "The object: its type and instance (analogInput:1, analog-input:1 or 0:1)" };
        var property = new Argument<string>("PROPERTY") { Description = "The property, by name or number", DefaultValueFactory = _ => "presentValue" };
        var index = new Option<int?>("--index") { Description = "One element of an array property; 0 for its size", CustomParser = Numbers.Within(0, int.MaxValue), HelpName = "N" };
        var json = new Option<bool>("--json") { Description = "Print one JSON object" };
        var link = new LinkOptions();
        var command = new Command("read", """
            Read one property of a device

            Examples:
              plenum read 1001 analogInput:1
              plenum read 192.168.1.20 device:1001 objectName
              plenum read 192.168.1.20:47809 analogOutput:3 priorityArray --index 8 --json
            """) { device, target, property, index, json };
        link.AddTo(command);
        command.SetAction((parsed, cancel) => CommandRun.GuardAsync(parsed, async () =>
        {
            var what = new PropertyReference(ObjectId.Parse(parsed.GetValue(target)!), PropertyArgument.Parse(parsed.GetValue(property)!), (uint?)parsed.GetValue(index));
            await using var client = link.Open(parsed, parsed.InvocationConfiguration.Error);
            var found = await DeviceArgument.FindAsync(client, parsed.GetValue(device)!, link.Timeout(parsed), cancel);
            return Print(parsed, found, what, await ReadAsync(client, found, what, link.Timeout(parsed), cancel), parsed.GetValue(json));
        }, cancel));
        return command;
    }

    /// <summary>By ReadProperty; an array that is too large for one answer element by element, however long that takes.</summary>
    private static async Task<PropertyResult> ReadAsync(BacnetClient client, Device device, PropertyReference what, TimeSpan timeout, CancellationToken cancel)
    {
        var (list, known) = (new ReadList([what]), device.Capabilities.Facts);
        device.Capabilities.OnNoReadMultiple("one property is read by ReadProperty", DateTimeOffset.UtcNow);
        await client.ReadAsync(device, list, client.Now + timeout, cancel);
        if (list.Settled == 0) throw new BacnetTimeoutException(client.Diagnose(device.Address, what.ToString(), (int)client.Counters.Tries));
        if (what.ArrayIndex is not null || list.Results[0].Error is not { } refusal || !BacnetClient.IsTooLarge(refusal)) return list.Results[0];
        device.Capabilities.Recall(known);
        var array = await client.ReadArrayAsync(device, what, until: null, cancel);
        return array.Error is null ? array : list.Results[0];   // it is no array: what was said first says more
    }

    private static int Print(ParseResult parsed, Device device, PropertyReference what, PropertyResult result, bool asJson)
    {
        var (output, errors) = (parsed.InvocationConfiguration.Output, parsed.InvocationConfiguration.Error);
        if (asJson)
        {
            JsonLine.Print(output, json =>
            {
                json.WriteString("device", device.Address.ToString());
                json.WriteString("object", what.Object.ToString());
                json.WriteString("property", EnumNames<PropertyId>.CamelCase(what.Property));
                if (what.ArrayIndex is { } index) json.WriteNumber("index", index);
                if (result.Error is { } error) json.WriteString("error", error.ToString());
                else ValueText.Write(json, "value", what, result.Value);
            });
        }
        else if (result.Error is { } error)
        {
            errors.WriteLine($"error: {device.Address} {what}: {error}");
        }
        else
        {
            output.WriteLine(ValueText.Of(what, result.Value));
        }
        return result.HasValue ? ExitCodes.Ok : ExitCodes.Refused;
    }
}
