using Plenum.Bacnet.Simulator.Signals;

namespace Plenum.Bacnet.Simulator.Faults;

/// <summary>Decides the fate of one request after the other. The n-th decision for a seed is the same in every run, and each fault has a draw of its own, so that changing one leaves the others as they were.</summary>
internal sealed class FaultDice(ulong seed)
{
    private ulong _drawn;

    /// <summary>What becomes of the next request.</summary>
    public Fate Next(FaultProfile faults)
    {
        var loss = Draw() * 100;
        var jitter = Draw();
        var duplicate = Draw() * 100;
        return new(
            RequestLost: loss < faults.LossPercent / 2,
            ReplyLost: loss >= faults.LossPercent / 2 && loss < faults.LossPercent,
            Delay: faults.Delay + (faults.Jitter * jitter),
            Doubled: duplicate < faults.DuplicatePercent);
    }

    /// <summary>Whether something that nobody asked for, such as an I-Am at start, is lost.</summary>
    public bool LosesAnnouncement(FaultProfile faults) => Draw() * 100 < faults.LossPercent;

    /// <summary>0 up to but not 1, in steps of 2^-53.</summary>
    private double Draw() => (Mixing.Mix(seed, _drawn++) >> 11) * (1.0 / (1UL << 53));
}

/// <summary>What becomes of a request.</summary>
/// <param name="RequestLost">The device never sees it.</param>
/// <param name="ReplyLost">The device acts on it, and what it says is lost.</param>
/// <param name="Delay">How long it lies before the device looks at it.</param>
/// <param name="Doubled">What the device says is sent twice.</param>
internal readonly record struct Fate(bool RequestLost, bool ReplyLost, TimeSpan Delay, bool Doubled);
