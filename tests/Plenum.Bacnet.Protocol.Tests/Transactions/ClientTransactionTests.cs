using CsCheck;
using Plenum.Bacnet.Protocol.Transactions;
using Script = System.Collections.Generic.List<(double Second, Plenum.Bacnet.Protocol.Transactions.TransactionStep Step)>;

namespace Plenum.Bacnet.Protocol.Tests.Transactions;

/// <summary>Clause 5.4.4, the requesting side of an unsegmented request, played step by step on a clock of numbers.</summary>
public sealed class ClientTransactionTests
{
    private const double Middle = 0.5;   // the random number at which a time-out is just itself

    private static readonly RetryPolicy Policy = new();

    private static readonly Pace OneSecond = Pace.Learned(Second(1), Second(1));

    [Fact] // clause 5.4.4.2, AWAIT_CONFIRMATION: TimeoutUnsegmented, FinalTimeout
    public void A_silent_device_is_asked_four_times_ever_more_patiently_then_given_up() => Assert.Equal(
        [(0, TransactionStep.Send), (1, TransactionStep.Send), (2.5, TransactionStep.Send), (4.75, TransactionStep.Send), (8.125, TransactionStep.GiveUp)],
        Play(Policy, timeout: 1));

    [Fact]
    public void Without_retries_a_request_is_sent_once() => Assert.Equal(
        [(0, TransactionStep.Send), (1, TransactionStep.GiveUp)],
        Play(Policy with { Retries = 0 }, timeout: 1));

    [Fact]
    public void Back_off_ends_at_a_multiple_of_the_learned_time_out() => Assert.Equal(
        [0, 1, 3, 6, 9, 12, 15],
        Play(Policy with { Retries = 5, BackOff = 2, MostBackOff = 3 }, timeout: 1).Select(step => step.Second));

    [Fact]
    public void Back_off_ends_at_the_longest_time_out() => Assert.Equal(
        [0, 4, 12, 22, 32],
        Play(Policy with { BackOff = 2 }, timeout: 4).Select(step => step.Second));

    [Fact] // a device that answers in less than 100 ms: the 24th part of the time is 0.5 s
    public void With_a_deadline_tries_are_spread_over_the_time_and_the_last_is_cut_there()
    {
        var script = Play(Policy, timeout: 0.1, until: 12);

        Assert.Equal([0, 0.1, 0.25, 0.475, 0.8125, 1.3125, 1.8125], script.Take(7).Select(step => Math.Round(step.Second, 4)));
        Assert.Equal((27, (12.0, TransactionStep.GiveUp)), (script.Count(step => step.Step == TransactionStep.Send), script[^1]));
        Assert.InRange(script[^2].Second, 11.5, 12 - 0.05);
    }

    [Fact]
    public void A_device_is_never_asked_faster_than_it_is_known_to_answer() => Assert.Equal(
        [(0, TransactionStep.Send), (3, TransactionStep.Send), (6, TransactionStep.Send), (9, TransactionStep.Send), (12, TransactionStep.Send), (14, TransactionStep.GiveUp)],
        Play(Policy, timeout: 3, until: 14));

    [Fact]
    public void A_first_try_is_waited_for_longer_than_the_ones_after_it() => Assert.Equal(
        [0, 3, 4, 5, 6, 7],
        Play(new ClientTransaction(Policy), 0, _ => Pace.Learned(Second(3), Second(1)), until: 8).Take(6).Select(step => step.Second));

    [Fact]
    public void While_a_device_may_be_slow_tries_come_ever_more_rarely_and_then_silence_is_loss() => Assert.Equal(
        [0, 0.5, 1.25, 1.5, 1.7083, 1.9167],
        Play(new ClientTransaction(Policy), 0, silence => new(Second(0.5), Second(1.5 - silence), Second(0.125)), until: 5).Take(6).Select(step => Math.Round(step.Second, 4)));

    [Fact]
    public void A_device_whose_silence_is_never_loss_is_asked_ever_more_rarely_to_the_end() => Assert.Equal(
        [0, 0.5, 1.25, 2.375, 4.0625, 5],
        Play(new ClientTransaction(Policy), 0, _ => new Pace(Second(0.5), Second(1.5), Second(0.125)).Unhurried, until: 5).Select(step => Math.Round(step.Second, 4)));

