using Plenum.Bacnet.Client;
using Plenum.Bacnet.Protocol.Bvlc;
using Plenum.Bacnet.Protocol.Links;
using Plenum.Bacnet.Tests.Client;
using Plenum.TestKit;
using static Plenum.Bacnet.Tests.Client.ClientBench;

namespace Plenum.Bacnet.Tests.Networks;

/// <summary>A client that is a foreign device of a BBMD (clause J.5).</summary>
public sealed class ForeignDeviceTests : IAsyncDisposable
{
    private static readonly DeviceAddress BbmdAddress = DeviceAddress.Parse("10.0.0.5");

    private readonly ClientBench _bench = new(foreign: new() { Bbmd = BbmdAddress, TimeToLive = TimeSpan.FromSeconds(60) });
    private readonly VirtualBbmd _bbmd;
    private readonly List<(DeviceAddress From, BvlcFunction Function)> _wire = [];

    public ForeignDeviceTests()
    {
        _bench.Lan.Tap = (from, _, datagram) => _wire.Add((from, (BvlcFunction)datagram[1]));
        _bbmd = new(_bench.Attach(BbmdAddress.ToString()), _bench.Time);
        for (uint i = 1; i <= 3; i++) _bench.Serve($"10.0.1.{i}", new(100 + i));
    }

    [Fact]
    [Trait("Rule", "BTL 15.1")]
    [Trait("Rule", "F3")]
    public async Task Devices_are_discovered_through_the_BBMD_and_nothing_is_broadcast_here()
    {
        Assert.Equal(3, await DiscoverAsync());

        Assert.DoesNotContain((ClientAddress, BvlcFunction.OriginalBroadcastNpdu), _wire);
        Assert.True(_bench.Client.ForeignDevice!.IsRegistered);
        Assert.Equal(BvlcResult.Success, _bench.Client.ForeignDevice.LastResult);
    }

    [Fact] // the first registration was lost: the BBMD was not on yet
    public async Task A_broadcast_waits_for_the_registration()
    {
        Assert.Equal(3, await DiscoverAsync(TimeSpan.FromSeconds(4)));
        Assert.Single(_wire, sent => sent == (ClientAddress, BvlcFunction.DistributeBroadcastToNetwork));
    }

    [Fact]
    [Trait("Rule", "F24")]
    [Trait("Rule", "135.1 14.x")]
    public void A_registration_is_kept_up_for_ever()
    {
        _bench.Pass(seconds: 200);

        Assert.Equal([2, 30, 60, 90, 120, 150, 180], _bbmd.Registrations.Select(one => (int)one.At.TotalSeconds));
        Assert.All(_bbmd.Registrations, one => Assert.Equal((ClientAddress, 60), (one.From, one.TimeToLive)));
    }

    [Fact]
    [Trait("Rule", "F24")]
    public async Task A_BBMD_that_restarts_distributes_the_very_broadcast_that_it_refused()
    {
        _bench.Pass(seconds: 20);
        _bbmd.Restart();

        Assert.Equal(3, await DiscoverAsync());
        Assert.Contains(1102, Events());
    }

    [Fact]
    public async Task A_BBMD_that_restarts_unnoticed_knows_us_again_after_the_next_renewal()
    {
        _bench.Pass(seconds: 20);
        _bbmd.Restart();
        _bench.Pass(seconds: 15);

        Assert.Single(_bbmd.Foreign);
        Assert.DoesNotContain(1102, Events());
        await Task.CompletedTask;
    }

    [Fact]
    [Trait("Rule", "F24")]
    [Trait("Rule", "135.1 14.x")]
    public async Task A_refusal_is_told_once_and_the_registration_comes_when_it_is_granted()
    {
        _bbmd.Refuses = true;
        _bench.Pass(seconds: 100);
        var state = _bench.Client.ForeignDevice!;
        Assert.Equal((RegistrationStatus.Refused, false, BvlcResult.RegisterForeignDeviceNak), (state.Status, state.IsRegistered, state.LastResult!.Value));
        Assert.StartsWith("bbmd-refused: ", state.Why, StringComparison.Ordinal);
        Assert.Equal([1101], Events());

        _bbmd.Refuses = false;
        _bench.Pass(seconds: 160);
        Assert.Equal(3, await DiscoverAsync());
        Assert.Equal([1101, 1100], Events());
    }

    [Fact]
    public async Task Silence_is_told_once_and_healed()
    {
        _bench.Pass(seconds: 3);
        _bbmd.IsSilent = true;
        _bench.Pass(seconds: 200);
        var state = _bench.Client.ForeignDevice!;
        Assert.Equal((RegistrationStatus.Silent, false), (state.Status, state.IsRegistered));
        Assert.StartsWith("bbmd-silent: ", state.Why, StringComparison.Ordinal);

        _bbmd.IsSilent = false;
        _bench.Pass(seconds: 60);
        Assert.Equal(3, await DiscoverAsync());
        Assert.Equal([1100, 1101, 1100], Events());
    }

    [Fact]
    public void Only_the_BBMD_itself_is_believed()
    {
        _bbmd.IsSilent = true;
        var other = _bench.Scripted("10.0.0.6");
        other.SendRaw(Convert.FromHexString("810000060000"), ClientAddress);

        Assert.False(_bench.Client.ForeignDevice!.IsRegistered);
    }

    [Fact]
    public async Task A_BBMDs_tables_are_read()
    {
        _bbmd.Distribute(DeviceAddress.Parse("10.9.0.5"));
        _bench.Pass(seconds: 3);

        var peers = await _bench.RunAsync(_bench.Client.ReadBroadcastDistributionTableAsync(BbmdAddress, Cancel));
        var devices = await _bench.RunAsync(_bench.Client.ReadForeignDeviceTableAsync(BbmdAddress, Cancel));

        Assert.Equal([new(DeviceAddress.Parse("10.9.0.5"), uint.MaxValue)], peers);
        Assert.Equal((ClientAddress, 60), (devices![0].Device, devices[0].TimeToLive));
    }

    [Fact]
    public async Task A_table_that_is_refused_is_null_and_one_that_nobody_has_is_a_time_out()
    {
        _bbmd.Refuses = true;
        Assert.Null(await _bench.RunAsync(_bench.Client.ReadBroadcastDistributionTableAsync(BbmdAddress, Cancel)));
        Assert.Null(await _bench.RunAsync(_bench.Client.ReadForeignDeviceTableAsync(DeviceAddress.Parse("10.0.1.1"), Cancel)));   // a device that is no BBMD
        _bbmd.IsSilent = true;

        var failure = await Assert.ThrowsAsync<BacnetTimeoutException>(() => _bench.RunAsync(_bench.Client.ReadForeignDeviceTableAsync(BbmdAddress, Cancel)));
        Assert.StartsWith("bbmd-silent: 10.0.0.5:47808 did not answer ReadForeignDeviceTable: 3 tries", failure.Message, StringComparison.Ordinal);
    }

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    private List<int> Events() => [.. _bench.Logger.Entries.Select(entry => entry.Id)];

    private async Task<int> DiscoverAsync(TimeSpan? listen = null)
    {
        async Task<int> CountAsync()
        {
            var found = 0;
            await foreach (var device in _bench.Client.DiscoverAsync(listen ?? TimeSpan.FromSeconds(3), cancel: Cancel)) found++;
            return found;
        }
        return await _bench.RunAsync(CountAsync());
    }

    public ValueTask DisposeAsync() => _bench.DisposeAsync();
}
