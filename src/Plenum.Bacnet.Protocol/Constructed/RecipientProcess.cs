using Plenum.Bacnet.Protocol.Tags;

namespace Plenum.Bacnet.Protocol.Constructed;

/// <summary>BACnetRecipientProcess (clause 21): a process in a device that is told of something.</summary>
/// <param name="Recipient">The device or address.</param>
/// <param name="ProcessId">The process there, a number that means something to the recipient alone.</param>
/// <remarks><code>
/// BACnetRecipientProcess ::= SEQUENCE {
///   recipient          [0] BACnetRecipient,
///   process-identifier [1] Unsigned32 }
/// </code></remarks>
public readonly record struct RecipientProcess(Recipient Recipient, uint ProcessId) : IConstructed<RecipientProcess>
{
    /// <inheritdoc/>
    public static RecipientProcess Read(ref TagReader reader) => new(reader.ReadNested<Recipient>(0), reader.ReadUnsigned(context: 1));

    /// <inheritdoc/>
    public void Write(ref TagWriter writer)
    {
        writer.WriteNested(Recipient, 0);
        writer.WriteUnsigned(ProcessId, context: 1);
    }

    /// <summary><c>device:7 process 3</c></summary>
    public override string ToString() => $"{Recipient} process {ProcessId}";
}
