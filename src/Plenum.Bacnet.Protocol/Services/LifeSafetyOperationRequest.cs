using Plenum.Bacnet.Protocol.Constructed;
using Plenum.Bacnet.Protocol.Tags;
using Plenum.Bacnet.Protocol.Types;

namespace Plenum.Bacnet.Protocol.Services;

/// <summary>LifeSafetyOperation-Request (clause 13.13): a person silences or resets a life safety object.</summary>
/// <param name="ProcessId">The process that asks.</param>
/// <param name="Source">Who asks.</param>
/// <param name="Operation">What is to be done.</param>
/// <param name="Object">To which object; null for all of the device.</param>
/// <remarks><code>
/// LifeSafetyOperation-Request ::= SEQUENCE {
///   requesting-process-identifier [0] Unsigned32,
///   requesting-source             [1] CharacterString,
///   request                       [2] BACnetLifeSafetyOperation,
///   object-identifier             [3] BACnetObjectIdentifier OPTIONAL }
/// </code></remarks>
public readonly record struct LifeSafetyOperationRequest(uint ProcessId, string Source, LifeSafetyOperation Operation, ObjectId? Object = null)
{
    /// <summary>Reads the service's octets.</summary>
    public static bool TryDecode(ReadOnlySpan<byte> service, out LifeSafetyOperationRequest request, out DecodeError error)
    {
        var reader = new TagReader(service);
        request = new(
            reader.ReadUnsigned(context: 0),
            reader.ReadCharacterString(context: 1),
            (LifeSafetyOperation)reader.ReadEnumerated16(context: 2),
            reader.ReadOptionalObjectId(context: 3));
        return reader.Finish(out error);
    }

    /// <summary>Writes the service's octets.</summary>
    public void Encode(ref TagWriter writer)
    {
        writer.WriteUnsigned(ProcessId, context: 0);
        writer.WriteCharacterString(Source, context: 1);
        writer.WriteEnumerated((uint)Operation, context: 2);
        writer.WriteOptionalObjectId(Object, context: 3);
    }
}
