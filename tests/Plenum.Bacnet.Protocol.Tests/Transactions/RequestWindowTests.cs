using CsCheck;
using Plenum.Bacnet.Protocol.Transactions;

namespace Plenum.Bacnet.Protocol.Tests.Transactions;

public sealed class RequestWindowTests
{
    private const int AnswersPerStep = 16;

    [Fact]
    public void It_begins_with_one_request() => Assert.Equal(1, new RequestWindow(8).Size);

    [Fact]
    public void It_grows_by_one_for_every_sixteen_answers_per_request_in_flight()
    {
        RequestWindow window = new(4);

        Assert.Equal([AnswersPerStep, 2 * AnswersPerStep, 3 * AnswersPerStep], Enumerable.Range(0, 3).Select(_ => AnswersUntilItGrows(window)));
        Assert.Equal(4, window.Size);
    }

    [Fact]
    public void It_never_grows_beyond_the_most_allowed()
    {
        RequestWindow window = new(2);
        Answer(window, times: 1000);
        Assert.Equal(2, window.Size);
    }

    [Fact]
    public void Answers_while_nothing_waits_are_no_evidence()
    {
        RequestWindow window = new(8);
        for (var i = 0; i < 1000; i++) window.OnAnswer(wasFull: false);
        Assert.Equal(1, window.Size);
    }

    [Fact]
    public void Silence_halves_it_and_the_evidence_begins_anew()
    {
        RequestWindow window = new(8);
        while (window.Size < 7) Answer(window, times: 1);
        Answer(window, times: (7 * AnswersPerStep) - 1);   // one short of growing

        window.OnSilence();

        Assert.Equal(3, window.Size);
        Assert.Equal(3 * AnswersPerStep, AnswersUntilItGrows(window));
    }

    [Fact]
    public void Silence_leaves_one_request()
    {
        RequestWindow window = new(8);
        Answer(window, times: AnswersPerStep);
        for (var i = 0; i < 5; i++) window.OnSilence();
        Assert.Equal(1, window.Size);
    }

    [Fact]
    public void Whatever_happens_it_lies_between_one_and_the_most() => Gen.Select(Gen.Int[1, 20], Gen.Int[0, 9].Array[0, 3000]).Sample((most, events) =>
    {
        RequestWindow window = new(most);
        return events.All(happened =>
        {
            if (happened == 0) window.OnSilence();
            else window.OnAnswer(wasFull: happened > 1);
            return window.Size >= 1 && window.Size <= most;
        });
    });

    private static void Answer(RequestWindow window, int times)
    {
        for (var i = 0; i < times; i++) window.OnAnswer(wasFull: true);
    }

    private static int AnswersUntilItGrows(RequestWindow window)
    {
        var (size, answers) = (window.Size, 0);
        for (; window.Size == size && answers < 10_000; answers++) Answer(window, times: 1);
        Assert.Equal(size + 1, window.Size);
        return answers;
    }
}
