using Plenum.Bacnet.Protocol.Constructed;
using Plenum.Bacnet.Protocol.Tags;
using Plenum.Bacnet.Protocol.Types;

namespace Plenum.Bacnet.Protocol.Services;

/// <summary>The content of a BACnet-Error-PDU (clause 20.1.7), and the same production inside other ones.</summary>
/// <remarks><code>
/// Error ::= SEQUENCE {
///   error-class ENUMERATED,
///   error-code  ENUMERATED }
/// </code>Some services wrap it in a context tag [0] and add to it; what was added is passed over.</remarks>
public static class ErrorReply
{
    /// <summary>Reads the content of an Error-PDU.</summary>
    public static bool TryDecode(ReadOnlySpan<byte> service, out BacnetError refusal, out DecodeError error)
    {
        var reader = new TagReader(service);
        var wrapped = reader.NextIsOpening(0);
        refusal = wrapped ? reader.ReadError(0) : reader.ReadBareError();
        error = reader.Error;
        return wrapped ? error == DecodeError.None : reader.Finish(out error);
    }

    /// <summary>Writes the content of an Error-PDU.</summary>
    public static void Encode(ref TagWriter writer, BacnetError refusal) => writer.WriteBareError(refusal);
}