    [Fact]
    public void What_is_learned_meanwhile_puts_off_a_try_that_would_come_too_early()
    {
        ClientTransaction transaction = new(Policy with { Jitter = 0 });
        transaction.Start(Second(0), OneSecond, Second(60), Middle);
        var slow = Pace.Learned(Second(4), Second(4));

        Assert.Equal(TransactionStep.Wait, transaction.OnTime(Second(1), slow, Middle));
        Assert.Equal(Second(4), transaction.Deadline);
        Assert.Equal(TransactionStep.Send, transaction.OnTime(Second(4), slow, Middle));
    }

    [Fact]
    public void A_request_of_few_tries_is_given_up_after_them_although_there_is_time()
    {
        var script = Play(new ClientTransaction(Policy), 0, _ => OneSecond, until: 60, most: 6);

        Assert.Equal([0, 1, 2.5, 4.75, 7.25, 9.75, 12.25], script.Select(step => step.Second));
        Assert.Equal(TransactionStep.GiveUp, script[^1].Step);
    }

    [Fact]
    public void A_request_of_few_tries_leaves_time_for_something_else()
    {
        var script = Play(new ClientTransaction(Policy), 0, _ => OneSecond, until: 10, most: 12);
        Assert.Equal((7, TransactionStep.GiveUp), (Math.Ceiling(script[^1].Second), script[^1].Step));
    }

    [Fact]
    public void A_deadline_before_the_last_retry_takes_no_retry_away() =>
        Assert.Equal([0, 1, 2, 3, 4], Play(Policy, timeout: 1, until: 2).Select(step => step.Second));

    [Fact]
    public void A_try_for_which_there_is_no_room_is_put_off_and_not_past_the_deadline()
    {
        ClientTransaction transaction = new(Policy with { Retries = 0 });
        transaction.Start(Second(0), OneSecond, Second(1.5), Middle);
        Assert.True(transaction.IsBeyondRetries);

        transaction.PutOff(Second(1), Middle);

        Assert.Equal((1, Second(1.5)), (transaction.Sent, transaction.Deadline));
        Assert.Equal(TransactionStep.GiveUp, transaction.OnTime(Second(1.5), OneSecond, Middle));
    }

    [Fact]
    public void A_deadline_just_when_a_try_ends_ends_the_transaction() => Assert.Equal(
        (4, TransactionStep.GiveUp), Play(Policy, timeout: 1, until: 4)[^1]);

    [Fact]
    public void Before_its_time_nothing_is_due_and_nothing_changes()
    {
        ClientTransaction transaction = new(Policy);
        transaction.Start(Second(10), OneSecond, until: null, Middle);

        Assert.Equal(TransactionStep.Wait, transaction.OnTime(Second(10.999), OneSecond, Middle));
        Assert.Equal((1, Second(11), Second(10)), (transaction.Sent, transaction.Deadline, transaction.FirstSentAt));
        Assert.Equal(TransactionStep.Send, transaction.OnTime(Second(11), OneSecond, Middle));
        Assert.Equal((2, Second(12.5), Second(10)), (transaction.Sent, transaction.Deadline, transaction.FirstSentAt));
    }

    [Fact]
    public void A_driver_that_comes_late_gives_the_next_try_its_whole_time()
    {
        ClientTransaction transaction = new(Policy);
        transaction.Start(Second(0), OneSecond, until: null, Middle);

        Assert.Equal(TransactionStep.Send, transaction.OnTime(Second(5), OneSecond, Middle));
        Assert.Equal(Second(6.5), transaction.Deadline);
    }

    [Fact]
    public void An_answer_ends_it()
    {
        ClientTransaction transaction = new(Policy);
        Assert.Null(transaction.Deadline);
        transaction.Start(Second(0), OneSecond, until: Second(60), Middle);

        transaction.End();

        Assert.Null(transaction.Deadline);
        Assert.Equal(TransactionStep.Wait, transaction.OnTime(Second(100), OneSecond, Middle));
        Assert.Equal(1, transaction.Sent);
    }

