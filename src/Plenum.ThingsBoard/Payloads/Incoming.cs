using System.Text.Json;

namespace Plenum.ThingsBoard.Payloads;

/// <summary>The server calls a procedure of a device behind the gateway.</summary>
/// <param name="Device">The device's name on the server.</param>
/// <param name="Id">The call's number, which its answer must carry.</param>
/// <param name="Method">The procedure.</param>
/// <param name="Params">Its parameters as they came; <see cref="JsonValueKind.Undefined"/> when there are none.</param>
public sealed record DeviceRpc(string Device, long Id, string Method, JsonElement Params);

/// <summary>The server calls a procedure of the gateway device itself.</summary>
/// <param name="Id">The call's number, which its answer must carry.</param>
/// <param name="Method">The procedure, for example <c>gateway_ping</c>.</param>
/// <param name="Params">Its parameters as they came; <see cref="JsonValueKind.Undefined"/> when there are none.</param>
public sealed record GatewayRpc(long Id, string Method, JsonElement Params);

/// <summary>Shared attributes of a device: changed on the server, or asked for.</summary>
/// <param name="Device">The device's name on the server.</param>
/// <param name="Values">A JSON object: key to value.</param>
public sealed record DeviceAttributes(string Device, JsonElement Values);

/// <summary>The server's answer to a request for attributes of a device.</summary>
/// <param name="Id">The request's number.</param>
/// <param name="Device">The device's name on the server.</param>
/// <param name="Values">A JSON object, key to value, when several keys were asked for.</param>
/// <param name="Value">The bare value, when one key was asked for and the server answers without naming it.</param>
public sealed record AttributesReply(long Id, string Device, JsonElement? Values, JsonElement? Value);
