using Plenum.Bacnet.Protocol.Transactions;

namespace Plenum.Bacnet.Protocol.Tests.Transactions;

/// <summary>RFC 6298, section 2: SRTT and RTTVAR worked by hand.</summary>
public sealed class RoundTripEstimatorTests
{
    private readonly RoundTripEstimator _estimator = new(new RetryPolicy());

    [Fact]
    public void Before_the_first_sample_the_policys_time_out_holds()
    {
        Assert.Null(_estimator.Smoothed);
        Assert.Equal((0L, TimeSpan.FromSeconds(1)), (_estimator.Samples, _estimator.Timeout));
    }

    [Fact] // 2.2: SRTT = R, RTTVAR = R/2, RTO = SRTT + 4 RTTVAR; 2.3: RTTVAR first, from the SRTT before the sample
    public void Samples_are_smoothed_as_the_RFC_has_it()
    {
        List<(double Smoothed, double Timeout)> learned = [];
        foreach (var milliseconds in new[] { 100, 200, 100 })
        {
            _estimator.OnSample(TimeSpan.FromMilliseconds(milliseconds));
            learned.Add((Math.Round(_estimator.Smoothed!.Value.TotalMilliseconds, 4), Math.Round(_estimator.Timeout.TotalMilliseconds, 4)));
        }

        Assert.Equal([(100, 300), (112.5, 362.5), (110.9375, 310.9375)], learned);
        Assert.Equal(3, _estimator.Samples);
    }

    [Fact]
    public void A_steady_device_is_still_given_twice_its_round_trip()
    {
        for (var i = 0; i < 100; i++) _estimator.OnSample(TimeSpan.FromMilliseconds(300));

        Assert.Equal(300, _estimator.Smoothed!.Value.TotalMilliseconds, precision: 3);
        Assert.Equal(600, _estimator.Timeout.TotalMilliseconds, precision: 3);
    }

    [Fact]
    public void A_fast_device_is_given_the_least_time_out_and_a_slow_one_the_most()
    {
        RoundTripEstimator fast = new(new RetryPolicy()), slow = new(new RetryPolicy());

        fast.OnSample(TimeSpan.FromMilliseconds(1));
        slow.OnSample(TimeSpan.FromSeconds(60));

        Assert.Equal((TimeSpan.FromMilliseconds(50), TimeSpan.FromSeconds(10)), (fast.Timeout, slow.Timeout));
        Assert.Equal((TimeSpan.FromMilliseconds(1), TimeSpan.FromSeconds(60)), (fast.Smoothed, slow.Smoothed));
    }

    [Fact]
    public void After_a_slow_spell_the_time_out_comes_down_again()
    {
        _estimator.OnSample(TimeSpan.FromSeconds(3));
        var slow = _estimator.Timeout;
        for (var i = 0; i < 100; i++) _estimator.OnSample(TimeSpan.FromMilliseconds(40));

        Assert.Equal(TimeSpan.FromSeconds(9), slow);
        Assert.Equal(80, _estimator.Timeout.TotalMilliseconds, tolerance: 2);
    }

    [Fact]
    public void Before_the_first_sample_silence_may_be_slowness_for_a_while_and_then_it_is_loss()
    {
        Assert.Equal(new Pace(TimeSpan.FromSeconds(1), TimeSpan.FromSeconds(3), TimeSpan.FromMilliseconds(250)), _estimator.Pace);

        _estimator.OnSample(TimeSpan.FromMilliseconds(300));

        Assert.Equal(Pace.Learned(TimeSpan.FromMilliseconds(900), TimeSpan.FromMilliseconds(375)), _estimator.Pace);
    }

    [Theory]
    [InlineData(10, 1010, 500, 1010)]     // it answered a moment after its second try: half the first time-out is as little as is guessed
    [InlineData(250, 1250, 750, 1250)]
    [InlineData(900, 5000, 1000, 3000)]   // neither is it given more than a device of which nothing is known
    public void An_answer_to_one_of_several_tries_bounds_the_guess_and_is_no_sample(int sinceLast, int sinceFirst, int timeout, int patience)
    {
        _estimator.OnBounds(TimeSpan.FromMilliseconds(sinceLast), TimeSpan.FromMilliseconds(sinceFirst));

        Assert.Equal((TimeSpan.FromMilliseconds(timeout), TimeSpan.FromMilliseconds(patience)), (_estimator.Pace.Timeout, _estimator.Pace.Patience));
        Assert.Equal((0L, null), (_estimator.Samples, _estimator.Smoothed));
    }

    [Fact]
    public void What_was_measured_counts_for_more_than_what_can_be_guessed()
    {
        _estimator.OnSample(TimeSpan.FromMilliseconds(100));
        _estimator.OnBounds(TimeSpan.FromMilliseconds(5), TimeSpan.FromMilliseconds(10));

        Assert.Equal(Pace.Learned(TimeSpan.FromMilliseconds(300), TimeSpan.FromMilliseconds(125)), _estimator.Pace);
    }

    [Fact]
    public void A_time_out_that_was_too_short_is_doubled_until_the_next_sample_and_up_to_the_most()
    {
        _estimator.OnSample(TimeSpan.FromMilliseconds(100));

        _estimator.OnTooShort();
        _estimator.OnTooShort();
        Assert.Equal(TimeSpan.FromMilliseconds(1200), _estimator.Timeout);

        for (var i = 0; i < 10; i++) _estimator.OnTooShort();
        Assert.Equal(TimeSpan.FromSeconds(10), _estimator.Timeout);

        _estimator.OnSample(TimeSpan.FromMilliseconds(100));
        Assert.InRange(_estimator.Timeout.TotalMilliseconds, 200, 300);
    }
}
