using Plenum.Bacnet.Protocol.Tags;

namespace Plenum.Bacnet.Protocol.Constructed;

/// <summary>One of the constructed base types of clause 21, which reads and writes itself in its production's order.</summary>
/// <typeparam name="TSelf">The type itself.</typeparam>
public interface IConstructed<TSelf> where TSelf : IConstructed<TSelf>
{
    /// <summary>Reads one from the reader; after an error, which the reader keeps, what is returned means nothing.</summary>
    static abstract TSelf Read(ref TagReader reader);

    /// <summary>Writes it with all its tags.</summary>
    void Write(ref TagWriter writer);
}
