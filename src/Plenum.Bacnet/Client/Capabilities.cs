using Plenum.Bacnet.Protocol.Apdu;
using Plenum.Bacnet.Protocol.Types;

namespace Plenum.Bacnet.Client;

/// <summary>What has been learned of what a device can do, and why that is believed. It goes down on evidence, and up again when a rare trial succeeds.</summary>
/// <remarks>Changed by whoever reads the device, one at a time; read by anyone. All times are the wall clock's, because what is learned outlives the process.</remarks>
public sealed partial class Capabilities
{
    /// <summary>Octets of an answer before its service's own.</summary>
    internal const int Header = 3;

    private const int MostAlone = 4096;

    private volatile CapabilityFacts _facts = CapabilityFacts.Unknown;

    /// <summary>All that is known, at this moment.</summary>
    public CapabilityFacts Facts => _facts;

    /// <summary>The largest APDU that the device says it takes, in octets; the standard's largest until it has said otherwise.</summary>
    public int MaxApdu => _facts.MaxApdu.Value;

    /// <summary>The largest APDU that comes through between the device and here, in octets.</summary>
    public int PathApdu => _facts.PathApdu.Value;

    /// <summary>Whether ReadPropertyMultiple may be used.</summary>
    public bool ReadsMultiple => _facts.ReadsMultiple.Value;

    /// <summary>The largest answer that is asked for at once, in estimated octets: what the device can answer, its APDU carries and the way lets through.</summary>
    public int MostAnswer => Math.Min(_facts.MostAnswer.Value, MostRequest - Header);

    /// <summary>The largest request that may be sent, in octets.</summary>
    public int MostRequest => Math.Min(MaxApdu, PathApdu);

    /// <summary>The largest answer that came to a ReadPropertyMultiple, in estimated octets; 0 before the first. Silence about no more than this has another reason than size.</summary>
    public int LargestAnswered => _facts.LargestAnswered.Value;

    /// <summary>How many tries of batches larger than any that was answered went unanswered, while smaller requests were answered; 0 again when more is known.</summary>
    public int Unanswered { get; private set; }

    /// <summary>Grows with each change that batches are planned by, so that what was planned for an older state is planned anew.</summary>
    public int Revision { get; private set; }

    /// <summary>Whether a property is read alone, because batches with it fail.</summary>
    public bool IsReadAlone(PropertyReference target) => _facts.Alone.ContainsKey(target);

    /// <summary>The device told its largest APDU: in an I-Am, or as a property.</summary>
    public void OnMaxApdu(uint octets, DateTimeOffset now)
    {
        var told = (int)Math.Clamp(octets, ApduSizes.Smallest, ApduSizes.Largest);
        if (told != MaxApdu) Learn(_facts with { MaxApdu = new(told, now, "the device says so") });
    }

    /// <summary>The device told which way it can segment.</summary>
    public void OnSegmentation(Segmentation told, DateTimeOffset now)
    {
        if (told != _facts.Segmentation?.Value) Learn(_facts with { Segmentation = new(told, now, "the device says so") });
    }

    /// <summary>Segments came from the device, or did not although they should have.</summary>
    public void OnSegments(bool came, string why, DateTimeOffset now)
    {
        if (_facts.Segments?.Value != came) _facts = _facts with { Segments = new(came, now, why) };   // batches are not planned by it
    }

    /// <summary>The device took a subscription to changes of value, or refused it.</summary>
    public void OnCov(bool taken, string why, DateTimeOffset now)
    {
        if (_facts.Cov?.Value != taken) _facts = _facts with { Cov = new(taken, now, why) };
    }

    /// <summary>The device does not know ReadPropertyMultiple, or cannot do it.</summary>
    public void OnNoReadMultiple(string why, DateTimeOffset now) => Learn(_facts with { ReadsMultiple = new(false, now, why) });

    /// <summary>A ReadPropertyMultiple whose answer was estimated at this size was answered.</summary>
    public void OnAnswered(int estimatedOctets, DateTimeOffset now)
    {
        if (estimatedOctets <= LargestAnswered) return;
        _facts = _facts with { LargestAnswered = new(estimatedOctets, now, "it was answered") };
        Unanswered = 0;
    }

    /// <summary>Tries of a batch larger than any that was answered went unanswered, and a smaller request was answered just after.</summary>
    public void OnUnanswered(int tries) => Unanswered += tries;

    /// <summary>The device refused to answer so much: half of it is asked for from now on (BTL guideline 8.2).</summary>
    public void OnTooMuch(int estimatedOctets, string why, DateTimeOffset now) =>
        Learn(_facts with { MostAnswer = new(Math.Max(1, Math.Min(MostAnswer, estimatedOctets) / 2), now, why), FailedTrials = 0 });

    /// <summary>An answer of this estimated size did not come, although smaller ones do: the way to the device takes the next smaller of the standard's sizes at most (BTL guideline 2.5).</summary>
    public void OnNotConveyed(int estimatedOctets, string why, DateTimeOffset now)
    {
        var most = Math.Min(estimatedOctets + Header, PathApdu) * 9 / 10;   // what is estimated so near to a size may be above it
        if (most < ApduSizes.Smallest) OnTooMuch(estimatedOctets, why, now);
        else Learn(_facts with { PathApdu = new(ApduSizes.Decode(ApduSizes.Encode(most)), now, why), FailedTrials = 0 });
    }

    /// <summary>An answer as large as ones that came before did not come, although others did: whether it still can is no longer taken for granted.</summary>
    public void OnSilentThough(int estimatedOctets, DateTimeOffset now)
    {
        if (estimatedOctets <= LargestAnswered)
            _facts = _facts with { LargestAnswered = new(estimatedOctets - 1, now, $"an answer of about {estimatedOctets} octets did not come, smaller ones did") };
    }

    /// <summary>A property makes each batch fail that it is in.</summary>
    public void OnBadInBatch(PropertyReference target, string why, DateTimeOffset now)
    {
        if (_facts.Alone.Count < MostAlone) Learn(_facts with { Alone = _facts.Alone.SetItem(target, new(target, now, why)) });
    }

    /// <summary>The device was silent: what it answered before is no promise any more that it answers as much again.</summary>
    public void Doubt() => _facts = _facts with { LargestAnswered = Fact.Assume(0) };

    /// <summary>Takes what was learned of the same device before: in an earlier run, or before it was silent.</summary>
    public void Recall(CapabilityFacts facts) => Learn(facts);

    /// <summary>Another device answers where this one was: nothing that was learned holds, but for what the device has just said of itself.</summary>
    public void Forget() => Learn(CapabilityFacts.Unknown with { MaxApdu = _facts.MaxApdu, Segmentation = _facts.Segmentation });

    private void Learn(CapabilityFacts facts)
    {
        _facts = facts;
        Unanswered = 0;
        Revision++;
    }
}
