using Plenum.Bacnet.Simulator.Buildings;
using Plenum.Bacnet.Simulator.Faults;
using Spectre.Console;

namespace Plenum.Commands;

/// <summary>What <c>plenum simulate</c> prints: the devices, and now and then what they have done.</summary>
internal sealed class SimulateView(Building building, TextWriter output)
{
    private const int MostRows = 20;

    private long _requestsBefore;
    private TimeSpan _printedAt;

    /// <summary>The devices; of many only the first, the last and those that are special.</summary>
    public void PrintTable()
    {
        var console = Tables.On(output);
        var table = new Table().RoundedBorder().AddColumns("Instance", "Name", "Address", "Points", "APDU", "Special");
        var leftOut = 0;
        for (var i = 0; i < building.Controllers.Count; i++)
        {
            var controller = building.Controllers[i];
            if (building.Controllers.Count > MostRows && i >= MostRows / 2 && i < building.Controllers.Count - 1 && Special(controller).Length == 0) leftOut++;
            else AddRow(table, controller, ref leftOut);
        }
        console.Write(table);
        output.WriteLine($"{building.Controllers.Count} devices. Ctrl-C ends them.");
    }

    /// <summary>All that runs, as one object.</summary>
    public void PrintJson(BuildingOptions options) => JsonLine.Print(output, json =>
    {
        json.WriteNumber("seed", options.Seed);
        json.WriteNumber("resolutionMs", options.Resolution.TotalMilliseconds);
        json.WriteStartArray("devices");
        foreach (var controller in building.Controllers)
        {
            json.WriteStartObject();
            json.WriteNumber("instance", controller.Device.Instance);
            json.WriteString("name", controller.Device.Name);
            json.WriteString("address", controller.Address.ToString());
            json.WriteNumber("points", controller.Device.Points.Count());
            json.WriteNumber("maxApdu", controller.Device.MaxApdu);
            json.WriteBoolean("readsMultiple", controller.Device.ReadsMultiple);
            json.WriteBoolean("silent", controller.Faults.Silent);
            json.WriteEndObject();
        }
        json.WriteEndArray();
    });

    /// <summary>One line of what has happened since the start.</summary>
    public void PrintCounters()
    {
        var (now, counters) = (building.Clock.Elapsed, building.FaultCounters);
        var rate = (counters.Requests - _requestsBefore) / Math.Max((now - _printedAt).TotalSeconds, 0.001);
        (_requestsBefore, _printedAt) = (counters.Requests, now);
        var sent = building.Controllers.Sum(controller => controller.Traffic.DatagramsOut);
        output.WriteLine($"{now:hh\\:mm\\:ss}  requests {counters.Requests} ({rate:F0}/s), sent {sent}, {Lost(counters)}");
    }

    private static string Lost(FaultCounters counters) =>
        $"lost {counters.RequestsLost} on the way in and {counters.RepliesLost} on the way out, ignored {counters.Ignored}, restarts {counters.Restarts}";

    private static void AddRow(Table table, Controller controller, ref int leftOut)
    {
        if (leftOut > 0) table.AddRow("…", $"{leftOut} more", "…", "", "", "");
        leftOut = 0;
        var device = controller.Device;
        table.AddRow($"{device.Instance}", Markup.Escape(device.Name), $"{controller.Address}", $"{device.Points.Count()}", $"{device.MaxApdu}", Special(controller));
    }

    private static string Special(Controller controller) => (controller.Faults.Silent, controller.Device.ReadsMultiple) switch
    {
        (true, false) => "silent, no RPM",
        (true, true) => "silent",
        (false, false) => "no RPM",
        _ => "",
    };
}
