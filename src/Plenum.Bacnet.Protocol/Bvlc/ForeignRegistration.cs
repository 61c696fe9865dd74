using static Plenum.Bacnet.Protocol.Transactions.TimeSpans;

namespace Plenum.Bacnet.Protocol.Bvlc;

/// <summary>The registration of a foreign device with a BBMD (clause J.5.2): when to register, when again, and whether it holds.</summary>
/// <remarks>It is renewed at half of its time, so that several renewals may be lost. A refusal, and silence, are followed by tries with growing pauses that never end.</remarks>
public sealed class ForeignRegistration(TimeSpan timeToLive)
{
    private static readonly TimeSpan AnswerTime = TimeSpan.FromSeconds(2);
    private static readonly TimeSpan MostSilentPause = TimeSpan.FromMinutes(1);
    private static readonly TimeSpan FirstRefusedPause = TimeSpan.FromSeconds(5), MostRefusedPause = TimeSpan.FromMinutes(5);

    private TimeSpan _pause = AnswerTime;
    private TimeSpan? _unansweredSince;
    private bool _isAwaited;

    /// <summary>When <see cref="OnTime"/> is due; null before the start.</summary>
    public TimeSpan? Deadline { get; private set; }

    /// <summary>How it stands.</summary>
    public RegistrationStatus Status { get; private set; } = RegistrationStatus.Asking;

    /// <summary>Until when it holds without the BBMD's grace; null when it never was granted, or the BBMD has forgotten it.</summary>
    public TimeSpan? HoldsUntil { get; private set; }

    /// <summary>The BBMD's last word; null before the first.</summary>
    public BvlcResult? LastResult { get; private set; }

    /// <summary>Whether broadcasts may go to the BBMD now.</summary>
    public bool Holds(TimeSpan now) => HoldsUntil > now;

    /// <summary>Registers for the first time.</summary>
    public RegistrationStep Start(TimeSpan now) => Register(now);

    /// <summary>What is due at this time: registering, or nothing yet.</summary>
    public RegistrationStep OnTime(TimeSpan now)
    {
        if (Deadline is not { } deadline || now < deadline) return RegistrationStep.Wait;
        if (_isAwaited && !Holds(now)) Status = RegistrationStatus.Silent;
        if (_isAwaited) _pause = Least(_pause * 2, MostSilentPause);
        return Register(now);
    }

    /// <summary>The BBMD answered a registration.</summary>
    public void OnResult(BvlcResult result, TimeSpan now)
    {
        if (_unansweredSince is not { } since) return;   // nothing was asked
        LastResult = result;
        _unansweredSince = null;
        _isAwaited = false;
        if (result == BvlcResult.Success)
        {
            (Status, HoldsUntil, _pause) = (RegistrationStatus.Registered, since + timeToLive, AnswerTime);
            Deadline = Larger(since + (timeToLive / 2), now + AnswerTime);
            return;
        }
        _pause = Status == RegistrationStatus.Refused ? Least(_pause * 2, MostRefusedPause) : FirstRefusedPause;
        (Status, Deadline) = (RegistrationStatus.Refused, now + _pause);
    }

    /// <summary>The BBMD refused a broadcast: it has forgotten the registration, as after a restart.</summary>
    public RegistrationStep OnForgotten(TimeSpan now)
    {
        LastResult = BvlcResult.DistributeBroadcastToNetworkNak;
        var granted = HoldsUntil - timeToLive;
        HoldsUntil = null;
        if (_isAwaited || Status == RegistrationStatus.Refused) return RegistrationStep.Wait;
        if (granted is null || now - granted >= FirstRefusedPause) { Status = RegistrationStatus.Asking; return Register(now); }
        // It was granted just now: this BBMD grants registrations and does not keep them.
        (Status, _pause, Deadline) = (RegistrationStatus.Refused, FirstRefusedPause, now + FirstRefusedPause);
        return RegistrationStep.Wait;
    }

    private RegistrationStep Register(TimeSpan now)
    {
        _unansweredSince ??= now;   // the answer may be one to the first of several tries
        _isAwaited = true;
        Deadline = now + (Status == RegistrationStatus.Refused ? AnswerTime : _pause);
        return RegistrationStep.Register;
    }
}

/// <summary>How a registration stands.</summary>
public enum RegistrationStatus : byte
{
    /// <summary>It was asked for, and no answer has come yet.</summary>
    Asking,
    /// <summary>The BBMD granted it.</summary>
    Registered,
    /// <summary>The BBMD refused it.</summary>
    Refused,
    /// <summary>The BBMD does not answer, and an earlier registration, if any, has run out.</summary>
    Silent,
}

/// <summary>What a registration asks its driver to do.</summary>
public enum RegistrationStep : byte
{
    /// <summary>Nothing before the deadline.</summary>
    Wait,
    /// <summary>Send Register-Foreign-Device.</summary>
    Register,
}
