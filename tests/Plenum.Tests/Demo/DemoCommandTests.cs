using System.Text.Json;
using Plenum.Demo;
using Plenum.Tests.Support;

namespace Plenum.Tests.Demo;

public sealed class DemoCommandTests
{
    private static readonly DemoReport Even = new(PollsDue: 2000, PollsFresh: 1999, Readings: 900, Delivered: 890, Missing: 0, Late: 10, Wrong: 0, Duplicates: 3,
        LatencyMsP50: 7, LatencyMsP99: 21, RssMiB: 61.25, StartToFirstDeliveryMs: 512, FirstWrong: null);

    [Fact]
    public async Task A_short_demo_balances_and_tells_it_as_one_JSON_object()
    {
        var demo = await Invocation.RunAsync("demo", "--devices", "3", "--points", "9", "--poll", "200ms", "--for", "3s", "--json");

        Assert.True(demo.Exit == 0, demo.Output + demo.Error);
        using var json = JsonDocument.Parse(demo.Output);
        var report = json.RootElement;
        Assert.Equal(["pollsDue", "pollsFresh", "freshPercent", "readings", "delivered", "missing", "late", "wrong", "duplicates", "latencyMsP50", "latencyMsP99", "rssMiB", "startToFirstDeliveryMs"],
            report.EnumerateObject().Select(member => member.Name));
        Assert.All(report.EnumerateObject(), member => Assert.Equal(JsonValueKind.Number, member.Value.ValueKind));
        Assert.Equal((0, 0), (report.GetProperty("missing").GetInt32(), report.GetProperty("wrong").GetInt32()));
        Assert.True(report.GetProperty("delivered").GetInt32() >= 27);
        Assert.True(report.GetProperty("rssMiB").GetDouble() > 1);
        Assert.True(report.GetProperty("startToFirstDeliveryMs").GetInt64() > 0);
    }

    [Fact]
    public async Task A_demo_in_which_most_exchanges_get_lost_balances_too()
    {
        var demo = await Invocation.RunAsync("demo", "--devices", "2", "--points", "5", "--poll", "1s", "--loss", "65", "--for", "5s", "--seed", "7");

        Assert.True(demo.Exit == 0, demo.Output + demo.Error);
        Assert.StartsWith("2 devices with 5 points each, polled every 1 s, for 5 s", demo.Output, StringComparison.Ordinal);
        Assert.Contains("The ledger balances.", demo.Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(1, 0, 10, false)]
    [InlineData(0, 1, 10, false)]
    [InlineData(0, 0, 0, false)] // nothing at all arrived
    [InlineData(0, 0, 10, true)]
    public void A_ledger_balances_when_nothing_is_missing_or_wrong_and_anything_arrived(long missing, long wrong, long delivered, bool balances) =>
        Assert.Equal(balances, (Even with { Missing = missing, Wrong = wrong, Delivered = delivered }).Balances);

    [Theory]
    [InlineData(2000, 2000, 100)]
    [InlineData(2000, 1999, 99.95)]
    [InlineData(1_000_000, 999_999, 99.999)] // never rounded up
    [InlineData(3_000_000, 2_999_999, 99.999)]
    [InlineData(0, 0, 0)]
    public void Fresh_percent_is_never_rounded_up_to_a_hundred(long due, long fresh, double percent) => Assert.Equal(percent, (Even with { PollsDue = due, PollsFresh = fresh }).FreshPercent);

    [Fact]
    public void As_JSON_the_fields_are_these()
    {
        using var output = new StringWriter();
        JsonLine.Print(output, Even.WriteTo);

        Assert.Equal("""{"pollsDue":2000,"pollsFresh":1999,"freshPercent":99.95,"readings":900,"delivered":890,"missing":0,"late":10,"wrong":0,"duplicates":3,"latencyMsP50":7,"latencyMsP99":21,"rssMiB":61.2,"startToFirstDeliveryMs":512}""", output.ToString().Trim());
    }

    [Fact]
    public void As_text_a_wrong_value_is_shown()
    {
        using var output = new StringWriter();
        (Even with { Wrong = 1, FirstWrong = "AHU t = 3 was not served" }).Print(output);

        Assert.Contains("The ledger does NOT balance.", output.ToString(), StringComparison.Ordinal);
        Assert.Contains("AHU t = 3 was not served", output.ToString(), StringComparison.Ordinal);
        Assert.Contains("1999 of 2000 fresh (99.95 %)", output.ToString(), StringComparison.Ordinal);
    }
}
