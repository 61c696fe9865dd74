using System.Net.Sockets;
using System.Security.Authentication;
using MQTTnet;

namespace Plenum.ThingsBoard.Session;

/// <summary>Turns what a failed connect threw or answered into a cause and a cure.</summary>
internal static class ConnectFailure
{
    /// <summary>The server answered the log-on with a refusal (MQTT 5.0, 3.2.2.2; MQTT 3.1.1, 3.2.2.3).</summary>
    public static ConnectFailedException From(SessionOptions options, MqttClientConnectResultCode code, string? reason)
    {
        var server = $"{options.Host}:{options.Port}";
        var said = string.IsNullOrEmpty(reason) ? code.ToString() : $"{code}, {reason}";
        return code switch
        {
            MqttClientConnectResultCode.BadUserNameOrPassword or MqttClientConnectResultCode.NotAuthorized or MqttClientConnectResultCode.Banned =>
                new(SessionCodes.BadCredentials, $"{server} does not accept {options.Credentials} ({said})",
                    "copy the credentials of the gateway device from ThingsBoard (Devices, the gateway, Manage credentials) to thingsboard.security or TB_GW_ACCESS_TOKEN"),
            MqttClientConnectResultCode.ClientIdentifierNotValid =>
                new(SessionCodes.BadClientId, $"{server} does not accept the client id \"{options.Credentials.ClientId}\" ({said})",
                    "set security.clientId to the one in the device's credentials"),
            MqttClientConnectResultCode.ServerBusy or MqttClientConnectResultCode.ServerUnavailable or
                MqttClientConnectResultCode.QuotaExceeded or MqttClientConnectResultCode.ConnectionRateExceeded =>
                new(SessionCodes.ServerBusy, $"{server} does not take connections now ({said})", "it is tried again; if it stays so, look at the server's load and its limits for this tenant"),
            _ => new(SessionCodes.ProtocolError, $"{server} refuses the connection ({said})", "check that this is ThingsBoard's MQTT port"),
        };
    }

    /// <summary>Connecting threw, or took too long.</summary>
    public static ConnectFailedException From(SessionOptions options, Exception thrown, bool timedOut)
    {
        var server = $"{options.Host}:{options.Port}";
        if (timedOut) return new(SessionCodes.Timeout, $"{server} did not answer within {options.ConnectTimeout.TotalSeconds:0.#} s",
            "check thingsboard.host and port, and that a firewall lets the gateway through", thrown);
        if (Find<SocketException>(thrown) is { } socket) return FromSocket(options, server, socket);
        if (Find<AuthenticationException>(thrown) is { } tls) return new(SessionCodes.TlsFailed, $"TLS with {server} failed ({tls.Message})",
            "check that this is the server's TLS port (8883 by default), and whether it asks for a client certificate", thrown);
        return ClosedEarly(options, server, thrown);
    }

    private static ConnectFailedException ClosedEarly(SessionOptions options, string server, Exception thrown) =>
        new(SessionCodes.Closed, $"{server} closed the connection instead of answering ({Innermost(thrown).Message})", options.Tls is null
            ? "check that the port speaks MQTT without TLS (1883 by default)"
            : "check that the port speaks MQTT with TLS (8883 by default), and whether it asks for a client certificate", thrown);

    private static ConnectFailedException FromSocket(SessionOptions options, string server, SocketException socket) => socket.SocketErrorCode switch
    {
        SocketError.HostNotFound or SocketError.NoData or SocketError.TryAgain =>
            new(SessionCodes.HostUnknown, $"the name {options.Host} has no address", "check thingsboard.host (or TB_GW_HOST) and the name server", socket),
        SocketError.ConnectionRefused =>
            new(SessionCodes.Refused, $"nothing listens on {server}", "check that the server runs and that thingsboard.port is its MQTT port", socket),
        SocketError.NetworkUnreachable or SocketError.HostUnreachable or SocketError.NetworkDown =>
            new(SessionCodes.Unreachable, $"there is no route to {server}", "check the network of this machine or container", socket),
        SocketError.TimedOut =>
            new(SessionCodes.Timeout, $"{server} did not answer", "check thingsboard.host and port, and that a firewall lets the gateway through", socket),
        SocketError.ConnectionReset or SocketError.ConnectionAborted or SocketError.NotConnected or SocketError.Shutdown => ClosedEarly(options, server, socket),
        _ => new(SessionCodes.Unreachable, $"{server} cannot be reached ({socket.Message})", "check thingsboard.host and port, and the network of this machine or container", socket),
    };

    private static T? Find<T>(Exception? thrown) where T : Exception
    {
        for (; thrown is not null; thrown = thrown.InnerException)
            if (thrown is T found) return found;
        return null;
    }

    private static Exception Innermost(Exception thrown)
    {
        while (thrown.InnerException is { } inner) thrown = inner;
        return thrown;
    }
}
