using System.CommandLine;
using System.Globalization;
using Plenum.Bacnet.Client;
using Plenum.Bacnet.Protocol.Services;
using Plenum.Bacnet.Protocol.Types;

namespace Plenum.Commands;

/// <summary><c>plenum write</c>: one property of one object, or its relinquishing.</summary>
internal static class WriteCommand
{
    public static Command Create()
    {
        var device = new Argument<string>("DEVICE") { Description = DeviceArgument.Help };
        var target = new Argument<string>("OBJECT") { Description = "The object: its type and instance (analogOutput:1)" };
        var value = new Argument<string?>("VALUE") { Description = "The value; its type follows from what the property holds now", Arity = ArgumentArity.ZeroOrOne };
        var property = new Option<string>("--property") { Description = "The property, by name or number", HelpName = "NAME", DefaultValueFactory = _ => "presentValue" };
        var index = new Option<int?>("--index") { Description = "One element of an array property", CustomParser = Numbers.Within(0, int.MaxValue), HelpName = "N" };
        var priority = new Option<int?>("--priority") { Description = "The priority to command at: 1 (highest) to 16; 16 if it is not given", CustomParser = Numbers.Within(1, 16), HelpName = "1..16" };
        var relinquish = new Option<bool>("--relinquish") { Description = "Give the priority up instead of writing a value" };
        var json = new Option<bool>("--json") { Description = "Print one JSON object" };
        var link = new LinkOptions();
        var command = new Command("write", """
            Write one property of a device

            Examples:
              plenum write 1001 analogOutput:1 21.5 --priority 8
              plenum write 1001 analogOutput:1 --relinquish --priority 8
              plenum write 192.168.1.20 binaryValue:3 active
            """) { device, target, value, property, index, priority, relinquish, json };
        link.AddTo(command);
        command.Validators.Add(result =>
        {
            if (result.GetValue(relinquish) == (result.GetValue(value) is not null)) result.AddError("Give either a VALUE or --relinquish.");
        });
        command.SetAction((parsed, cancel) => CommandRun.GuardAsync(parsed, async () =>
        {
            var what = new PropertyReference(ObjectId.Parse(parsed.GetValue(target)!), PropertyArgument.Parse(parsed.GetValue(property)!), (uint?)parsed.GetValue(index));
            await using var client = link.Open(parsed, parsed.InvocationConfiguration.Error);
            var found = await DeviceArgument.FindAsync(client, parsed.GetValue(device)!, link.Timeout(parsed), cancel);
            using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancel);
            limit.CancelAfter(link.Timeout(parsed));
            try
            {
                var written = parsed.GetValue(relinquish) ? BacnetValue.Null : await ToValueAsync(client, found, what, parsed.GetValue(value)!, limit.Token);
                var error = await client.WriteAsync(found, new WritePropertyRequest(what, written, (byte?)parsed.GetValue(priority)), limit.Token);
                return Print(parsed, found, what, written, error, parsed.GetValue(json));
            }
            catch (OperationCanceledException) when (!cancel.IsCancellationRequested)
            {
                throw new BacnetTimeoutException(client.Diagnose(found.Address, what.ToString(), (int)client.Counters.Tries));
            }
        }, cancel));
        return command;
    }

    /// <summary>The text as the type that the property holds now: asked of the device, so that every property of every object can be written.</summary>
    private static async Task<BacnetValue> ToValueAsync(BacnetClient client, Device device, PropertyReference what, string text, CancellationToken cancel)
    {
        var now = await client.ReadAsync(device, what, cancel);
        if (now.Error is { } error) throw new BacnetRefusedException($"{device.Address} {what}, which is read to learn the type of its value", error);
        return Parse(now.Value.Kind, text) ?? throw new FormatException($"\"{text}\" is not a value for {what}, which holds {now.Value.Kind} ({ValueText.Of(what, now.Value)})");
    }

    private static BacnetValue? Parse(BacnetKind kind, string text)
    {
        var culture = CultureInfo.InvariantCulture;
        return kind switch
        {
            BacnetKind.Boolean when bool.TryParse(text, out var truth) => BacnetValue.Boolean(truth),
            BacnetKind.Unsigned when ulong.TryParse(text, NumberStyles.None, culture, out var number) => BacnetValue.Unsigned(number),
            BacnetKind.Signed when long.TryParse(text, NumberStyles.AllowLeadingSign, culture, out var number) => BacnetValue.Signed(number),
            BacnetKind.Real when float.TryParse(text, NumberStyles.Float, culture, out var number) => BacnetValue.Real(number),
            BacnetKind.Double when double.TryParse(text, NumberStyles.Float, culture, out var number) => BacnetValue.Double(number),
            BacnetKind.Enumerated when text is "active" or "inactive" => BacnetValue.Enumerated(text == "active" ? 1u : 0),
            BacnetKind.Enumerated when uint.TryParse(text, NumberStyles.None, culture, out var number) => BacnetValue.Enumerated(number),
            BacnetKind.CharacterString => BacnetValue.CharacterString(text),
            BacnetKind.ObjectId when ObjectId.TryParse(text, out var id) => BacnetValue.Object(id),
            _ => null,
        };
    }

    private static int Print(ParseResult parsed, Device device, PropertyReference what, BacnetValue value, BacnetError? error, bool asJson)
    {
        var (output, errors) = (parsed.InvocationConfiguration.Output, parsed.InvocationConfiguration.Error);
        if (asJson)
        {
            JsonLine.Print(output, json =>
            {
                json.WriteString("device", device.Address.ToString());
                json.WriteString("object", what.Object.ToString());
                json.WriteString("property", EnumNames<PropertyId>.CamelCase(what.Property));
                ValueText.Write(json, "written", what, value);
                if (error is { } refusal) json.WriteString("error", refusal.ToString());
            });
        }
        else if (error is { } refusal)
        {
            errors.WriteLine($"error: {device.Address} {what}: {refusal}");
        }
        else
        {
            output.WriteLine(value.Kind == BacnetKind.Null ? $"{what} relinquished" : $"{what} = {ValueText.Of(what, value)}");
        }
        return error is null ? ExitCodes.Ok : ExitCodes.Refused;
    }
}
