using Plenum.Bacnet.Protocol.Transactions;

namespace Plenum.Bacnet.Protocol.Tests.Transactions;

/// <summary>When silence is taken for more than chance.</summary>
public sealed class LossEstimateTests
{
    [Fact]
    public void Of_an_unknown_device_little_is_concluded()
    {
        LossEstimate loss = new();

        Assert.Equal((0.6, 14), (loss.Share, loss.Enough(0.001)));
        Assert.InRange(loss.Chance(4), 0.12, 0.13);
    }

    [Fact]
    public void Where_nothing_gets_lost_four_tries_without_an_answer_are_no_chance()
    {
        LossEstimate loss = new();
        for (var i = 0; i < 12; i++) loss.OnAnswer(tries: 1);

        Assert.Equal(4, loss.Enough(0.001));
        Assert.True(loss.Chance(4) < 0.001);
    }

    [Theory]
    [InlineData(0.65)]
    [InlineData(0.3)]
    [InlineData(0.05)]
    public void The_share_is_found_out(double lost)
    {
        var random = new Random(1);
        LossEstimate loss = new();
        List<double> shares = [];
        for (var i = 0; i < 3000; i++)
        {
            var tries = 1;
            while (random.NextDouble() < lost) tries++;
            loss.OnAnswer(tries);
            if (i >= 100) shares.Add(loss.Share);
        }

        Assert.InRange(shares.Average(), lost - 0.03, lost + 0.03);
    }

    [Fact]
    public void A_bad_spell_is_forgotten()
    {
        LossEstimate loss = new();
        for (var i = 0; i < 100; i++) loss.OnAnswer(tries: 5);
        Assert.InRange(loss.Share, 0.75, 0.85);

        for (var i = 0; i < 300; i++) loss.OnAnswer(tries: 1);

        Assert.InRange(loss.Share, 0, 0.03);
    }
}
