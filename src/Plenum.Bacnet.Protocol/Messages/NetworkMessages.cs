using Plenum.Bacnet.Protocol.Npdu;
using Plenum.Bacnet.Protocol.Types;

namespace Plenum.Bacnet.Protocol.Messages;

/// <summary>Messages of the network layer itself (clause 6.4).</summary>
internal static class NetworkMessages
{
    private const string Network = "network";

    /// <summary>What reads each type's content.</summary>
    public static IReadOnlyDictionary<NetworkMessageType, Describe> Table { get; } = new Dictionary<NetworkMessageType, Describe>
    {
        [NetworkMessageType.WhoIsRouterToNetwork] = Of<WhoIsRouterToNetwork>(WhoIsRouterToNetwork.TryDecode, (message, fields) => fields.Add(Network, message.Network)),
        [NetworkMessageType.IAmRouterToNetwork] = Of<ushort[]>(NetworkList.TryDecode, AddNetworks),
        [NetworkMessageType.ICouldBeRouterToNetwork] = Of<ICouldBeRouterToNetwork>(ICouldBeRouterToNetwork.TryDecode, (message, fields) => fields
            .Add(Network, message.Network).Add("performanceIndex", message.PerformanceIndex)),
        [NetworkMessageType.RejectMessageToNetwork] = Of<RejectMessageToNetwork>(RejectMessageToNetwork.TryDecode, (message, fields) => fields
            .AddNamed<NetworkRejectReason>(MessageFields.Reason, message.Reason).Add(Network, message.Network)),
        [NetworkMessageType.RouterBusyToNetwork] = Of<ushort[]>(NetworkList.TryDecode, AddNetworks),
        [NetworkMessageType.RouterAvailableToNetwork] = Of<ushort[]>(NetworkList.TryDecode, AddNetworks),
        [NetworkMessageType.InitializeRoutingTable] = Of<RoutingTablePort[]>(RoutingTable.TryDecode, AddPorts),
        [NetworkMessageType.InitializeRoutingTableAck] = Of<RoutingTablePort[]>(RoutingTable.TryDecode, AddPorts),
        [NetworkMessageType.EstablishConnectionToNetwork] = Of<EstablishConnectionToNetwork>(EstablishConnectionToNetwork.TryDecode, (message, fields) => fields
            .Add(Network, message.Network).Add("idleSeconds", message.IdleSeconds)),
        [NetworkMessageType.DisconnectConnectionToNetwork] = Of<DisconnectConnectionToNetwork>(DisconnectConnectionToNetwork.TryDecode, (message, fields) => fields.Add(Network, message.Network)),
        [NetworkMessageType.WhatIsNetworkNumber] = OctetData.Nothing,
        [NetworkMessageType.NetworkNumberIs] = Of<NetworkNumberIs>(NetworkNumberIs.TryDecode, (message, fields) => fields
            .Add(Network, message.Network).Add("configured", message.IsConfigured)),
    };

    public static BacnetMessage Read(byte type, ReadOnlySpan<byte> content, BacnetMessage message)
    {
        var known = (NetworkMessageType)type;
        var name = Table.ContainsKey(known) ? EnumNames<NetworkMessageType>.Kebab(known) : $"network-message-{type}";
        return MessageReader.ReadContent(content, message with { Name = name }, Table.GetValueOrDefault(known, OctetData.Anything));
    }

    private static void AddNetworks(ushort[] networks, MessageFields fields) =>
        fields.AddList("networks", networks, (network, inner) => inner.Add("", network));

    private static void AddPorts(RoutingTablePort[] ports, MessageFields fields) => fields.AddList("ports", ports, (port, inner) => inner
        .Add(Network, port.Network).Add("portId", port.PortId).AddOctets("portInfo", port.PortInfo.Span));

    private static Describe Of<T>(TryDecode<T> decode, Action<T, MessageFields> describe) => OctetData.Of(decode, describe);
}
