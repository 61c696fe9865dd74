using Plenum.Bacnet.Protocol.Links;
using Plenum.Bacnet.Server;
using Plenum.Bacnet.Transport;
using Plenum.TestKit;

namespace Plenum.Bacnet.Tests.Networks;

/// <summary>What a node that is neither router nor BBMD answers to whoever takes it for one, octet for octet.</summary>
public sealed class DutiesTests : IDisposable
{
    private static readonly DeviceAddress Ours = DeviceAddress.Parse("10.0.0.1");

    private readonly VirtualLan _lan = new(TimeProvider.System, seed: 1);
    private readonly BacnetPort _port;
    private readonly Inbox _inbox = new();
    private readonly VirtualTransport _peer;

    public DutiesTests()
    {
        _port = new(_lan.Attach(Ours));
        _ = new BacnetServer(_port, new TableDevice(599));
        _port.Start();
        _peer = _lan.Attach(DeviceAddress.Parse("10.0.0.2"));
        _peer.Start(_inbox);
    }

    [Theory]
    [Trait("Rule", "135.1 14.1")]
    [InlineData("81010004", "810000060010")]                                         // Write-Broadcast-Distribution-Table
    [InlineData("81020004", "810000060020")]                                         // Read-Broadcast-Distribution-Table
    [InlineData("81050006003C", "810000060030")]                                     // Register-Foreign-Device
    [InlineData("81060004", "810000060040")]                                         // Read-Foreign-Device-Table
    [InlineData("8108000A0A000003BAC0", "810000060050")]                             // Delete-Foreign-Device-Table-Entry
    [InlineData("8109000801001008", "810000060060")]                                 // Distribute-Broadcast-To-Network, a Who-Is inside
    public void It_is_no_BBMD(string question, string answer)
    {
        Send(question);
        Assert.Equal(answer, _inbox.Take().Bytes);
        Assert.Equal(0, _inbox.Count);
    }

    [Theory]
    [Trait("Rule", "135.1 14.1")]
    [InlineData("817F0004")]                 // a function that nobody knows
    [InlineData("810A000901001008")]         // a length that is not the datagram's
    [InlineData("820A000801001008")]         // BACnet/IPv6's own type
    [InlineData("810000060030")]             // a result that nobody asked for
    public void What_means_nothing_is_passed_over(string datagram)
    {
        Send(datagram);
        Assert.Equal(0, _inbox.Count);
        Send("810A000801001008");            // it lives
        Assert.StartsWith("810A", _inbox.Take().Bytes, StringComparison.Ordinal);
    }

    [Fact]
    [Trait("Rule", "135.1 14.1")]
    public void A_forwarded_Who_Is_is_answered_to_its_origin()
    {
        using Inbox origin = new();
        _lan.Attach(DeviceAddress.Parse("10.0.0.3:47809")).Start(origin);

        Send("8104000E0A000003BAC101001008");

        Assert.StartsWith("810A", origin.Take().Bytes, StringComparison.Ordinal);
        Assert.Equal(0, _inbox.Count);
    }

    [Theory]
    [Trait("Rule", "135.1 10.2.2.7.2")]
    [Trait("Rule", "135.1 10.8.2.2.2")]
    [InlineData("810A0007018014", "810A000A018003030000")]
    [InlineData("810A000B018080012C00AA", "810A000A018003030000")]
    [InlineData("810A000B018807D1010A7F", "810A000F01A007D1010AFF03030000")]         // asked by station 0A of network 2001
    public void A_network_message_that_nobody_knows_is_rejected(string question, string answer)
    {
        Send(question);
        Assert.Equal(answer, _inbox.Take().Bytes);
    }

    [Theory]
    [InlineData("810A0007018000")]           // Who-Is-Router: a router's business
    [InlineData("810A0007018012")]           // What-Is-Network-Number: nobody has told it
    [InlineData("810A0009018000" + "07D1")]
    public void A_network_message_for_others_is_passed_over(string datagram)
    {
        Send(datagram);
        Assert.Equal(0, _inbox.Count);
    }

    [Fact]
    public void An_unknown_network_message_to_everyone_is_not_answered_by_everyone()
    {
        _peer.TryBroadcast(Convert.FromHexString("810B0007018014"));
        Assert.Equal(0, _inbox.Count);
    }

    [Fact] // clauses 6.4.19, 6.4.20
    public void A_network_number_that_was_learned_is_told_on()
    {
        Send("810A000A0180130005" + "00");
        Send("810A000A0180130007" + "01");   // whoever was told by a person knows better
        Send("810A000A0180130006" + "00");
        Assert.Equal((ushort)7, _port.NetworkNumber);

        Send("810A0007018012");
        Assert.Equal("810B000A018013000700", _inbox.Take().Bytes);
    }

    [Fact]
    public void A_network_number_from_another_network_is_none_of_ours()
    {
        Send("810A000E018807D1010A13000501");
        Assert.Null(_port.NetworkNumber);
    }

    [Theory] // clause 6.5.2.1
    [Trait("Rule", "135.1 10.1")]
    [InlineData("810A000C012007D100FF1008", 0)]   // for network 2001: no business of a node that does not route
    [InlineData("810A000C0120FFFF00001008", 1)]   // for everyone; that it may pass no more routers does not matter here
    [InlineData("810A000801001008", 1)]
    public void What_is_for_another_network_is_left_to_the_routers(string whoIs, int answers)
    {
        Send(whoIs);
        Assert.Equal(answers, _inbox.Count);
    }

    [Fact]
    [Trait("Rule", "135.1 10.1")]
    public void A_confirmed_request_from_behind_a_router_is_answered_there()
    {
        Send("810A0015010C07D1010A" + "0005070C" + "0C02000257194D");   // ReadProperty of device 599's name, from station 0A of network 2001

        Assert.StartsWith("012007D1010AFF" + "30070C", _inbox.Take().Bytes[8..], StringComparison.Ordinal);
    }

    private void Send(string hex) => _peer.TrySend(Convert.FromHexString(hex), Ours);

    public void Dispose()
    {
        _port.Dispose();
        _inbox.Dispose();
    }
}
