using Plenum.Bacnet.Protocol.Types;

namespace Plenum.Bacnet.Client;

/// <content>The way up: when what was once too much is tried again.</content>
public sealed partial class Capabilities
{
    private static readonly TimeSpan AfterSuccess = TimeSpan.FromMinutes(1);
    private static readonly TimeSpan FirstPause = TimeSpan.FromHours(1);
    private static readonly TimeSpan MostPause = TimeSpan.FromDays(1);

    /// <summary>What a trial is due for now: one thing at a time.</summary>
    /// <param name="now">The time.</param>
    /// <param name="ownMaxApdu">The largest APDU that this side takes, in octets.</param>
    /// <param name="needsMore">Whether there is more to read than one batch holds: a larger one is of use.</param>
    public Trial DueTrial(DateTimeOffset now, int ownMaxApdu, bool needsMore)
    {
        var facts = _facts;
        if (!facts.ReadsMultiple.Value) return IsOver(facts.ReadsMultiple.Since, MostPause, now) ? Trial.ReadMultiple : Trial.None;
        if (needsMore && MostAnswer < CeilingOf(ownMaxApdu) && IsOver(Latest(facts.MostAnswer.Since, facts.PathApdu.Since), GrowthPause(facts.FailedTrials), now)) return Trial.LargerAnswer;
        foreach (var alone in facts.Alone.Values)
            if (IsOver(alone.Since, MostPause, now)) return Trial.Together;
        return Trial.None;
    }

    /// <summary>How large an answer the trial asks for, in estimated octets: twice what is asked for otherwise, as far as both ends take it.</summary>
    public int TrialAnswer(int ownMaxApdu) => Math.Min(2 * MostAnswer, CeilingOf(ownMaxApdu));

    /// <summary>The property whose turn it is to be tried in a batch again.</summary>
    public PropertyReference LongestAlone => _facts.Alone.Values.MinBy(alone => alone.Since)!.Value;

    /// <summary>ReadPropertyMultiple is answered after all.</summary>
    public void OnReadMultipleWorks(DateTimeOffset now) => Learn(_facts with { ReadsMultiple = new(true, now, "it was answered when it was tried again") });

    /// <summary>A larger answer than was asked for before came.</summary>
    /// <param name="estimatedOctets">Its size.</param>
    /// <param name="now">The time.</param>
    public void OnLargerAnswer(int estimatedOctets, DateTimeOffset now)
    {
        const string Why = "as much was answered when it was tried again";
        Learn(_facts with
        {
            MostAnswer = new(Math.Max(_facts.MostAnswer.Value, estimatedOctets), now, Why),
            PathApdu = estimatedOctets + Header > PathApdu ? new(estimatedOctets + Header, now, Why) : _facts.PathApdu,
            FailedTrials = -1,
        });
        OnAnswered(estimatedOctets, now);
    }

    /// <summary>A property was answered in a batch, where it made batches fail before.</summary>
    public void OnGoodInBatch(PropertyReference target) => Learn(_facts with { Alone = _facts.Alone.Remove(target) });

    /// <summary>A trial was in vain: what was known is confirmed, and the next trial is a longer time off.</summary>
    public void OnTrialFailed(Trial trial, DateTimeOffset now)
    {
        var facts = _facts;
        _facts = trial switch
        {
            Trial.ReadMultiple => facts with { ReadsMultiple = facts.ReadsMultiple with { Since = now } },
            Trial.LargerAnswer => facts with { MostAnswer = facts.MostAnswer with { Since = now }, FailedTrials = Math.Clamp(facts.FailedTrials + 1, 1, 16) },
            Trial.Together => facts with { Alone = facts.Alone.SetItem(LongestAlone, facts.Alone[LongestAlone] with { Since = now }) },
            _ => facts,
        };
    }

    private int CeilingOf(int ownMaxApdu) => Math.Min(MaxApdu, ownMaxApdu) - Header;

    /// <summary>A time that lies ahead comes from a clock that was wrong.</summary>
    private static bool IsOver(DateTimeOffset since, TimeSpan pause, DateTimeOffset now) => now < since || now - since >= pause;

    private static TimeSpan GrowthPause(int failed)
    {
        if (failed < 0) return AfterSuccess;
        var pause = FirstPause * Math.Pow(2, failed);
        return pause < MostPause ? pause : MostPause;
    }

    private static DateTimeOffset Latest(DateTimeOffset one, DateTimeOffset other) => one > other ? one : other;
}

/// <summary>What is tried again of what a device once could not do.</summary>
public enum Trial : byte
{
    /// <summary>Nothing.</summary>
    None,
    /// <summary>ReadPropertyMultiple, a day after it last failed.</summary>
    ReadMultiple,
    /// <summary>A larger answer: an hour after the last failure, and each time twice as long up to a day; a minute after a success.</summary>
    LargerAnswer,
    /// <summary>A property that was bad in a batch, a day after it last was.</summary>
    Together,
}
