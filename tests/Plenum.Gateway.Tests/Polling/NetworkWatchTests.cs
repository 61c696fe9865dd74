using Plenum.Gateway.Polling;
using Plenum.Gateway.Tests.Support;

namespace Plenum.Gateway.Tests.Polling;

/// <summary>What the silence of a device means, by what others say. Times are seconds.</summary>
public sealed class NetworkWatchTests
{
    private readonly List<NetworkLoss> _lost = [], _back = [];
    private readonly NetworkWatch _watch;
    private readonly NetworkWatch.Neighbour _one, _other;
    private long _sendErrors;

    public NetworkWatchTests()
    {
        _watch = new(new VirtualTime(), () => _sendErrors) { OnLost = _lost.Add, OnBack = _back.Add };
        (_one, _other) = (_watch.Add(), _watch.Add());
    }

    [Fact]
    public void A_device_that_was_never_heard_is_gone_by_itself()
    {
        Heard(_other, 0);
        Unanswered(_one, 0, 5);

        Assert.Equal(SilenceMeaning.Device, Unanswered(_one, 5, 10));
        Assert.Empty(_lost);
    }

    [Fact]
    public void A_device_without_others_that_were_heard_is_gone_by_itself()
    {
        Heard(_one, 0);
        Unanswered(_one, 5, 10);

        Assert.Equal(SilenceMeaning.Device, Unanswered(_one, 10, 15));
    }

    [Fact]
    public void A_device_is_gone_when_another_was_asked_and_heard_between_two_of_its_polls()
    {
        Heard(_one, 0);
        Heard(_other, 2);
        Unanswered(_one, 5, 10);
        Assert.Equal(SilenceMeaning.Open, Unanswered(_one, 10, 11));
        Heard(_other, 12);

        Assert.Equal(SilenceMeaning.Device, Unanswered(_one, 20, 25));
        Assert.Empty(_lost);
    }

    [Fact] // its poll began in the dead network, and was answered when that came back
    public void What_was_asked_before_a_devices_first_silent_poll_was_over_says_nothing()
    {
        Heard(_one, 0);
        Heard(_other, 0);
        Unanswered(_one, 5, 10);
        _other.OnBegin(At(9.9));
        Assert.Equal(SilenceMeaning.Open, Unanswered(_one, 10, 15));
        _other.OnHeard();

        Assert.Equal(SilenceMeaning.Open, Unanswered(_one, 20, 25));
    }

    [Fact] // the network may have come back in the very end of it
    public void What_is_heard_while_a_devices_poll_is_under_way_says_nothing_yet()
    {
        Heard(_one, 0);
        Heard(_other, 0);
        Unanswered(_one, 5, 10);
        _one.OnBegin(At(10));
        Heard(_other, 14.9);
        _one.OnUnanswered(At(15));
        Assert.Equal(SilenceMeaning.Open, _one.Judge(At(15)));

        Assert.Equal(SilenceMeaning.Device, Unanswered(_one, 15, 20));
    }

    [Fact]
    public void Two_that_fall_silent_together_have_lost_the_network_and_it_is_told_once()
    {
        Heard(_one, 0);
        Heard(_other, 1);
        Unanswered(_one, 5, 10);
        Unanswered(_other, 6, 11);

        Assert.Equal(SilenceMeaning.Network, Unanswered(_one, 10, 15));
        Assert.Equal(SilenceMeaning.Network, Unanswered(_other, 11, 16));
        Assert.Equal(SilenceMeaning.Network, Unanswered(_one, 15, 20));
        Assert.Equal(2, Assert.Single(_lost).Devices);
        Assert.Same(_lost[0], _watch.Loss);
        Assert.StartsWith("network-lost: none of the 2 devices that were online answers any more: the gateway has lost its network", _lost[0].Why, StringComparison.Ordinal);
    }

    [Fact]
    public void The_first_that_is_heard_ends_the_loss_and_the_others_begin_anew()
    {
        Two_that_fall_silent_together_have_lost_the_network_and_it_is_told_once();

        Heard(_other, 60);

        Assert.Null(_watch.Loss);
        Assert.Same(_lost[0], Assert.Single(_back));
        Assert.Equal(SilenceMeaning.Open, Unanswered(_one, 59, 61)); // this one began in the dead network
        Heard(_other, 62);
        Assert.Equal(SilenceMeaning.Device, Unanswered(_one, 65, 70));
        Assert.Single(_lost);
    }

    [Fact]
    public void A_device_that_is_away_already_is_no_witness()
    {
        var third = _watch.Add();
        Heard(_one, 0);
        Heard(_other, 0);
        third.OnMistaken();
        Unanswered(_one, 5, 10);
        Heard(_other, 12);
        Unanswered(_one, 15, 20);   // gone
        Unanswered(_other, 22, 27);

        Assert.Equal(SilenceMeaning.Device, Unanswered(_other, 27, 32));
        Assert.Empty(_lost);
    }

    [Fact]
    public void Where_the_others_are_asked_rarely_a_verdict_is_held_for_a_minute()
    {
        Heard(_one, 0);
        Heard(_other, 0);
        Unanswered(_one, 5, 10);

        Assert.Equal(SilenceMeaning.Open, Unanswered(_one, 64, 69));
        Assert.Equal(SilenceMeaning.Device, Unanswered(_one, 65, 70));
    }

    [Fact]
    public void A_port_that_refuses_to_send_is_a_lost_network_even_for_one_device()
    {
        Heard(_one, 0);
        _one.OnBegin(At(5));
        _sendErrors = 3;
        _one.OnUnanswered(At(10));

        Assert.Equal(SilenceMeaning.Network, Unanswered(_one, 10, 15));
        Assert.StartsWith("network-lost: the only device that was online does not answer any more, and this machine's network refuses to send", _lost[0].Why, StringComparison.Ordinal);
    }

    [Fact]
    public void Errors_of_long_ago_say_nothing()
    {
        _sendErrors = 3;
        A_device_without_others_that_were_heard_is_gone_by_itself();
    }

    private static TimeSpan At(double seconds) => TimeSpan.FromSeconds(seconds);

    private static void Heard(NetworkWatch.Neighbour device, double at)
    {
        device.OnBegin(At(at));
        device.OnHeard();
    }

    private static SilenceMeaning Unanswered(NetworkWatch.Neighbour device, double began, double ended)
    {
        device.OnBegin(At(began));
        device.OnUnanswered(At(ended));
        return device.Judge(At(ended));
    }
}