    [Fact]
    public void One_object_serves_one_request_after_another()
    {
        ClientTransaction transaction = new(Policy);
        var first = Play(transaction, start: 0, timeout: 1, until: 20);

        Assert.Equal(TransactionStep.GiveUp, first[^1].Step);
        Assert.Equal(Play(Policy, timeout: 2).Select(step => step.Second + 100), Play(transaction, start: 100, timeout: 2, until: null).Select(step => step.Second));
        Assert.Equal(4, transaction.Sent);
    }

    [Theory]
    [InlineData(0.0, 0.85)]
    [InlineData(0.5, 1.0)]
    [InlineData(1.0, 1.15)]
    public void Jitter_varies_a_time_out_either_way(double random, double seconds)
    {
        ClientTransaction transaction = new(Policy);
        transaction.Start(Second(0), OneSecond, until: null, random);
        Assert.Equal(seconds, transaction.Deadline!.Value.TotalSeconds, precision: 6);
    }

    [Fact]
    public void Whatever_the_numbers_tries_are_spaced_within_bounds_and_end() => Gen.Select(
        Gen.Int[0, 6], Gen.Double[0.05, 10], Gen.Double[0, 120].Nullable(), Gen.Double.Unit.Array[200]).Sample((retries, timeout, until, random) =>
    {
        var policy = Policy with { Retries = retries };
        ClientTransaction transaction = new(policy);
        Script script = Play(transaction, start: 0, timeout, until, random);
        var longest = until is { } end
            ? Math.Max(timeout, Math.Max(end / policy.TriesInTime, policy.LeastTimeout.TotalSeconds))
            : Math.Min(timeout * policy.MostBackOff, policy.MostTimeout.TotalSeconds);
        longest *= 1 + policy.Jitter;

        Assert.Equal(TransactionStep.GiveUp, script[^1].Step);
        Assert.True(transaction.Sent > retries, "every retry is made");
        Assert.True(script[^1].Second <= Math.Max(until ?? 0, (retries + 1) * longest) + 1e-6, "it ends when its time is up");
        var sent = script.Where(step => step.Step == TransactionStep.Send).ToList();
        for (var i = 1; i < sent.Count; i++)
            Assert.InRange(sent[i].Second - sent[i - 1].Second, Math.Min(timeout, longest) * (1 - policy.Jitter) - 1e-6, longest + 1e-6);
    });

    [Fact]
    public void Of_a_quick_device_enough_tries_fit_whatever_the_time() => Gen.Select(Gen.Double[0.05, 0.2], Gen.Double[5, 600], Gen.Double.Unit.Array[200]).Sample((timeout, until, random) =>
        Assert.InRange(Play(new ClientTransaction(Policy), 0, timeout, until, random).Count(step => step.Step == TransactionStep.Send), Policy.TriesInTime - 4, 24 * 4));

    private static Script Play(RetryPolicy policy, double timeout, double? until = null) => Play(new ClientTransaction(policy), 0, timeout, until);

    private static Script Play(ClientTransaction transaction, double start, double timeout, double? until, double[]? random = null) =>
        Play(transaction, start, _ => Pace.Learned(Second(timeout), Second(timeout)), until, random);

    /// <param name="pace">How the device may be asked after so many seconds of silence.</param>
    private static Script Play(ClientTransaction transaction, double start, Func<double, Pace> pace, double? until, double[]? random = null, int most = int.MaxValue)
    {
        Script script = [(start, transaction.Start(Second(start), pace(0), until is { } end ? Second(end) : null, random?[0] ?? Middle, most))];
        while (transaction.Deadline is { } due)
        {
            Assert.True(script.Count < 10_000, "it does not end");
            script.Add((due.TotalSeconds, transaction.OnTime(due, pace(due.TotalSeconds - start), random?[script.Count % random.Length] ?? Middle)));
        }
        return script;
    }

    private static TimeSpan Second(double seconds) => TimeSpan.FromSeconds(seconds);
}
