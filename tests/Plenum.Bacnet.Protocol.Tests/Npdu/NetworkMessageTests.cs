using CsCheck;
using Plenum.Bacnet.Protocol.Links;
using Plenum.Bacnet.Protocol.Npdu;
using Plenum.Bacnet.Protocol.Tags;
using Plenum.Bacnet.Protocol.Untagged;

namespace Plenum.Bacnet.Protocol.Tests.Npdu;

/// <summary>Clause 6.4: every message of the network layer, octet for octet and back.</summary>
public sealed class NetworkMessageTests
{
    private delegate bool Decoder<T>(ReadOnlySpan<byte> content, out T message, out DecodeError error);

    [Theory]
    [InlineData("01 80 00", null)]
    [InlineData("01 80 00 07D1", 2001)]
    public void Who_is_router_asks_for_one_network_or_for_all(string hex, int? network)
    {
        WhoIsRouterToNetwork message = new((ushort?)network);

        AreEqual(hex, NetworkMessageType.WhoIsRouterToNetwork, default, message.Encode);
        Assert.Equal(message, Read<WhoIsRouterToNetwork>(hex, WhoIsRouterToNetwork.TryDecode));
    }

    [Theory]
    [InlineData("01 80 01 07D1 0005", NetworkMessageType.IAmRouterToNetwork, new[] { 2001, 5 })]
    [InlineData("01 80 04", NetworkMessageType.RouterBusyToNetwork, new int[0])]
    [InlineData("01 80 05 FFFE", NetworkMessageType.RouterAvailableToNetwork, new[] { 65534 })]
    public void A_list_of_networks_is_written_and_read(string hex, NetworkMessageType type, int[] numbers)
    {
        ushort[] networks = [.. numbers.Select(number => (ushort)number)];

        AreEqual(hex, type, default, (ref writer) => NetworkList.Encode(ref writer, networks));
        Assert.Equal(networks, Read<ushort[]>(hex, NetworkList.TryDecode));
    }

    [Theory]
    [InlineData("01 80 03 01 07D1", NetworkRejectReason.NoRoute)]
    [InlineData("01 80 03 04 07D1", NetworkRejectReason.TooLong)]
    [InlineData("01 80 03 C8 07D1", (NetworkRejectReason)200)]
    public void A_rejection_carries_its_reason_and_the_network(string hex, NetworkRejectReason reason)
    {
        RejectMessageToNetwork message = new(reason, 2001);

        AreEqual(hex, NetworkMessageType.RejectMessageToNetwork, default, message.Encode);
        Assert.Equal(message, Read<RejectMessageToNetwork>(hex, RejectMessageToNetwork.TryDecode));
    }

    [Fact]
    public void A_rejection_for_a_device_behind_a_router_is_addressed_to_it() =>
        AreEqual("01 A0 07D1 01 0A FF 03 02 0005", NetworkMessageType.RejectMessageToNetwork, new(2001, 0x0A, 1),
            new RejectMessageToNetwork(NetworkRejectReason.Busy, 5).Encode);

    [Fact]
    public void Half_routers_offer_connect_and_disconnect()
    {
        ICouldBeRouterToNetwork offer = new(2001, 5);
        EstablishConnectionToNetwork establish = new(2001, 60);
        DisconnectConnectionToNetwork disconnect = new(2001);

        AreEqual("01 80 02 07D1 05", NetworkMessageType.ICouldBeRouterToNetwork, default, offer.Encode);
        AreEqual("01 80 08 07D1 3C", NetworkMessageType.EstablishConnectionToNetwork, default, establish.Encode);
        AreEqual("01 80 09 07D1", NetworkMessageType.DisconnectConnectionToNetwork, default, disconnect.Encode);
        Assert.Equal(offer, Read<ICouldBeRouterToNetwork>("01 80 02 07D1 05", ICouldBeRouterToNetwork.TryDecode));
        Assert.Equal(establish, Read<EstablishConnectionToNetwork>("01 80 08 07D1 3C", EstablishConnectionToNetwork.TryDecode));
        Assert.Equal(disconnect, Read<DisconnectConnectionToNetwork>("01 80 09 07D1", DisconnectConnectionToNetwork.TryDecode));
    }

