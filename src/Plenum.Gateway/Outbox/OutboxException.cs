namespace Plenum.Gateway.Outbox;

/// <summary>The outbox could not do what was asked. The message names the file, the cause and the cure.</summary>
public sealed class OutboxException : Exception
{
    /// <summary>An exception whose <paramref name="message"/> is for people.</summary>
    public OutboxException(string message) : base(message) { }

    /// <summary>An exception whose <paramref name="message"/> is for people, and what it was made from.</summary>
    public OutboxException(string message, Exception cause) : base(message, cause) { }
}
