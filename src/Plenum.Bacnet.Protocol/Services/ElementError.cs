using Plenum.Bacnet.Protocol.Constructed;
using Plenum.Bacnet.Protocol.Tags;
using Plenum.Bacnet.Protocol.Types;

namespace Plenum.Bacnet.Protocol.Services;

/// <summary>ChangeList-Error and CreateObject-Error (clauses 15.1.1.3, 15.2.1.3, 15.3.1.3), two names of one production: nothing was changed.</summary>
/// <param name="Error">Why not.</param>
/// <param name="FirstFailed">Which element of the list, or which of the initial values, was the first that failed, from 1; 0 if it was none of them.</param>
/// <remarks><code>
/// ChangeList-Error ::= SEQUENCE {
///   error-type                  [0] Error,
///   first-failed-element-number [1] Unsigned }
/// </code>A device that answers a bare Error instead is understood by <see cref="ErrorReply"/>, which reads the class and the code of both.</remarks>
public readonly record struct ElementError(BacnetError Error, uint FirstFailed)
{
    /// <summary>Reads the content of an Error-PDU.</summary>
    public static bool TryDecode(ReadOnlySpan<byte> service, out ElementError refusal, out DecodeError error)
    {
        var reader = new TagReader(service);
        refusal = new(reader.ReadError(0), reader.ReadUnsigned(context: 1));
        return reader.Finish(out error);
    }

    /// <summary>Writes the content of an Error-PDU.</summary>
    public void Encode(ref TagWriter writer)
    {
        writer.WriteError(Error, 0);
        writer.WriteUnsigned(FirstFailed, context: 1);
    }
}
