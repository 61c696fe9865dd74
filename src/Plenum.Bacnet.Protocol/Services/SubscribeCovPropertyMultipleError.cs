using Plenum.Bacnet.Protocol.Constructed;
using Plenum.Bacnet.Protocol.Tags;
using Plenum.Bacnet.Protocol.Types;

namespace Plenum.Bacnet.Protocol.Services;

/// <summary>SubscribeCOVPropertyMultiple-Error (clause 13.16.1.3): why nothing was subscribed, and with which property it failed.</summary>
/// <param name="Refusal">Why.</param>
/// <param name="FirstFailed">The first property that could not be subscribed; null when the request as a whole was refused.</param>
/// <remarks><code>
/// SubscribeCOVPropertyMultiple-Error ::= CHOICE {
///   error-type                [0] Error,
///   first-failed-subscription [1] SEQUENCE {
///     monitored-object-identifier  [0] BACnetObjectIdentifier,
///     monitored-property-reference [1] BACnetPropertyReference,
///     error-type                   [2] Error } }
/// </code>Some devices send both, one after the other; the property's own error is taken then.</remarks>
public readonly record struct SubscribeCovPropertyMultipleError(BacnetError Refusal, PropertyReference? FirstFailed)
{
    /// <summary>Reads the content of an Error-PDU.</summary>
    public static bool TryDecode(ReadOnlySpan<byte> service, out SubscribeCovPropertyMultipleError refusal, out DecodeError error)
    {
        var reader = new TagReader(service);
        var isGeneral = reader.NextIsOpening(0);
        refusal = isGeneral ? new(reader.ReadError(0), null) : default;
        if (!isGeneral || reader.NextIsOpening(1)) refusal = ReadFirstFailed(ref reader);
        return reader.Finish(out error);
    }

    /// <summary>Writes the content of an Error-PDU.</summary>
    public void Encode(ref TagWriter writer)
    {
        if (FirstFailed is not { } failed)
        {
            writer.WriteError(Refusal, 0);
            return;
        }
        writer.WriteOpening(1);
        writer.WriteObjectId(failed.Object, context: 0);
        CovReference.WriteProperty(ref writer, failed, context: 1);
        writer.WriteError(Refusal, 2);
        writer.WriteClosing(1);
    }

    private static SubscribeCovPropertyMultipleError ReadFirstFailed(ref TagReader reader)
    {
        reader.ReadOpening(1);
        var failed = CovReference.ReadProperty(ref reader, reader.ReadObjectId(context: 0), context: 1);
        var why = reader.ReadError(2);
        reader.ReadClosing(1);
        return new(why, failed);
    }
}
