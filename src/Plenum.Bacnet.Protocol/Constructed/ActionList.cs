using Plenum.Bacnet.Protocol.Tags;

namespace Plenum.Bacnet.Protocol.Constructed;

/// <summary>BACnetActionList (clause 21): what a Command object does for one of its values.</summary>
/// <param name="Commands">The writes, in order.</param>
/// <remarks><code>
/// BACnetActionList ::= SEQUENCE {
///   action [0] SEQUENCE OF BACnetActionCommand }
/// </code></remarks>
public readonly record struct ActionList(Sequence<ActionCommand> Commands) : IConstructed<ActionList>
{
    /// <inheritdoc/>
    public static ActionList Read(ref TagReader reader) => new(reader.ReadSequence<ActionCommand>(0));

    /// <inheritdoc/>
    public void Write(ref TagWriter writer) => writer.WriteSequence(Commands, 0);

    /// <summary>The writes, or <c>nothing</c>.</summary>
    public override string ToString() => Commands.Count == 0 ? "nothing" : string.Join("; ", Commands);
}
