using Microsoft.Extensions.Time.Testing;
using Plenum.Bacnet.Protocol.Links;
using Plenum.TestKit;

namespace Plenum.Bacnet.Tests.Networks;

/// <summary>The BBMD that the other tests rely on (clauses J.4, J.5).</summary>
public sealed class VirtualBbmdTests : IDisposable
{
    private static readonly byte[] Registration = Convert.FromHexString("81050006003C"), Broadcast = Convert.FromHexString("8109000801001008");

    private readonly FakeTimeProvider _time = new();
    private readonly VirtualLan _lan;
    private readonly VirtualBbmd _bbmd;
    private readonly Inbox _inbox = new(), _neighbour = new();
    private readonly VirtualTransport _foreign;

    public VirtualBbmdTests()
    {
        _lan = new(_time, seed: 1);
        _bbmd = new(_lan.Attach(DeviceAddress.Parse("10.0.0.5")), _time);
        _lan.Attach(DeviceAddress.Parse("10.0.0.6")).Start(_neighbour);
        _foreign = _lan.Attach(DeviceAddress.Parse("172.16.0.9:50000"));   // another port: no broadcast of this network reaches it
        _foreign.Start(_inbox);
    }

    [Fact]
    public void A_registration_is_good_for_its_time_and_30_seconds_more()
    {
        Assert.Equal("810000060000", Ask(Registration));
        _time.Advance(TimeSpan.FromSeconds(89));
        Assert.Equal((60, 1), (_bbmd.Foreign[0].TimeToLive, _bbmd.Foreign[0].Remaining));
        _time.Advance(TimeSpan.FromSeconds(1));
        Assert.Empty(_bbmd.Foreign);
    }

    [Fact]
    public void A_broadcast_of_a_registered_device_reaches_the_network_with_its_origin()
    {
        Ask(Registration);
        _foreign.TrySend(Broadcast, _bbmd.Address);

        Assert.Equal("8104000EAC100009C35001001008", _neighbour.Take().Bytes);
        Assert.Equal(0, _inbox.Count);
    }

    [Fact]
    public void A_broadcast_of_the_network_reaches_the_registered_device()
    {
        Ask(Registration);
        _lan.Attach(DeviceAddress.Parse("10.0.0.7")).TryBroadcast(Convert.FromHexString("810B000801001008"));

        Assert.Equal("8104000E0A000007BAC001001008", _inbox.Take().Bytes);
    }

    [Fact]
    public void Who_is_not_registered_or_was_before_a_restart_is_refused()
    {
        Assert.Equal("810000060060", Ask(Broadcast));
        Ask(Registration);
        _bbmd.Restart();
        Assert.Equal("810000060060", Ask(Broadcast));
        _bbmd.Refuses = true;
        Assert.Equal("810000060030", Ask(Registration));
    }

    [Fact]
    public void Its_tables_can_be_read()
    {
        _bbmd.Distribute(DeviceAddress.Parse("10.9.0.5"));
        Ask(Registration);

        Assert.Equal("8103000E0A090005BAC0FFFFFFFF", Ask(Convert.FromHexString("81020004")));
        Assert.Equal("8107000EAC100009C350003C005A", Ask(Convert.FromHexString("81060004")));
    }

    private string Ask(byte[] datagram)
    {
        _foreign.TrySend(datagram, _bbmd.Address);
        return _inbox.Take().Bytes;
    }

    public void Dispose()
    {
        _inbox.Dispose();
        _neighbour.Dispose();
    }
}
