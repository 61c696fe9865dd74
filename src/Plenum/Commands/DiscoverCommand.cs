using System.CommandLine;
using Plenum.Bacnet.Client;
using Plenum.Bacnet.Protocol.Services;
using Plenum.Bacnet.Protocol.Types;
using Spectre.Console;

namespace Plenum.Commands;

/// <summary><c>plenum discover</c>: who is there.</summary>
internal static class DiscoverCommand
{
    public static Command Create()
    {
        var range = new Option<string?>("--range") { Description = "Only instances in this range", HelpName = "LOW-HIGH" };
        var names = new Option<bool>("--no-names") { Description = "Do not read the devices' names" };
        var json = new Option<bool>("--json") { Description = "Print one JSON object" };
        var link = new LinkOptions();
        var command = new Command("discover", """
            Ask who is on the network

            Examples:
              plenum discover
              plenum discover --range 1000-1999 --timeout 10s
              plenum discover --bind 192.168.1.5 --json
            """) { range, names, json };
        link.AddTo(command);
        command.SetAction((parsed, cancel) => CommandRun.GuardAsync(parsed, async () =>
        {
            var asked = ParseRange(parsed.GetValue(range));
            await using var client = link.Open(parsed, parsed.InvocationConfiguration.Error);
            var devices = new List<Device>();
            await Progress.ShowAsync(parsed, $"listening for {link.Timeout(parsed).TotalSeconds:G3} s", async said =>
            {
                await foreach (var device in client.DiscoverAsync(link.Timeout(parsed), asked, cancel))
                {
                    devices.Add(device);
                    said($"{devices.Count} devices so far");
                }
                if (!parsed.GetValue(names)) await Task.WhenAll(devices.Select(device => client.IdentifyAsync(device, client.Now + link.Timeout(parsed), cancel).AsTask()));
            });
            Print(parsed, [.. devices.OrderBy(device => device.Instance)], parsed.GetValue(json));
            if (client.ForeignDevice is { IsRegistered: false } foreign) parsed.InvocationConfiguration.Error.WriteLine($"warning: {foreign.Why}");
            return devices.Count > 0 ? ExitCodes.Ok : ExitCodes.Unavailable;
        }, cancel));
        return command;
    }

    private static WhoIsRequest ParseRange(string? text)
    {
        if (text is null) return default;
        var limits = text.Split('-');
        return limits.Length == 2 && uint.TryParse(limits[0], out var low) && uint.TryParse(limits[1], out var high) && low <= high && high <= ObjectId.AnyInstance
            ? new(low, high)
            : throw new FormatException($"--range \"{text}\" is not a range of instances: write LOW-HIGH, as in 1000-1999");
    }

    private static void Print(ParseResult parsed, IReadOnlyList<Device> devices, bool asJson)
    {
        var output = parsed.InvocationConfiguration.Output;
        if (asJson) PrintJson(output, devices);
        else if (devices.Count == 0)
            parsed.InvocationConfiguration.Error.WriteLine("error: nobody answered. Who-Is is a broadcast: it reaches only this network, and does not pass Docker's bridge. "
                + "Use host networking, give --bbmd the address of a BBMD, give --bind the address of the interface that the devices are on, or read a device by its address");
        else PrintTable(output, devices);
    }

    private static void PrintTable(TextWriter output, IReadOnlyList<Device> devices)
    {
        var console = Tables.On(output);
        var table = new Table().RoundedBorder();
        foreach (var title in (string[])["Instance", "Name", "Address", "Vendor", "APDU", "Segmentation"]) table.AddColumn(title, column => column.NoWrap());
        foreach (var device in devices)
            table.AddRow($"{device.Instance}", Markup.Escape(device.Name ?? ""), $"{device.Address}", $"{device.VendorId}", $"{device.Capabilities.MaxApdu}", device.Segmentation is { } way ? EnumNames<Segmentation>.Kebab(way) : "");
        console.Write(table);
        foreach (var twice in devices.GroupBy(device => device.Instance).Where(group => group.Count() > 1))
            output.WriteLine($"warning: instance {twice.Key} answers at {string.Join(" and ", twice.Select(device => device.Address))}: instances must be unique; change one of them");
    }

    private static void PrintJson(TextWriter output, IReadOnlyList<Device> devices) => JsonLine.Print(output, json =>
    {
        json.WriteStartArray("devices");
        foreach (var device in devices)
        {
            json.WriteStartObject();
            json.WriteNumber("instance", device.Instance!.Value);
            if (device.Name is { } name) json.WriteString("name", name);
            json.WriteString("address", device.Address.ToString());
            json.WriteNumber("vendorId", device.VendorId ?? 0);
            json.WriteNumber("maxApdu", device.Capabilities.MaxApdu);
            if (device.Segmentation is { } way) json.WriteString("segmentation", EnumNames<Segmentation>.CamelCase(way));
            json.WriteEndObject();
        }
        json.WriteEndArray();
    });
}
