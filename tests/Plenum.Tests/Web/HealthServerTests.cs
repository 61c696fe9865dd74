using System.Net;
using System.Text.Json;
using Plenum.Gateway.Hosting;
using Plenum.Gateway.Supervision;
using Plenum.Tests.Support;
using Plenum.Web;

namespace Plenum.Tests.Web;

public sealed class HealthServerTests
{
    private readonly int _port = FreePort.Tcp();

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(HealthLevel.Ok, HttpStatusCode.OK, "ok")]
    [InlineData(HealthLevel.Yellow, HttpStatusCode.OK, "yellow")]
    [InlineData(HealthLevel.Red, HttpStatusCode.ServiceUnavailable, "red")]
    public async Task Only_red_is_unhealthy(HealthLevel level, HttpStatusCode status, string colour)
    {
        await using var server = await HealthServer.StartAsync(_port, () => Snapshots.Of(level, "a reason"));
        using var client = new HttpClient();

        using var answer = await client.GetAsync(new Uri($"http://127.0.0.1:{_port}/health"), Cancel);

        Assert.Equal(status, answer.StatusCode);
        Assert.Equal("application/json", answer.Content.Headers.ContentType?.MediaType);
        using var json = JsonDocument.Parse(await answer.Content.ReadAsStringAsync(Cancel));
        Assert.Equal(colour, json.RootElement.GetProperty("status").GetString());
    }

    private static readonly JsonSerializerOptions Compact = new() { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    [Fact]
    public async Task Everything_else_is_not_found()
    {
        await using var server = await HealthServer.StartAsync(_port, () => Snapshots.Well);
        using var client = new HttpClient();

        using var elsewhere = await client.GetAsync(new Uri($"http://127.0.0.1:{_port}/"), Cancel);
        using var posted = await client.PostAsync(new Uri($"http://127.0.0.1:{_port}/health"), null, Cancel);

        Assert.Equal((HttpStatusCode.NotFound, HttpStatusCode.NotFound), (elsewhere.StatusCode, posted.StatusCode));
    }

    [Fact]
    public async Task Health_is_asked_for_anew_each_time()
    {
        var now = Snapshots.Well;
        await using var server = await HealthServer.StartAsync(_port, () => now);
        Assert.Equal(0, (await CheckAsync()).Exit);

        now = Snapshots.Of(HealthLevel.Red, "port-busy: the port is taken");

        Assert.Equal(new Invocation(1, "red; uplink: port-busy: the port is taken" + Environment.NewLine, ""), await CheckAsync());
    }

    [Fact]
    public async Task A_healthcheck_of_a_gateway_that_is_well_says_ok()
    {
        await using var server = await HealthServer.StartAsync(_port, () => Snapshots.Well);

        Assert.Equal(new Invocation(0, "ok" + Environment.NewLine, ""), await CheckAsync());
    }

    [Fact]
    public async Task A_healthcheck_of_a_gateway_that_needs_looking_at_says_why_and_is_healthy()
    {
        await using var server = await HealthServer.StartAsync(_port, () => Snapshots.Of(HealthLevel.Yellow, "3 messages wait"));

        Assert.Equal(new Invocation(0, "yellow; uplink: 3 messages wait" + Environment.NewLine, ""), await CheckAsync());
    }

    [Fact]
    public async Task A_healthcheck_without_a_gateway_fails_and_says_where_it_asked()
    {
        var absent = await CheckAsync();

        Assert.Equal((1, ""), (absent.Exit, absent.Output));
        Assert.StartsWith($"error: no gateway tells its health at http://127.0.0.1:{_port}/health", absent.Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("{}")]
    [InlineData("[]")]
    [InlineData("<html>")]
    public async Task A_healthcheck_of_something_else_that_listens_there_fails(string body)
    {
        using var other = new HttpListener();
        other.Prefixes.Add($"http://127.0.0.1:{_port}/");
        other.Start();
        var asked = other.GetContextAsync();
        var check = CheckAsync();
        var context = await asked.WaitAsync(TimeSpan.FromSeconds(30), Cancel);
        await context.Response.OutputStream.WriteAsync(System.Text.Encoding.UTF8.GetBytes(body), Cancel);
        context.Response.Close();

        var answer = await check;

        Assert.Equal((1, ""), (answer.Exit, answer.Output));
        Assert.StartsWith("error: no gateway tells its health", answer.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_port_that_is_taken_is_said()
    {
        await using var first = await HealthServer.StartAsync(_port, () => Snapshots.Well);

        await Assert.ThrowsAsync<IOException>(() => HealthServer.StartAsync(_port, () => Snapshots.Well));
    }

    [Theory]
    [InlineData(null, 8099)]
    [InlineData("", 8099)]
    [InlineData("9000", 9000)]
    [InlineData("0", 8099)]
    [InlineData("70000", 8099)]
    [InlineData("http", 8099)]
    public void The_port_comes_from_the_environment_or_is_the_default(string? variable, int port) => Assert.Equal(port, HealthServer.PortFrom(_ => variable));

    [Fact]
    public void The_whole_answer_tells_parts_polls_outbox_and_uplink()
    {
        using var json = JsonDocument.Parse(HealthJson.Of(Snapshots.Well));
        var root = json.RootElement;

        Assert.Equal(["status", "startedAt", "parts", "polls", "outbox", "uplink"], Names(root));
        Assert.Equal(["name", "status", "state", "reason", "lastError", "restarts", "lastBeat"], Names(root.GetProperty("parts")[0]));
        Assert.Equal("""connector BACnet ok running "1 of 2 devices online" """.Trim(), $"{Text(root, "parts", 0, "name")} {Text(root, "parts", 0, "status")} {Text(root, "parts", 0, "state")} \"{Text(root, "parts", 0, "reason")}\"");
        var polls = root.GetProperty("polls");
        Assert.Equal(["due", "fresh", "readings", "devices", "starting", "online", "degraded", "offline", "mistaken", "unknown", "lastFresh", "troubled", "limited", "cov"], Names(polls));
        Assert.Equal((0, 0, 1, 0), (Number(polls, "starting"), Number(polls, "degraded"), Number(polls, "offline"), Number(polls, "mistaken")));
        Assert.Equal((20, 18, 180, 2, 1), (Number(polls, "due"), Number(polls, "fresh"), Number(polls, "readings"), Number(polls, "devices"), Number(polls, "online")));
        Assert.Equal("""{"path":"devices[1]","status":"offline","since":"2026-07-14T12:00:00+00:00","why":"why","read":"property by property","failingPoints":["p: refused"]}""", OneLine(polls.GetProperty("troubled")[1]));
        Assert.Equal(2, polls.GetProperty("troubled").GetArrayLength()); // the first one has a withheld value
        Assert.Equal("""{"path":"devices[0]","name":"AHU \"1\"","read":"property by property","readSoBecause":"no ReadPropertyMultiple: it was refused"}""", OneLine(Assert.Single(polls.GetProperty("limited").EnumerateArray())));
        Assert.Equal((7, 2, 100, 1), (Number(polls.GetProperty("cov")[0], "subscribed"), Number(polls.GetProperty("cov")[0], "polled"), Number(polls.GetProperty("cov")[0], "told"), Number(polls.GetProperty("cov")[0], "covMissed")));
        Assert.Equal("2: SubscribeCOV was refused", Assert.Single(polls.GetProperty("cov")[0].GetProperty("polledBecause").EnumerateArray()).GetString());
        Assert.Equal(["waiting", "stored", "dropped", "bytes", "oldest"], Names(root.GetProperty("outbox")));
        Assert.Equal(["connected", "lastAcknowledged", "acknowledged", "rejected", "superseded", "reconnects"], Names(root.GetProperty("uplink")));
        Assert.Equal(1, Number(root.GetProperty("uplink"), "reconnects"));
    }

    [Fact]
    public void What_was_dropped_is_told_by_cause()
    {
        var now = Snapshots.Well with { Outbox = Snapshots.Well.Outbox with { Drops = new(Size: 4, Age: 3, Refused: 2, Damaged: 1) } };

        using var json = JsonDocument.Parse(HealthJson.Of(now));

        var outbox = json.RootElement.GetProperty("outbox");
        Assert.Equal(10, Number(outbox, "dropped"));
        Assert.Equal("""{"size":4,"age":3,"refused":2,"damaged":1}""", OneLine(outbox.GetProperty("droppedBecause")));
    }

    [Fact]
    public async Task Every_device_is_listed_with_its_status_and_the_age_of_its_newest_value()
    {
        await using var server = await HealthServer.StartAsync(_port, () => Snapshots.Of(HealthLevel.Red, "a reason"));
        using var client = new HttpClient();

        using var json = JsonDocument.Parse(await client.GetStringAsync(new Uri($"http://127.0.0.1:{_port}/health/devices"), Cancel));

        Assert.Equal(2, json.RootElement.GetArrayLength());
        Assert.Equal("""{"path":"devices[0]","name":"AHU \"1\"","status":"online","since":"2026-07-14T12:00:00+00:00","why":"why","lastValue":"2026-07-14T12:00:00+00:00","ageSeconds":3.5,"read":"property by property","readSoBecause":"no ReadPropertyMultiple: it was refused","failingPoints":[],"withheldPoints":["p: fault: no-sensor"]}""",
            OneLine(json.RootElement[0]));
    }

    private static string OneLine(JsonElement element) => JsonSerializer.Serialize(element, Compact);

    private Task<Invocation> CheckAsync() => Invocation.RunAsync("healthcheck", "--health-port", $"{_port}");

    private static IEnumerable<string> Names(JsonElement element) => element.EnumerateObject().Select(member => member.Name);

    private static string? Text(JsonElement element, string list, int place, string name) => element.GetProperty(list)[place].GetProperty(name).GetString();

    private static int Number(JsonElement element, string name) => element.GetProperty(name).GetInt32();
}
