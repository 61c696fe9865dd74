namespace Plenum.Bacnet.Protocol.Types;

/// <summary>How urgent a text message is (clause 16.5.1.3).</summary>
public enum MessagePriority : byte
{
    /// <summary>normal</summary>
    Normal = 0,
    /// <summary>urgent</summary>
    Urgent = 1,
}
