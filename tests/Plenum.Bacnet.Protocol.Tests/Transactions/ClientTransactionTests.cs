using CsCheck;
using Plenum.Bacnet.Protocol.Transactions;
using Script = System.Collections.Generic.List<(double Second, Plenum.Bacnet.Protocol.Transactions.TransactionStep Step)>;

namespace Plenum.Bacnet.Protocol.Tests.Transactions;

/// <summary>Clause 5.4.4, the requesting side of an unsegmented request, played step by step on a clock of numbers.</summary>
public sealed class ClientTransactionTests
{
    private const double Middle = 0.5;   // the random number at which a time-out is just itself

    private static readonly RetryPolicy Policy = new();

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

    [Fact]
    public void Tries_go_on_beyond_the_retries_until_the_deadline_and_the_last_is_cut_there() => Assert.Equal(
        [(0, TransactionStep.Send), (1, TransactionStep.Send), (2.5, TransactionStep.Send), (4.75, TransactionStep.Send), (8.125, TransactionStep.Send), (13.1875, TransactionStep.Send), (20, TransactionStep.GiveUp)],
        Play(Policy, timeout: 1, until: 20));

    [Fact]
    public void A_deadline_before_the_last_retry_takes_no_retry_away() =>
        Assert.Equal(Play(Policy, timeout: 1), Play(Policy, timeout: 1, until: 2));

    [Fact]
    public void A_deadline_just_when_a_try_ends_ends_the_transaction() => Assert.Equal(
        (8.125, TransactionStep.GiveUp), Play(Policy, timeout: 1, until: 8.125)[^1]);

    [Fact]
    public void Before_its_time_nothing_is_due_and_nothing_changes()
    {
        ClientTransaction transaction = new(Policy);
        transaction.Start(Second(10), Second(1), until: null, Middle);

        Assert.Equal(TransactionStep.Wait, transaction.OnTime(Second(10.999), Middle));
        Assert.Equal((1, Second(11), Second(10)), (transaction.Sent, transaction.Deadline, transaction.FirstSentAt));
        Assert.Equal(TransactionStep.Send, transaction.OnTime(Second(11), Middle));
        Assert.Equal((2, Second(12.5), Second(10)), (transaction.Sent, transaction.Deadline, transaction.FirstSentAt));
    }

    [Fact]
    public void A_driver_that_comes_late_gives_the_next_try_its_whole_time()
    {
        ClientTransaction transaction = new(Policy);
        transaction.Start(Second(0), Second(1), until: null, Middle);

        Assert.Equal(TransactionStep.Send, transaction.OnTime(Second(5), Middle));
        Assert.Equal(Second(6.5), transaction.Deadline);
    }

    [Fact]
    public void An_answer_ends_it()
    {
        ClientTransaction transaction = new(Policy);
        Assert.Null(transaction.Deadline);
        transaction.Start(Second(0), Second(1), until: Second(60), Middle);

        transaction.End();

        Assert.Null(transaction.Deadline);
        Assert.Equal(TransactionStep.Wait, transaction.OnTime(Second(100), Middle));
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
        transaction.Start(Second(0), Second(1), until: null, random);
        Assert.Equal(seconds, transaction.Deadline!.Value.TotalSeconds, precision: 6);
    }

    [Fact]
    public void Whatever_the_numbers_tries_are_spaced_within_bounds_and_end() => Gen.Select(
        Gen.Int[0, 6], Gen.Double[0.05, 10], Gen.Double[0, 120].Nullable(), Gen.Double.Unit.Array[200]).Sample((retries, timeout, until, random) =>
    {
        var policy = Policy with { Retries = retries };
        ClientTransaction transaction = new(policy);
        Script script = Play(transaction, start: 0, timeout, until, random);
        var longest = Math.Min(timeout * policy.MostBackOff, policy.MostTimeout.TotalSeconds) * (1 + policy.Jitter);

        Assert.Equal(TransactionStep.GiveUp, script[^1].Step);
        Assert.True(transaction.Sent > retries, "every retry is made");
        Assert.True(script[^1].Second <= Math.Max(until ?? 0, (retries + 1) * longest) + 1e-6, "it ends when its time is up");
        for (var i = 1; i < script.Count; i++)
        {
            var gap = script[i].Second - script[i - 1].Second;
            Assert.InRange(gap, i < script.Count - 1 ? Math.Min(timeout, longest) * (1 - policy.Jitter) - 1e-6 : 0, longest + 1e-6);
        }
    });

    private static Script Play(RetryPolicy policy, double timeout, double? until = null) => Play(new ClientTransaction(policy), 0, timeout, until);

    private static Script Play(ClientTransaction transaction, double start, double timeout, double? until, double[]? random = null)
    {
        Script script = [(start, transaction.Start(Second(start), Second(timeout), until is { } end ? Second(end) : null, random?[0] ?? Middle))];
        while (transaction.Deadline is { } due)
        {
            Assert.True(script.Count < 10_000, "it does not end");
            script.Add((due.TotalSeconds, transaction.OnTime(due, random?[script.Count % random.Length] ?? Middle)));
        }
        return script;
    }

    private static TimeSpan Second(double seconds) => TimeSpan.FromSeconds(seconds);
}
