using Microsoft.Extensions.Logging;

namespace Plenum.Gateway.Outbox;

/// <summary>Watches an outbox drop messages: says so when it begins and when it ends, not for every message.</summary>
/// <param name="where">The outbox, as people know it.</param>
/// <param name="limits">What it keeps.</param>
internal sealed class Overflow(string where, OutboxLimits limits, ILogger logger)
{
    private long _dropped;

    /// <summary>What people should know and do while messages are dropped; null when none are.</summary>
    public string? Problem => _dropped == 0 ? null :
        $"{where}: full, so the oldest messages are dropped ({_dropped} so far). See why the server does not take them, or raise the limits in the storage section.";

    /// <summary>Takes what one change of the outbox did to it.</summary>
    /// <param name="dropped">Messages dropped by the limits.</param>
    /// <param name="delivered">Messages that the server has taken.</param>
    /// <param name="waiting">Messages that wait now.</param>
    /// <param name="bytes">What they take.</param>
    public void Changed(long dropped, long delivered, long waiting, long bytes)
    {
        if (dropped > 0)
        {
            if (_dropped == 0) Log.OverflowBegan(logger, where, waiting, bytes, limits.MaxMessages, limits.MaxBytes, limits.MaxAge);
            _dropped += dropped;
        }
        else if (_dropped > 0 && delivered > 0 && limits.HaveRoom(waiting, bytes))
        {
            Log.OverflowEnded(logger, where, _dropped, waiting, bytes);
            _dropped = 0;
        }
    }
}
