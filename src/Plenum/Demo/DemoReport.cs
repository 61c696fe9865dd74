using System.Text.Json;

namespace Plenum.Demo;

/// <summary>What the demo found.</summary>
/// <param name="PollsDue">Polls that were due.</param>
/// <param name="PollsFresh">Polls whose values were all read and stored before the next one was due.</param>
/// <param name="Readings">Values that the gateway read.</param>
/// <param name="Delivered">Served values that reached the server.</param>
/// <param name="Missing">Served values that did not.</param>
/// <param name="Late">Served values that came after the gateway had given their request up.</param>
/// <param name="Wrong">Values that reached the server and were never served.</param>
/// <param name="Duplicates">Values that reached the server more than once.</param>
/// <param name="LatencyMsP50">Within how many milliseconds half of the values arrived.</param>
/// <param name="LatencyMsP99">Within how many milliseconds 99 of 100 arrived.</param>
/// <param name="RssMiB">The most memory that was resident.</param>
/// <param name="StartToFirstDeliveryMs">From the start of the process to the first value at the server.</param>
/// <param name="FirstWrong">The first wrong value; null when there is none.</param>
internal sealed record DemoReport(long PollsDue, long PollsFresh, long Readings, long Delivered, long Missing, long Late, long Wrong, long Duplicates,
    int LatencyMsP50, int LatencyMsP99, double RssMiB, long StartToFirstDeliveryMs, string? FirstWrong)
{
    public double FreshPercent => PollsDue == 0 ? 0 : Math.Floor(PollsFresh * 100_000.0 / PollsDue) / 1000;

    /// <summary>Whether everything that was served arrived, once and right, and anything arrived at all.</summary>
    public bool Balances => Missing == 0 && Wrong == 0 && Delivered > 0;

    public void Print(TextWriter output)
    {
        output.WriteLine();
        output.WriteLine(Balances ? "The ledger balances." : "The ledger does NOT balance.");
        output.WriteLine($"  polls      {PollsFresh} of {PollsDue} fresh ({FreshPercent:F2} %)");
        output.WriteLine($"  values     {Readings} read, {Delivered} delivered, {Missing} missing, {Wrong} wrong, {Duplicates} twice, {Late} late");
        output.WriteLine($"  on the way p50 {LatencyMsP50} ms, p99 {LatencyMsP99} ms; first value {StartToFirstDeliveryMs} ms after the start");
        output.WriteLine($"  memory     {RssMiB:F1} MiB, building and server included");
        if (FirstWrong is { } wrong) output.WriteLine($"  first wrong: {wrong}");
    }

    /// <summary>Writes it as members of the object that is open.</summary>
    public void WriteTo(Utf8JsonWriter json)
    {
        json.WriteNumber("pollsDue", PollsDue);
        json.WriteNumber("pollsFresh", PollsFresh);
        json.WriteNumber("freshPercent", FreshPercent);
        json.WriteNumber("readings", Readings);
        json.WriteNumber("delivered", Delivered);
        json.WriteNumber("missing", Missing);
        json.WriteNumber("late", Late);
        json.WriteNumber("wrong", Wrong);
        json.WriteNumber("duplicates", Duplicates);
        json.WriteNumber("latencyMsP50", LatencyMsP50);
        json.WriteNumber("latencyMsP99", LatencyMsP99);
        json.WriteNumber("rssMiB", Math.Round(RssMiB, 1));
        json.WriteNumber("startToFirstDeliveryMs", StartToFirstDeliveryMs);
    }
}
