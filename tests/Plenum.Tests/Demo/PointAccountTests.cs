using Plenum.Demo;

namespace Plenum.Tests.Demo;

public sealed class PointAccountTests
{
    private readonly PointAccount _account = new();

    [Fact]
    public void A_value_that_was_served_and_arrived_is_settled_with_the_time_between()
    {
        Assert.Null(_account.OnServed(exchange: 1, value: 20, servedMs: 1000));

        Assert.True(_account.TryArrive(20, timestampMs: 1005, arrivedMs: 1012, out var wait));

        Assert.Equal(12, wait);
        AssertEven();
    }

    [Fact] // two threads tell it: the server's may be the faster one
    public void A_value_that_is_seen_arriving_before_it_is_seen_being_served_is_settled()
    {
        Assert.True(_account.TryArrive(20, 1005, 1012, out var wait));
        Assert.Null(wait);

        Assert.Equal(12, _account.OnServed(1, 20, 1000));

        AssertEven();
    }

    [Fact]
    public void A_wait_is_never_less_than_nothing()
    {
        Assert.True(_account.TryArrive(20, 1005, 1012, out _));

        Assert.Equal(0, _account.OnServed(1, 20, 1013));
    }

    [Fact]
    public void A_value_that_was_served_and_did_not_arrive_is_open()
    {
        _account.OnServed(7, 20, 1000);
        _account.OnServed(8, 21, 2000);
        _account.TryArrive(21, 2005, 2010, out _);

        Assert.Equal([7], _account.OpenExchanges());
    }

    [Fact]
    public void A_value_that_nobody_served_is_left_over()
    {
        _account.OnServed(1, 20, 1000);
        _account.TryArrive(99, 1005, 1010, out _);

        Assert.Equal([99], _account.Unserved());
        Assert.Equal([1], _account.OpenExchanges());
    }

    [Fact]
    public void The_same_time_twice_is_a_duplicate_whatever_its_value()
    {
        _account.OnServed(1, 20, 1000);
        Assert.True(_account.TryArrive(20, 1005, 1010, out _));

        Assert.False(_account.TryArrive(20, 1005, 1500, out _));

        AssertEven();
    }

    [Theory] // a request that was sent again may be answered with a newer value: one of the two is read
    [InlineData(20)]
    [InlineData(21)]
    public void An_exchange_that_was_served_twice_is_settled_by_either_value(double arrived)
    {
        _account.OnServed(1, 20, 1000);
        _account.OnServed(1, 21, 1100);

        Assert.True(_account.TryArrive(arrived, 1105, 1110, out var wait));

        Assert.NotNull(wait);
        AssertEven();
    }

    [Fact]
    public void A_retransmission_of_what_has_arrived_already_opens_nothing()
    {
        _account.OnServed(1, 20, 1000);
        _account.TryArrive(20, 1005, 1010, out _);

        Assert.Null(_account.OnServed(1, 22, 1300));

        AssertEven();
    }

    [Fact]
    public void A_value_that_does_not_change_is_told_apart_by_exchange_and_time()
    {
        for (var i = 0; i < 500; i++)
        {
            _account.OnServed(i, 20, i * 1000);
            if (i != 250) Assert.True(_account.TryArrive(20, (i * 1000) + 5, (i * 1000) + 9, out _));
        }

        Assert.Single(_account.OpenExchanges());
        Assert.Empty(_account.Unserved());
    }

    private void AssertEven()
    {
        Assert.Empty(_account.OpenExchanges());
        Assert.Empty(_account.Unserved());
    }
}
