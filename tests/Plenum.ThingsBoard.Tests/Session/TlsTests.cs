using Plenum.ThingsBoard.Session;
using TestKit.Brokers;

namespace Plenum.ThingsBoard.Tests.Session;

public sealed class TlsTests : IDisposable
{
    private const string NotInstalled = "mosquitto is not installed (Debian package mosquitto)";

    private readonly TestAuthority _authority = new("The right authority");
    private readonly TestAuthority _stranger = new("Somebody else");

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public void Dispose()
    {
        _authority.Dispose();
        _stranger.Dispose();
    }

    [Theory(Skip = NotInstalled, SkipUnless = nameof(Mosquitto.IsInstalled), SkipType = typeof(Mosquitto))]
    [InlineData("127.0.0.1")]
    [InlineData("localhost")]
    public async Task A_server_with_a_certificate_of_the_given_authority_is_trusted(string host)
    {
        await using var broker = await StartAsync(host);
        await using var session = await Wait.ConnectAsync(Options(broker, host, new(_authority.WriteRoot(broker.Folder, "trusted"))));
        await session.PublishAsync(Topics.Telemetry, "{}"u8.ToArray(), Cancel);
    }

    [Fact(Skip = NotInstalled, SkipUnless = nameof(Mosquitto.IsInstalled), SkipType = typeof(Mosquitto))]
    public async Task A_certificate_of_another_authority_is_not_trusted()
    {
        await using var broker = await StartAsync("localhost");
        var failure = await FailureAsync(Options(broker, "localhost", new(_stranger.WriteRoot(broker.Folder, "trusted"))));
        Assert.Equal(SessionCodes.TlsUntrusted, failure.Code);
        Assert.Contains("issued by CN=The right authority", failure.Message, StringComparison.Ordinal);
    }

    [Fact(Skip = NotInstalled, SkipUnless = nameof(Mosquitto.IsInstalled), SkipType = typeof(Mosquitto))]
    public async Task An_authority_that_the_system_does_not_know_is_not_trusted_without_a_file()
    {
        await using var broker = await StartAsync("localhost");
        var failure = await FailureAsync(Options(broker, "localhost", new()));
        Assert.Equal(SessionCodes.TlsUntrusted, failure.Code);
        Assert.Contains("set security.caCert", failure.Message, StringComparison.Ordinal);
    }

    [Fact(Skip = NotInstalled, SkipUnless = nameof(Mosquitto.IsInstalled), SkipType = typeof(Mosquitto))]
    public async Task A_certificate_for_another_name_is_not_trusted_although_its_authority_is()
    {
        await using var broker = await StartAsync("thingsboard.example");
        var failure = await FailureAsync(Options(broker, "localhost", new(_authority.WriteRoot(broker.Folder, "trusted"))));
        Assert.Equal(SessionCodes.TlsNameMismatch, failure.Code);
        Assert.Contains("is for thingsboard.example, not for localhost", failure.Message, StringComparison.Ordinal);
    }

    [Fact(Skip = NotInstalled, SkipUnless = nameof(Mosquitto.IsInstalled), SkipType = typeof(Mosquitto))]
    public async Task A_client_certificate_that_the_broker_asks_for_is_shown()
    {
        await using var broker = await StartAsync("localhost", "require_certificate true\nuse_identity_as_username true");
        var ca = _authority.WriteRoot(broker.Folder, "trusted");
        var (certificate, key) = _authority.Issue(broker.Folder, "gateway");
        await using (var session = await Wait.ConnectAsync(Options(broker, "localhost", new(ca, certificate, key))))
            await session.PublishAsync(Topics.Telemetry, "{}"u8.ToArray(), Cancel);

        var without = await FailureAsync(Options(broker, "localhost", new(ca)));
        Assert.Contains("client certificate", without.Message, StringComparison.Ordinal);
    }

    [Fact(Skip = NotInstalled, SkipUnless = nameof(Mosquitto.IsInstalled), SkipType = typeof(Mosquitto))]
    public async Task A_TLS_session_with_a_plain_port_fails_and_does_not_fall_back()
    {
        await using var broker = await Mosquitto.StartAsync();
        var failure = await FailureAsync(Options(broker, "localhost", new()));
        Assert.Contains(failure.Code, new[] { SessionCodes.TlsFailed, SessionCodes.Closed });
        Assert.Contains("TLS", failure.Message, StringComparison.Ordinal);
    }

    [Fact(Skip = NotInstalled, SkipUnless = nameof(Mosquitto.IsInstalled), SkipType = typeof(Mosquitto))]
    public async Task A_plain_session_with_a_TLS_port_says_that_the_port_may_speak_TLS()
    {
        await using var broker = await StartAsync("localhost");
        var failure = await FailureAsync(Options(broker, "localhost", null));
        Assert.Equal(SessionCodes.Closed, failure.Code);
        Assert.Contains("without TLS", failure.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("nowhere.crt", null, null)]
    [InlineData("empty.pem", null, null)]
    [InlineData(null, "gateway.crt", "nowhere.key")]
    [InlineData(null, "gateway.crt", "other.key")]
    public async Task A_file_that_cannot_be_used_is_named(string? ca, string? certificate, string? key)
    {
        var folder = Directory.CreateTempSubdirectory("plenum-tls-");
        try
        {
            await File.WriteAllTextAsync(Path.Combine(folder.FullName, "empty.pem"), "", Cancel);
            _authority.Issue(folder.FullName, "gateway");
            _authority.Issue(folder.FullName, "other");
            string? In(string? name) => name is null ? null : Path.Combine(folder.FullName, name);
            var failure = await FailureAsync(new() { Host = "127.0.0.1", Port = 1, Credentials = new(null, null, null), Tls = new(In(ca), In(certificate), In(key)) });
            Assert.Equal(SessionCodes.TlsFile, failure.Code);
            Assert.Contains((ca ?? key)!, failure.Message, StringComparison.Ordinal);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private Task<Mosquitto> StartAsync(string name, string more = "") => Mosquitto.StartAsync(folder =>
    {
        var (certificate, key) = _authority.Issue(folder, "server", name);
        return $"allow_anonymous true\ncafile {_authority.WriteRoot(folder, "ca")}\ncertfile {certificate}\nkeyfile {key}\n{more}";
    });

    private static Task<ConnectFailedException> FailureAsync(SessionOptions options) => Assert.ThrowsAsync<ConnectFailedException>(() => Wait.ConnectAsync(options));

    private static SessionOptions Options(Mosquitto broker, string host, TlsFiles? tls) =>
        new() { Host = host, Port = broker.Port, Credentials = new(null, null, null), Tls = tls };
}
