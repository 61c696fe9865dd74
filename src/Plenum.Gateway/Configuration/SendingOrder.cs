namespace Plenum.Gateway.Configuration;

/// <summary>In which order what waits is sent, when much waits.</summary>
public enum SendingOrder : byte
{
    /// <summary>What is read now goes before what waits from earlier, which follows with the rest of the way's capacity.</summary>
    FreshFirst,
    /// <summary>Everything in the order in which it was stored.</summary>
    OldestFirst,
}
