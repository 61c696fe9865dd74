using MQTTnet;
using MQTTnet.Protocol;

namespace Plenum.ThingsBoard.Session;

public sealed partial class GatewaySession
{
    private TimeSpan _pingPeriod;

    /// <summary>Pings at half the keep-alive, and ends the session when an answer is missing.</summary>
    /// <remarks>
    /// MQTTnet pings too, but it does not use the keep-alive that the server asks for, and it stops silently when a write
    /// that hangs keeps its ping from being sent. As these pings come earlier, its own are never due.
    /// </remarks>
    private async Task WatchLinkAsync()
    {
        try
        {
            using var timer = new PeriodicTimer(_pingPeriod, _time);
            while (await timer.WaitForNextTickAsync(_ended.Token).ConfigureAwait(false))
                await _client.PingAsync(_ended.Token).WaitAsync(_options.AckTimeout, _time, _ended.Token).ConfigureAwait(false);
        }
        catch (OperationCanceledException) when (_ended.IsCancellationRequested)
        {
            // The session is over.
        }
        catch (TimeoutException)
        {
            End(Silence(SessionCodes.PingTimeout, "answered no ping"));
        }
        catch (Exception problem)
        {
            await ReasonAfterAsync(problem).ConfigureAwait(false);
        }
    }

    private Task OnDisconnectedAsync(MqttClientDisconnectedEventArgs args)
    {
        if (args.ClientWasConnected) End(LossFrom(args)); // otherwise it is a connect that failed, and says so itself
        return Task.CompletedTask;
    }

    private SessionLoss LossFrom(MqttClientDisconnectedEventArgs args) => args.Reason switch
    {
        MqttClientDisconnectReason.SessionTakenOver => new(SessionCodes.TakenOver,
            $"another client logged on to {_options.Host} with the credentials or client id of this gateway: stop the other gateway, or give it credentials of its own", LossKind.ClosedByServer),
        MqttClientDisconnectReason.ServerShuttingDown or MqttClientDisconnectReason.ServerBusy =>
            Closed(SessionCodes.ServerBusy, args.Reason.ToString()),
        MqttClientDisconnectReason.NormalDisconnection => Closed(SessionCodes.Closed, args.Exception?.Message ?? "no reason given"),
        _ => Closed(SessionCodes.Closed, string.IsNullOrEmpty(args.ReasonString) ? args.Reason.ToString() : $"{args.Reason}, {args.ReasonString}"),
    };

    private SessionLoss Closed(string code, string why) => new(code,
        $"the connection to {_options.Host}:{_options.Port} was closed by the server or by the network between ({why}); it is tried anew", LossKind.ClosedByServer);
}
