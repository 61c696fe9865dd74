using System.Net;
using System.Net.Sockets;
using Plenum.ThingsBoard.Session;

namespace Plenum.ThingsBoard.Tests.Session;

public sealed class ConnectFailureTests
{
    [Fact]
    public async Task A_port_without_a_listener_is_named()
    {
        using var probe = new TcpListener(IPAddress.Loopback, 0);
        probe.Start();
        var port = ((IPEndPoint)probe.LocalEndpoint).Port;
        probe.Stop();
        var failure = await FailureAsync(Options("127.0.0.1", port));
        Assert.Equal((SessionCodes.Refused, $"nothing listens on 127.0.0.1:{port}: check that the server runs and that thingsboard.port is its MQTT port"), (failure.Code, failure.Message));
    }

    [Fact]
    public async Task A_name_without_an_address_is_named()
    {
        var failure = await FailureAsync(Options("no..such..name", 1883)); // empty labels: refused by the resolver itself
        Assert.Equal(SessionCodes.HostUnknown, failure.Code);
        Assert.Contains("no..such..name", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_server_that_accepts_and_says_nothing_is_given_up_at_the_connect_timeout()
    {
        using var silent = new TcpListener(IPAddress.Loopback, 0);
        silent.Start();
        var failure = await FailureAsync(Options("127.0.0.1", ((IPEndPoint)silent.LocalEndpoint).Port) with { ConnectTimeout = TimeSpan.FromMilliseconds(300) });
        Assert.Equal(SessionCodes.Timeout, failure.Code);
        Assert.Contains("within 0.3 s", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_server_of_the_old_protocol_that_refuses_by_its_own_rules_is_tried_with_3_1_1()
    {
        using var old = new TcpListener(IPAddress.Loopback, 0);
        old.Start();
        var served = ServeAsync(old);
        var failure = await FailureAsync(Options("127.0.0.1", ((IPEndPoint)old.LocalEndpoint).Port));
        Assert.Equal([5, 4], await served.WaitAsync(Wait.Limit, TestContext.Current.CancellationToken));
        Assert.Equal(SessionCodes.BadCredentials, failure.Code);
    }

    [Fact]
    public async Task Cancelling_a_connect_is_a_cancellation_and_not_a_failure()
    {
        using var silent = new TcpListener(IPAddress.Loopback, 0);
        silent.Start();
        using var stop = new CancellationTokenSource();
        var connecting = GatewaySession.ConnectAsync(Options("127.0.0.1", ((IPEndPoint)silent.LocalEndpoint).Port), new Recorder(),
            Microsoft.Extensions.Logging.Abstractions.NullLogger.Instance, TimeProvider.System, stop.Token);
        using (await silent.AcceptTcpClientAsync(TestContext.Current.CancellationToken)) await stop.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => connecting.WaitAsync(Wait.Limit, TestContext.Current.CancellationToken));
    }

    /// <summary>A 3.1.1 server: refuses level 5 with return code 1 (MQTT 3.1.1, 3.1.2.2), and level 4 with 5, not authorized. Returns the levels it was asked for.</summary>
    private static async Task<List<int>> ServeAsync(TcpListener old)
    {
        List<int> levels = [];
        while (levels is not [.., 4])
        {
            using var client = await old.AcceptTcpClientAsync();
            var connect = new byte[256];
            await client.GetStream().ReadAtLeastAsync(connect, 10);
            levels.Add(connect[8]); // fixed header 2, length 2, "MQTT" 4, then the level
            await client.GetStream().WriteAsync(new byte[] { 0x20, 0x02, 0x00, (byte)(levels[^1] == 5 ? 1 : 5) });
        }
        return levels;
    }

    private static Task<ConnectFailedException> FailureAsync(SessionOptions options) => Assert.ThrowsAsync<ConnectFailedException>(() => Wait.ConnectAsync(options));

    private static SessionOptions Options(string host, int port) => new() { Host = host, Port = port, Credentials = SessionCredentials.AccessToken("t") };
}
