using System.Text.Json;
using Plenum.ThingsBoard.Payloads;

namespace Plenum.ThingsBoard.Session;

/// <summary>Receives what the server sends. Called on the session's receiving path: a method only hands over and returns at once.</summary>
/// <remarks>Each call carries the session it came through, because that is where its answer belongs. Calls may begin before the session's connect has returned.</remarks>
public interface ISessionHandler
{
    /// <summary>A procedure of a device is called; answer with <see cref="IGatewaySession.ReplyAsync(DeviceRpc, ReadOnlyMemory{byte}, CancellationToken)"/>.</summary>
    void OnRpc(IGatewaySession session, DeviceRpc call);

    /// <summary>A procedure of the gateway device is called; answer with <see cref="IGatewaySession.ReplyAsync(GatewayRpc, ReadOnlyMemory{byte}, CancellationToken)"/>.</summary>
    void OnGatewayRpc(IGatewaySession session, GatewayRpc call);

    /// <summary>Shared attributes of a device changed, or were asked for.</summary>
    void OnAttributes(IGatewaySession session, DeviceAttributes update);

    /// <summary>Shared attributes of the gateway device changed, or were asked for: a JSON object.</summary>
    void OnGatewayAttributes(IGatewaySession session, JsonElement values);
}
