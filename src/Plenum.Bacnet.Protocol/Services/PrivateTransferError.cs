using Plenum.Bacnet.Protocol.Constructed;
using Plenum.Bacnet.Protocol.Tags;
using Plenum.Bacnet.Protocol.Types;

namespace Plenum.Bacnet.Protocol.Services;

/// <summary>ConfirmedPrivateTransfer-Error (clause 16.2.1.3).</summary>
/// <param name="Error">Why the service failed.</param>
/// <param name="Transfer">Whose service it is, which one, and what the vendor says of the failure.</param>
/// <remarks><code>
/// ConfirmedPrivateTransfer-Error ::= SEQUENCE {
///   error-type       [0] Error,
///   vendor-id        [1] Unsigned16,
///   service-number   [2] Unsigned,
///   error-parameters [3] ABSTRACT-SYNTAX.&amp;Type OPTIONAL }
/// </code></remarks>
public readonly record struct PrivateTransferError(BacnetError Error, PrivateTransfer Transfer)
{
    /// <summary>Reads the content of an Error-PDU.</summary>
    public static bool TryDecode(ReadOnlySpan<byte> service, out PrivateTransferError refusal, out DecodeError error)
    {
        var reader = new TagReader(service);
        refusal = new(reader.ReadError(0), PrivateTransfer.Read(ref reader, context: 1));
        return reader.Finish(out error);
    }

    /// <summary>Writes the content of an Error-PDU.</summary>
    public void Encode(ref TagWriter writer)
    {
        writer.WriteError(Error, 0);
        Transfer.Write(ref writer, context: 1);
    }
}
