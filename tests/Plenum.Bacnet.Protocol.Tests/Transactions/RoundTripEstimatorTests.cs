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
}
