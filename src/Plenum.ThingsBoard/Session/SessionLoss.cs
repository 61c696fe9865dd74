namespace Plenum.ThingsBoard.Session;

/// <summary>Why a session ended.</summary>
/// <param name="Code">Stable, for documents and alarms: <c>uplink-ack-timeout</c>, <c>uplink-closed</c>, …</param>
/// <param name="Text">Cause and cure, for people.</param>
/// <param name="Kind">Who ended it.</param>
public sealed record SessionLoss(string Code, string Text, LossKind Kind)
{
    /// <summary>The text, then the code.</summary>
    public override string ToString() => $"{Text} ({Code})";
}

/// <summary>Who ended a session.</summary>
public enum LossKind
{
    /// <summary>We did, on purpose.</summary>
    Closed,
    /// <summary>Nothing was heard any more.</summary>
    Silence,
    /// <summary>The server, or the network between, closed the connection.</summary>
    ClosedByServer,
}
