using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;
using MQTTnet.Protocol;
using MQTTnet.Server;

namespace Plenum.Demo;

/// <summary>Plays the server's side of ThingsBoard's MQTT gateway API, inside this process: for the demo, and for tests.</summary>
/// <remarks>Its events are raised while a publish waits for its acknowledgement: a handler only hands over.</remarks>
public sealed partial class ThingsBoardStandIn : IAsyncDisposable
{
    private readonly StandInOptions _options;
    private readonly TimeProvider _time;
    private readonly MqttServer _server;
    private readonly ConcurrentDictionary<string, string> _clientOfToken = new();
    private long _sessions;

    private ThingsBoardStandIn(StandInOptions options, TimeProvider time)
    {
        (_options, _time) = (options, time);
        Port = options.Port != 0 ? options.Port : FreePort(options.Address);
        _server = new MqttServerFactory().CreateMqttServer(new MqttServerOptionsBuilder()
            .WithDefaultEndpoint()
            .WithDefaultEndpointBoundIPAddress(options.Address)
            .WithDefaultEndpointBoundIPV6Address(IPAddress.None)
            .WithDefaultEndpointPort(Port)
            .Build());
        _server.ValidatingConnectionAsync += OnConnectingAsync;
        _server.ClientConnectedAsync += OnConnectedAsync;
        _server.ClientDisconnectedAsync += OnDisconnectedAsync;
        _server.InterceptingPublishAsync += OnPublishAsync;
    }

    /// <summary>Where it listens.</summary>
    public IPAddress Address => _options.Address;

    /// <summary>The TCP port it listens on.</summary>
    public int Port { get; }

    /// <summary>Sessions opened since the start.</summary>
    public long Sessions => Interlocked.Read(ref _sessions);

    /// <summary>Starts listening.</summary>
    /// <exception cref="IOException">The port is in use.</exception>
    public static async Task<ThingsBoardStandIn> StartAsync(StandInOptions options, TimeProvider time)
    {
        var server = new ThingsBoardStandIn(options, time);
        try
        {
            await server._server.StartAsync().ConfigureAwait(false);
        }
        catch (SocketException busy)
        {
            server._server.Dispose();
            throw new IOException($"{options.Address}:{server.Port} cannot be listened on ({busy.Message}): choose another port", busy);
        }
        return server;
    }

    /// <summary>Closes every session, as a restart of the server does.</summary>
    public async Task DisconnectAllAsync()
    {
        foreach (var client in _clientOfToken.Values)
            await _server.DisconnectClientAsync(client, MqttDisconnectReasonCode.ServerShuttingDown).ConfigureAwait(false);
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        await _server.StopAsync().ConfigureAwait(false);
        _server.Dispose();
    }

    private Task OnConnectingAsync(ValidatingConnectionEventArgs args)
    {
        if (string.IsNullOrEmpty(args.ClientId)) args.AssignedClientIdentifier = Guid.NewGuid().ToString("N");
        if (!_options.SpeaksMqtt5 && args.ProtocolVersion == MQTTnet.Formatter.MqttProtocolVersion.V500)
            args.ReasonCode = MqttConnectReasonCode.UnsupportedProtocolVersion;
        else if (args.UserName is null || !_options.Tokens.Contains(args.UserName))
            args.ReasonCode = MqttConnectReasonCode.NotAuthorized;
        return Task.CompletedTask;
    }

    /// <summary>One session per token: the newer one ends the older.</summary>
    private async Task OnConnectedAsync(ClientConnectedEventArgs args)
    {
        Interlocked.Increment(ref _sessions);
        string? older = null;
        _clientOfToken.AddOrUpdate(args.UserName, args.ClientId, (_, client) =>
        {
            older = client;
            return args.ClientId;
        });
        if (older is not null && older != args.ClientId)
            await _server.DisconnectClientAsync(older, MqttDisconnectReasonCode.SessionTakenOver).ConfigureAwait(false);
    }

    private Task OnDisconnectedAsync(ClientDisconnectedEventArgs args)
    {
        _clientOfToken.TryRemove(new(args.UserName, args.ClientId));
        return Task.CompletedTask;
    }

    private static int FreePort(IPAddress address)
    {
        using var probe = new TcpListener(address, 0);
        probe.Start();
        return ((IPEndPoint)probe.LocalEndpoint).Port;
    }
}
