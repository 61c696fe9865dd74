namespace Plenum.ThingsBoard;

/// <summary>The topics of ThingsBoard's MQTT gateway API. In and out are seen from the gateway.</summary>
public static class Topics
{
    /// <summary>Out: a device is there, and has this profile.</summary>
    public const string Connect = "v1/gateway/connect";

    /// <summary>Out: a device is gone.</summary>
    public const string Disconnect = "v1/gateway/disconnect";

    /// <summary>Out: values with their timestamps, of any number of devices.</summary>
    public const string Telemetry = "v1/gateway/telemetry";

    /// <summary>Out: client attributes of any number of devices. In: changed shared attributes of one device.</summary>
    public const string Attributes = "v1/gateway/attributes";

    /// <summary>Out: which values do these attributes of a device have?</summary>
    public const string AttributesRequest = "v1/gateway/attributes/request";

    /// <summary>In: the answer to <see cref="AttributesRequest"/>.</summary>
    public const string AttributesResponse = "v1/gateway/attributes/response";

    /// <summary>In: a call of a device's procedure. Out: its answer.</summary>
    public const string Rpc = "v1/gateway/rpc";

    /// <summary>Out: values of the gateway device itself.</summary>
    public const string OwnTelemetry = "v1/devices/me/telemetry";

    /// <summary>Out: client attributes of the gateway device itself. In: its changed shared attributes.</summary>
    public const string OwnAttributes = "v1/devices/me/attributes";

    /// <summary>Out, followed by a number: which values do these attributes of the gateway device have?</summary>
    public const string OwnAttributesRequest = "v1/devices/me/attributes/request/";

    /// <summary>In, followed by that number: the answer to <see cref="OwnAttributesRequest"/>.</summary>
    public const string OwnAttributesResponse = "v1/devices/me/attributes/response/";

    /// <summary>In, followed by a number: a call of a procedure of the gateway device. Out, followed by a number: a call of a procedure of the server.</summary>
    public const string OwnRpcRequest = "v1/devices/me/rpc/request/";

    /// <summary>Followed by the number of the call: its answer, in either direction.</summary>
    public const string OwnRpcResponse = "v1/devices/me/rpc/response/";

    /// <summary>What a session subscribes to, with quality of service 1.</summary>
    public static IReadOnlyList<string> Subscriptions { get; } =
    [
        OwnAttributes, OwnAttributesResponse + "+", OwnRpcRequest + "+", OwnRpcResponse + "+",
        Attributes, AttributesResponse, Rpc,
    ];
}
