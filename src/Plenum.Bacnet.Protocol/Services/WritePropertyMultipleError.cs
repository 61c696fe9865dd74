using Plenum.Bacnet.Protocol.Constructed;
using Plenum.Bacnet.Protocol.Tags;
using Plenum.Bacnet.Protocol.Types;

namespace Plenum.Bacnet.Protocol.Services;

/// <summary>WritePropertyMultiple-Error (clause 15.10.1.3): what was before the failed write is written, what comes after it is not.</summary>
/// <param name="Error">Why the write failed.</param>
/// <param name="FirstFailed">The first write that failed.</param>
/// <remarks><code>
/// WritePropertyMultiple-Error ::= SEQUENCE {
///   error-type                 [0] Error,
///   first-failed-write-attempt [1] BACnetObjectPropertyReference }
/// </code>A device that answers a bare Error instead is understood by <see cref="ErrorReply"/>, which reads the class and the code of both.</remarks>
public readonly record struct WritePropertyMultipleError(BacnetError Error, PropertyReference FirstFailed)
{
    /// <summary>Reads the content of an Error-PDU.</summary>
    public static bool TryDecode(ReadOnlySpan<byte> service, out WritePropertyMultipleError refusal, out DecodeError error)
    {
        var reader = new TagReader(service);
        refusal = new(reader.ReadError(0), reader.ReadNested<ObjectPropertyReference>(context: 1).Target);
        return reader.Finish(out error);
    }

    /// <summary>Writes the content of an Error-PDU.</summary>
    public void Encode(ref TagWriter writer)
    {
        writer.WriteError(Error, 0);
        writer.WriteNested(new ObjectPropertyReference(FirstFailed), context: 1);
    }
}
