using Plenum.Bacnet.Protocol.Tags;
using Plenum.Bacnet.Protocol.Types;

namespace Plenum.Bacnet.Protocol.Constructed;

/// <summary>Parameters of an event in a choice or a form that the standard does not have: the tagged tree as it came.</summary>
/// <param name="Tree">The choice with all that is in it.</param>
public sealed record OtherNotification(BacnetValue Tree) : NotificationParameters(Tree.IsTagged() ? Tree.ContextTag : (byte)0)
{
    /// <inheritdoc/>
    public override void Write(ref TagWriter writer) => WriteContent(ref writer);

    /// <summary>The tree.</summary>
    public override string ToString() => Tree.ToString();

    /// <inheritdoc/>
    protected override void WriteContent(ref TagWriter writer) => writer.WriteValue(Tree);
}
