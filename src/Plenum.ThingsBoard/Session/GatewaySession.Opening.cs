using System.Globalization;
using Microsoft.Extensions.Logging;
using MQTTnet;
using MQTTnet.Exceptions;
using MQTTnet.Formatter;
using MQTTnet.Protocol;
using Plenum.ThingsBoard.Payloads;

namespace Plenum.ThingsBoard.Session;

public sealed partial class GatewaySession
{
    private const int PublishOverhead = 128; // fixed header, topic, packet identifier and properties of any publish of ours
    private const int LimitsRequestId = 1;
    private const MqttClientConnectResultCode OldRefusal = (MqttClientConnectResultCode)1; // MQTT 3.1.1, 3.2.2.3: unacceptable protocol version
    private static readonly TimeSpan LimitsPatience = TimeSpan.FromSeconds(2);

    private int _largestPayload = int.MaxValue;

    /// <summary>Connects, logs on and subscribes. Asks for the server's limits, but does not wait for them.</summary>
    /// <param name="handler">Receives what the server sends, maybe before this returns.</param>
    /// <exception cref="ConnectFailedException">With cause, cure and code.</exception>
    /// <exception cref="OperationCanceledException"><paramref name="cancel"/> was cancelled.</exception>
    public static async Task<IGatewaySession> ConnectAsync(SessionOptions options, ISessionHandler handler, ILogger logger, TimeProvider time, CancellationToken cancel)
    {
        var session = new GatewaySession(options, handler, logger, time);
        try
        {
            await session.OpenAsync(cancel).ConfigureAwait(false);
            return session;
        }
        catch
        {
            await session.DisposeAsync().ConfigureAwait(false);
            throw;
        }
    }

    private async Task OpenAsync(CancellationToken cancel)
    {
        _client.DisconnectedAsync += OnDisconnectedAsync;
        _client.ApplicationMessageReceivedAsync += OnReceivedAsync;

        var trust = _options.Tls is { } tls ? new ServerTrust(_options, TlsSetup.Authorities(tls)) : null;
        _own = _options.Tls is { } files ? TlsSetup.OwnCertificate(files) : null;
        using var timeout = new CancellationTokenSource(_options.ConnectTimeout, _time);
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancel, timeout.Token);
        try
        {
            var welcome = await LogOnAsync(version => Describe(version, trust), stop.Token).ConfigureAwait(false);
            KeepTo(welcome);
            await SubscribeAsync(stop.Token).ConfigureAwait(false);
        }
        catch (Exception problem) when (problem is not ConnectFailedException)
        {
            cancel.ThrowIfCancellationRequested();
            throw trust?.Problem ?? ConnectFailure.From(_options, problem, timeout.IsCancellationRequested);
        }
        _ = WatchLinkAsync();
        _ = AskLimitsAsync();
    }

    private async Task<MqttClientConnectResult> LogOnAsync(Func<MqttProtocolVersion, MqttClientOptions> options, CancellationToken cancel)
    {
        var version = MqttProtocolVersion.V500;
        var answer = await TryAsync().ConfigureAwait(false);
        if (answer.ResultCode is MqttClientConnectResultCode.UnsupportedProtocolVersion or OldRefusal)
        {
            _logger.OldProtocol(_options.Host);
            version = MqttProtocolVersion.V311;
            answer = await TryAsync().ConfigureAwait(false);
        }
        if (answer.ResultCode != MqttClientConnectResultCode.Success) throw ConnectFailure.From(_options, answer.ResultCode, answer.ReasonString);
        _logger.Opened(_options.Host, _options.Port, version == MqttProtocolVersion.V500 ? "5" : "3.1.1");
        return answer;

        // A name lookup does not always heed its cancellation: do not wait for it.
        Task<MqttClientConnectResult> TryAsync() => _client.ConnectAsync(options(version), cancel).WaitAsync(cancel);
    }

    private MqttClientOptions Describe(MqttProtocolVersion version, ServerTrust? trust)
    {
        var options = new MqttClientOptionsBuilder()
            .WithTcpServer(_options.Host, _options.Port)
            .WithProtocolVersion(version)
            .WithClientId(_options.Credentials.ClientId ?? UnnamedClient(version))
            .WithCleanSession()
            .WithKeepAlivePeriod(_options.KeepAlive)
            .WithTimeout(_options.ConnectTimeout)
            .WithoutPacketFragmentation(); // one segment for a small publish instead of two
        if (_options.Credentials.Username is { } name) options.WithCredentials(name, _options.Credentials.Password);
        if (trust is not null) options.WithTlsOptions(tls => TlsSetup.Configure(tls, trust, _own));
        return options.Build();
    }

    /// <summary>With MQTT 5 every server names a client that has no name; older ones may refuse it (MQTT 3.1.1, 3.1.3.1).</summary>
    private static string UnnamedClient(MqttProtocolVersion version) => version == MqttProtocolVersion.V500 ? "" : $"plenum{Guid.NewGuid():N}"[..23];

    /// <summary>Takes over what the server demands in its CONNACK (MQTT 5.0, 3.2.2.3).</summary>
    private void KeepTo(MqttClientConnectResult welcome)
    {
        var inFlight = welcome.ReceiveMaximum is > 0 and { } most ? most : (int?)null;
        _slots = new(inFlight ?? ushort.MaxValue);
        if (welcome.MaximumPacketSize is > PublishOverhead and < int.MaxValue and { } packet) _largestPayload = (int)packet - PublishOverhead;
        _limits = new(_largestPayload == int.MaxValue ? null : _largestPayload, inFlight);
        _pingPeriod = (welcome.ServerKeepAlive > 0 ? TimeSpan.FromSeconds(welcome.ServerKeepAlive) : _options.KeepAlive) / 2;
    }

    private async Task SubscribeAsync(CancellationToken cancel)
    {
        var isOld = _client.Options.ProtocolVersion != MqttProtocolVersion.V500;
        var request = new MqttClientSubscribeOptions
        {
            // No Local: on a broker that hands everything on, our own answers and attributes would come back to us.
            TopicFilters = [.. Topics.Subscriptions.Select(topic => new MQTTnet.Packets.MqttTopicFilter
                { Topic = topic, QualityOfServiceLevel = MqttQualityOfServiceLevel.AtLeastOnce, NoLocal = !isOld })],
        };
        var answer = await _client.SubscribeAsync(request, cancel).WaitAsync(cancel).ConfigureAwait(false);
        foreach (var item in answer.Items)
            if ((int)item.ResultCode >= 0x80) _logger.SubscriptionRefused(item.TopicFilter.Topic, item.ResultCode.ToString());
    }

    /// <summary>Asks for the server's limits. The answer, if any, comes as a message; only its absence is seen here.</summary>
    private async Task AskLimitsAsync()
    {
        try
        {
            await PublishAsync(Topics.OwnRpcRequest + LimitsRequestId.ToString(CultureInfo.InvariantCulture), PayloadWriter.SessionLimitsRequest(LimitsPatience), _ended.Token).ConfigureAwait(false);
            await Task.Delay(LimitsPatience, _time, _ended.Token).ConfigureAwait(false);
            if (!_limitsKnown) _logger.NoLimits();
        }
        catch (PublishRefusedException)
        {
            _logger.NoLimits();
        }
        catch (Exception over) when (over is SessionLostException or OperationCanceledException)
        {
            // Whoever holds the session learns it from Lost.
        }
    }
}
