using CsCheck;
using Plenum.Bacnet.Protocol.Transactions;

namespace Plenum.Bacnet.Protocol.Tests.Transactions;

/// <summary>A subscription's life from the subscriber's side, without a clock.</summary>
public sealed class CovLeaseTests
{
    private static readonly CovLeasePolicy Policy = new() { Lifetime = S(600) };

    private readonly CovLease _lease = new(Policy);

    [Theory]
    [InlineData(0, 1)]
    [InlineData(-5, 1)]
    [InlineData(0.2, 1)]
    [InlineData(600, 600)]
    [InlineData(28_800, 28_800)]
    [InlineData(1e9, 28_800)]
    [Trait("Rule", "BTL 8.6")]
    [Trait("Rule", "BTL 8.26")]
    public void A_lifetime_is_never_zero_and_never_longer_than_every_device_must_take(double wanted, uint asked) =>
        Assert.Equal(asked, (Policy with { Lifetime = S(wanted) }).LifetimeSeconds);

    [Fact]
    public void An_accepted_subscription_is_relied_on_once_a_notification_has_come()
    {
        Accept(at: 0);
        Assert.Equal((CovLeaseState.Accepted, false), (_lease.State, _lease.IsLive(S(1))));

        _lease.OnNotified(S(1), S(599));

        Assert.Equal((CovLeaseState.Live, true), (_lease.State, _lease.IsLive(S(1))));
    }

    [Fact] // it may overtake the acknowledgement
    public void A_notification_that_comes_before_the_acknowledgement_counts()
    {
        _lease.OnAsked(S(0));
        _lease.OnNotified(S(1), S(600));
        _lease.OnAccepted(S(2), S(600), random: 0);

        Assert.True(_lease.IsLive(S(2)));
    }

    [Fact]
    [Trait("Rule", "BTL 8.7")]
    public void A_device_that_accepts_and_never_tells_anything_is_found_out()
    {
        Accept(at: 0);
        _lease.OnTime(S(29), random: 0);
        Assert.Equal(CovLeaseState.Accepted, _lease.State);

        _lease.OnTime(S(30), random: 0);

        Assert.Equal((CovLeaseState.Refused, S(30) + Policy.RetryRefused), (_lease.State, _lease.Due));
        Assert.Contains("no notification came within 30 s", _lease.Why, StringComparison.Ordinal);
    }

    [Fact]
    [Trait("Rule", "BTL 8.6")]
    [Trait("Rule", "135.1 8.10.4")]
    public void It_is_renewed_at_half_its_lifetime_less_a_random_part() => Gen.Double[0, 1].Sample(random =>
    {
        var lease = new CovLease(Policy);
        lease.OnAsked(S(100));
        lease.OnAccepted(S(100), S(600), random);
        return lease.Due >= S(100 + 270) && lease.Due <= S(100 + 300);
    }, iter: Effort.Runs(200));

    [Fact]
    [Trait("Rule", "F18")]
    public void A_renewal_that_is_not_answered_is_tried_again_while_the_old_lifetime_lasts()
    {
        Live(at: 0);
        List<double> tries = [];
        for (var now = _lease.Due; now < S(600); now = _lease.Due)
        {
            tries.Add(Math.Round(now.TotalSeconds));
            Assert.True(_lease.IsLive(now));
            _lease.OnAsked(now);
            _lease.OnSilence(now, random: 0);
        }

        Assert.Equal([300, 305, 315, 335, 375, 455], tries);
        _lease.OnTime(S(600), random: 0);
        Assert.Equal((CovLeaseState.Wanted, false), (_lease.State, _lease.IsLive(S(600))));
    }

    [Fact]
    public void A_device_that_never_answers_is_asked_ever_more_rarely_and_never_given_up()
    {
        var now = S(0);
        for (var i = 0; i < 100; i++, now = _lease.Due) _lease.OnSilence(now, random: 0);

        Assert.Equal(Policy.MostRetrySilent, _lease.Due - (now - Policy.MostRetrySilent));
    }

    [Fact]
    public void A_device_that_grants_less_than_was_asked_for_is_asked_again_in_time()
    {
        Accept(at: 0);

        _lease.OnNotified(S(1), S(60));

        Assert.Equal((S(61), S(31)), (_lease.EndsAt, _lease.Due));
    }

    [Fact]
    public void What_a_renewal_has_brought_is_not_taken_back_by_a_longer_or_an_endless_rest()
    {
        Live(at: 0);
        var (ends, due) = (_lease.EndsAt, _lease.Due);

        _lease.OnNotified(S(10), S(100_000));
        _lease.OnNotified(S(11), TimeSpan.Zero);

        Assert.Equal((ends, due), (_lease.EndsAt, _lease.Due));
    }

    [Fact]
    [Trait("Rule", "F18")]
    public void What_a_restart_may_have_wiped_out_is_asked_for_at_once_and_not_relied_on_before_it_is_told_again()
    {
        Live(at: 0);

        _lease.OnLost(S(50), "restarted");
        Assert.Equal((CovLeaseState.Wanted, S(50), false), (_lease.State, _lease.Due, _lease.IsLive(S(50))));

        Accept(at: 51);
        Assert.False(_lease.IsLive(S(51)));
        _lease.OnNotified(S(52), S(600));
        Assert.True(_lease.IsLive(S(52)));
    }

    [Fact]
    [Trait("Rule", "BTL 8.7")]
    public void A_refused_renewal_ends_it_and_keeps_the_reason()
    {
        Live(at: 0);

        _lease.OnRefused(S(300), "no space", random: 0);

        Assert.Equal((CovLeaseState.Refused, "no space", false, S(300) + Policy.RetryRefused), (_lease.State, _lease.Why, _lease.IsLive(S(300)), _lease.Due));
    }

    private static TimeSpan S(double seconds) => TimeSpan.FromSeconds(seconds);

    private void Accept(double at)
    {
        _lease.OnAsked(S(at));
        _lease.OnAccepted(S(at), S(600), random: 0);
    }

    private void Live(double at)
    {
        Accept(at);
        _lease.OnNotified(S(at), S(600));
    }
}
