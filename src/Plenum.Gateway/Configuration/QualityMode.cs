namespace Plenum.Gateway.Configuration;

/// <summary>What becomes of a present value whose object says that it cannot be believed.</summary>
public enum QualityMode : byte
{
    /// <summary>It is sent like any other; nothing else is read for it.</summary>
    Send,
    /// <summary>It is sent, and beside it, under its key with <c>_quality</c> added, what its object says of it.</summary>
    Mark,
    /// <summary>It is not sent while its object is in fault.</summary>
    Withhold,
}
