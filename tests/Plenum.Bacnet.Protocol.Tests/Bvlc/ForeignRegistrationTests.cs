using Plenum.Bacnet.Protocol.Bvlc;

namespace Plenum.Bacnet.Protocol.Tests.Bvlc;

/// <summary>Clause J.5.2, the foreign device's side.</summary>
public sealed class ForeignRegistrationTests
{
    private readonly ForeignRegistration _registration = new(TimeSpan.FromSeconds(60));

    [Fact]
    [Trait("Rule", "BTL 15.1")]
    [Trait("Rule", "F24")]
    public void A_registration_is_renewed_at_half_its_time()
    {
        _registration.Start(default);
        _registration.OnResult(BvlcResult.Success, Seconds(1));

        Assert.Equal((Seconds(30), Seconds(60)), (_registration.Deadline, _registration.HoldsUntil));
        Assert.Equal(RegistrationStep.Wait, _registration.OnTime(Seconds(29)));
        Assert.Equal(RegistrationStep.Register, _registration.OnTime(Seconds(30)));
        Assert.True(_registration.Holds(Seconds(59)));
        Assert.False(_registration.Holds(Seconds(60)));
    }

    [Fact]
    public void Silence_is_asked_again_with_growing_pauses_of_a_minute_at_most()
    {
        Assert.Equal([0, 2, 6, 14, 30, 62, 122, 182], Tries(200));
        Assert.Equal(RegistrationStatus.Silent, _registration.Status);
    }

    [Fact]
    [Trait("Rule", "F24")]
    public void A_refusal_does_not_end_the_tries()
    {
        Assert.Equal([0, 5, 15, 35, 75, 155, 315, 615, 915], Tries(1000, BvlcResult.RegisterForeignDeviceNak));
        Assert.Equal((RegistrationStatus.Refused, BvlcResult.RegisterForeignDeviceNak), (_registration.Status, _registration.LastResult));
        _registration.OnTime(_registration.Deadline!.Value);
        _registration.OnResult(BvlcResult.Success, Seconds(1300));
        Assert.Equal(RegistrationStatus.Registered, _registration.Status);
    }

    [Fact]
    public void Renewals_that_are_lost_are_repeated_before_the_registration_runs_out()
    {
        _registration.Start(default);
        _registration.OnResult(BvlcResult.Success, default);
        Assert.Equal([30, 32, 36, 44], Tries(59));
        Assert.Equal(RegistrationStatus.Registered, _registration.Status);   // it holds still
        Tries(61);
        Assert.Equal(RegistrationStatus.Silent, _registration.Status);
    }

    [Fact]
    public void A_late_grant_counts_from_the_first_try_that_it_may_answer()
    {
        _registration.Start(default);
        _registration.OnTime(Seconds(2));
        _registration.OnResult(BvlcResult.Success, Seconds(3));

        Assert.Equal(Seconds(60), _registration.HoldsUntil);
    }

    [Fact]
    public void What_was_not_asked_is_not_answered()
    {
        _registration.Start(default);
        _registration.OnResult(BvlcResult.Success, default);
        _registration.OnResult(BvlcResult.RegisterForeignDeviceNak, Seconds(1));

        Assert.Equal(RegistrationStatus.Registered, _registration.Status);
    }

    [Fact]
    public void A_BBMD_that_has_forgotten_is_registered_with_at_once()
    {
        _registration.Start(default);
        _registration.OnResult(BvlcResult.Success, default);

        Assert.Equal(RegistrationStep.Register, _registration.OnForgotten(Seconds(20)));
        Assert.False(_registration.Holds(Seconds(20)));
        Assert.Equal(RegistrationStep.Wait, _registration.OnForgotten(Seconds(20)));   // it has been asked already
    }

    [Fact]
    public void A_BBMD_that_grants_and_does_not_keep_is_not_asked_in_a_circle()
    {
        _registration.Start(default);
        _registration.OnResult(BvlcResult.Success, default);

        Assert.Equal(RegistrationStep.Wait, _registration.OnForgotten(Seconds(1)));
        Assert.Equal((RegistrationStatus.Refused, Seconds(6)), (_registration.Status, _registration.Deadline));
    }

    /// <summary>The seconds at which it registers until then, when every registration is answered so, or not at all.</summary>
    private List<int> Tries(int until, BvlcResult? answer = null)
    {
        List<int> tries = [];
        if (_registration.Deadline is null)
        {
            _registration.Start(default);
            tries.Add(0);
            if (answer is { } first) _registration.OnResult(first, default);
        }
        while (_registration.Deadline is { } due && due < Seconds(until))
        {
            if (_registration.OnTime(due) != RegistrationStep.Register) continue;
            tries.Add((int)due.TotalSeconds);
            if (answer is { } result) _registration.OnResult(result, due);
        }
        return tries;
    }

    private static TimeSpan Seconds(int seconds) => TimeSpan.FromSeconds(seconds);
}
