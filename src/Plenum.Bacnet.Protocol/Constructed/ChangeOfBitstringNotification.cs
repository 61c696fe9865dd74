using Plenum.Bacnet.Protocol.Tags;
using Plenum.Bacnet.Protocol.Types;

namespace Plenum.Bacnet.Protocol.Constructed;

/// <summary>change-of-bitstring: a bit string took one of the values that make an alarm.</summary>
/// <param name="Value">The bit string as it is now.</param>
/// <param name="Status">The object's status flags.</param>
/// <remarks><code>
/// change-of-bitstring [0] SEQUENCE {
///   referenced-bitstring [0] BIT STRING,
///   status-flags         [1] BACnetStatusFlags }
/// </code></remarks>
public sealed record ChangeOfBitstringNotification(BitString Value, StatusFlags Status) : NotificationParameters((byte)EventType.ChangeOfBitstring)
{
    /// <summary><c>0110, status in-alarm</c></summary>
    public override string ToString() => $"{Value}{StatusText.After(Status)}";

    internal static new ChangeOfBitstringNotification Read(ref TagReader reader) => new(reader.ReadBitString(context: 0), reader.ReadStatusFlags(context: 1));

    /// <inheritdoc/>
    protected override void WriteContent(ref TagWriter writer)
    {
        writer.WriteBitString(Value, context: 0);
        writer.WriteStatusFlags(Status, context: 1);
    }
}
