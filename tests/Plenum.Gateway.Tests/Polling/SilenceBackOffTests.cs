using Plenum.Gateway.Polling;

namespace Plenum.Gateway.Tests.Polling;

public sealed class SilenceBackOffTests
{
    [Fact]
    public void One_poll_without_an_answer_is_not_silence_yet()
    {
        var silence = new SilenceBackOff(TimeSpan.FromSeconds(1));
        silence.OnSilence();

        Assert.False(silence.IsSilent);
        Assert.Equal(TimeSpan.Zero, silence.Pause);
    }

    [Fact]
    public void A_silent_device_is_left_alone_for_twice_the_pause_each_time_up_to_five_minutes()
    {
        Assert.Equal([0, 1, 2, 4, 8, 16, 32, 64, 128, 256, 300, 300], Pauses(periodSeconds: 1, polls: 12));
    }

    [Fact]
    public void A_device_that_is_polled_more_rarely_than_that_keeps_its_period()
    {
        Assert.Equal([0, 600, 600, 600], Pauses(periodSeconds: 600, polls: 4));
    }

    [Fact] // never given up, and no overflow after years
    public void After_any_number_of_silent_polls_there_is_a_next_one()
    {
        Assert.Equal(300, Pauses(periodSeconds: 5, polls: 100_000)[^1]);
    }

    [Fact]
    public void An_answer_ends_the_silence()
    {
        var silence = new SilenceBackOff(TimeSpan.FromSeconds(1));
        for (var i = 0; i < 9; i++) silence.OnSilence();
        silence.OnAnswer();

        Assert.False(silence.IsSilent);
        silence.OnSilence();
        Assert.Equal(TimeSpan.Zero, silence.Pause);
    }

    private static List<double> Pauses(double periodSeconds, int polls)
    {
        var silence = new SilenceBackOff(TimeSpan.FromSeconds(periodSeconds));
        List<double> pauses = [];
        for (var i = 0; i < polls; i++)
        {
            silence.OnSilence();
            pauses.Add(silence.Pause.TotalSeconds);
        }
        return pauses;
    }
}
