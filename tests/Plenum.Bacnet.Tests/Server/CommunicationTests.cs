using Microsoft.Extensions.Time.Testing;
using Plenum.Bacnet.Protocol.Types;

namespace Plenum.Bacnet.Tests.Server;

/// <summary>What a device still says when it was told to be silent (clause 16.1), and who may tell it so.</summary>
[Trait("Rule", "135.1 9.24")]
public sealed class CommunicationTests : IDisposable
{
    private const string Password = "2D05006F70656E";   // "open"
    private const string Disable = "00050111 0905 1901 " + Password, DisableInitiation = "00050111 1902 " + Password, Enable = "00050111 1900 " + Password;
    private const string Read = "0005020C 0C023FFFFF 194D", WhoIs = "1008", WhoHas = "1007 3D060077686F6C65";

    private readonly FakeTimeProvider _time = new();
    private readonly WholeDevice _device;
    private readonly ServerBench _bench;

    public CommunicationTests() => _bench = new(_device = new(_time), _time);

    [Fact]
    public void A_silenced_device_answers_nothing_until_the_time_is_over()
    {
        Assert.Equal("200111", _bench.Ask(Disable));

        _time.Advance(TimeSpan.FromMinutes(4.9));
        Assert.Equal("", _bench.Ask(Read));
        Announce(WhoIs, WhoHas);
        Assert.True(_bench.IsQuiet);

        _time.Advance(TimeSpan.FromMinutes(0.2));
        Assert.StartsWith("30020C", _bench.Ask(Read), StringComparison.Ordinal);
    }

    [Fact]
    public void A_silenced_device_hears_what_ends_its_silence()
    {
        _bench.Ask(Disable);

        Assert.Equal("5001119104911A", _bench.Ask("00050111 1900"));   // no password: password-failure
        Assert.Equal("200111", _bench.Ask(Enable));
        Assert.StartsWith("30020C", _bench.Ask(Read), StringComparison.Ordinal);
    }

    [Fact]
    public void A_device_that_may_not_begin_answers_requests_and_says_where_it_is_and_no_more()
    {
        Assert.Equal("200111", _bench.Ask(DisableInitiation));

        Assert.StartsWith("30020C", _bench.Ask(Read), StringComparison.Ordinal);
        Announce(WhoIs);
        Assert.StartsWith("1000", _bench.Take(), StringComparison.Ordinal);
        Announce(WhoHas);
        Assert.True(_bench.IsQuiet);
        Assert.False(_device.Communication.MayInitiate);
    }

    [Theory]
    [InlineData("00050114 0901 1D05006F70656E", "200114", ReinitializedState.Warmstart)]
    [InlineData("00050114 0900", "5001149104911A", null)]
    [InlineData("00050114 0908", "600106", null)]
    public void A_device_restarts_for_whoever_knows_the_password(string request, string answer, ReinitializedState? state)
    {
        Assert.Equal(answer, _bench.Ask(request));
        Assert.Equal(state is { } done ? [done] : [], _device.Restarts);
    }

    private void Announce(params string[] apdus)
    {
        foreach (var apdu in apdus) _bench.Broadcast(apdu);
    }

    public void Dispose() => _bench.Dispose();
}