    [Theory]
    [InlineData("01 80 13 07D1 01", true)]
    [InlineData("01 80 13 07D1 00", false)]
    public void A_network_number_is_configured_or_learned(string hex, bool isConfigured)
    {
        NetworkNumberIs message = new(2001, isConfigured);

        AreEqual(hex, NetworkMessageType.NetworkNumberIs, default, message.Encode);
        Assert.Equal(message, Read<NetworkNumberIs>(hex, NetworkNumberIs.TryDecode));
    }

    [Theory]
    [InlineData("0000 01")]
    [InlineData("FFFF 01")]
    public void No_network_and_every_network_are_numbers_of_none(string hex)
    {
        Assert.False(NetworkNumberIs.TryDecode(Octets.Of(hex), out _, out var error));
        Assert.Equal(DecodeError.OutOfRange, error);
    }

    [Fact]
    public void What_is_network_number_is_a_header_alone() => AreEqual("01 80 12", NetworkMessageType.WhatIsNetworkNumber, default, null);

    [Fact]
    public void A_routing_table_is_written_and_read()
    {
        RoutingTablePort[] ports = [new(2001, 1), new(2002, 2, new byte[] { 1, 2, 3 })];

        AreEqual("01 80 06 02 07D1 01 00 07D2 02 03 010203", NetworkMessageType.InitializeRoutingTable, default, (ref writer) => RoutingTable.Encode(ref writer, ports));
        var read = Read<RoutingTablePort[]>("01 80 07 02 07D1 01 00 07D2 02 03 010203", RoutingTable.TryDecode);
        Assert.Equal([(2001, 1, ""), (2002, 2, "010203")], read.Select(port => ((int)port.Network, (int)port.PortId, Convert.ToHexString(port.PortInfo.Span))));
        Assert.Empty(Read<RoutingTablePort[]>("01 80 06 00", RoutingTable.TryDecode));
        Assert.Empty(Read<RoutingTablePort[]>("01 80 07", RoutingTable.TryDecode));
    }

    [Fact]
    public void Every_list_of_networks_reads_back() => Gen.UShort.Array[0, 700].Sample(networks =>
    {
        var content = new byte[2 * networks.Length];
        OctetWriter writer = new(content);
        NetworkList.Encode(ref writer, networks);
        return NetworkList.TryDecode(content, out var read, out _) && read.SequenceEqual(networks);
    });

    [Fact]
    public void Every_routing_table_reads_back() =>
        Gen.Select(Gen.UShort, Gen.Byte, Gen.Byte.Array[0, 255], (network, id, info) => new RoutingTablePort(network, id, info)).Array[0, 255].Sample(ports =>
        {
            var content = new byte[1 + ports.Sum(port => 4 + port.PortInfo.Length)];
            OctetWriter writer = new(content);
            RoutingTable.Encode(ref writer, ports);
            return RoutingTable.TryDecode(content, out var read, out _) && read.Length == ports.Length
                && read.Zip(ports).All(pair => (pair.First.Network, pair.First.PortId) == (pair.Second.Network, pair.Second.PortId) && pair.First.PortInfo.Span.SequenceEqual(pair.Second.PortInfo.Span));
        });

    private static void AreEqual(string expected, NetworkMessageType type, NetworkAddress destination, NetworkMessage.Content? content)
    {
        var npdu = new byte[200];
        Octets.AreEqual(expected, npdu.AsSpan(..NetworkMessage.Encode(npdu, type, destination, content)));
    }

    private static T Read<T>(string hex, Decoder<T> decoder)
    {
        Assert.True(NpduHeader.TryDecode(Octets.Of(hex), out _, out var content, out _));
        Assert.True(decoder(content, out var message, out var error), $"{error}");
        return message;
    }
}
