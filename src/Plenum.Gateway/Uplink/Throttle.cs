namespace Plenum.Gateway.Uplink;

/// <summary>Heeds a server that says it has had enough for now: nothing is sent for a while, then one publish to see whether it takes more, and so on with longer pauses.</summary>
/// <remarks>A quota that is used up says nothing about the message that met it, which is why no message is suspected for it. How many publishes may be on their way
/// at a time is halved with each refusal and grows by one with each such number that is taken.</remarks>
internal sealed class Throttle(TimeProvider time, Random random)
{
    private readonly BackOff _backOff = new(random);
    private TimeSpan _until;
    private double _most = double.MaxValue;
    private bool _isProbing; // the server has taken nothing since it last refused

    /// <summary>How long nothing may be sent; zero if something may.</summary>
    public TimeSpan Pause => _until - Now is { Ticks: > 0 } pause ? pause : TimeSpan.Zero;

    private TimeSpan Now => time.GetElapsedTime(0);

    /// <summary>How many publishes may be on their way at a time, where otherwise it were <paramref name="window"/>.</summary>
    public int Narrow(int window) => _isProbing ? 1 : (int)Math.Min(window, _most);

    /// <summary>The server refused because a quota is used up. The refusals of publishes that were on their way together are one.</summary>
    /// <param name="window">How many might have been on their way.</param>
    /// <returns>Whether it is the first time since it last took something.</returns>
    public bool Refused(int window)
    {
        if (Pause > TimeSpan.Zero) return false;
        _until = Now + _backOff.Next();
        _most = Math.Max(1, Math.Min(_most, window) / 2);
        return !_isProbing && (_isProbing = true);
    }

    /// <summary>The server took something. What it takes during a pause was on its way before.</summary>
    /// <returns>Whether it had refused before.</returns>
    public bool Taken()
    {
        if (Pause > TimeSpan.Zero) return false;
        _most += 1 / _most;
        if (!_isProbing) return false;
        _backOff.Reset();
        _isProbing = false;
        return true;
    }
}
