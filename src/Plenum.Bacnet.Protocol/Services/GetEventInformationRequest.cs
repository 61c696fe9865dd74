using Plenum.Bacnet.Protocol.Constructed;
using Plenum.Bacnet.Protocol.Tags;
using Plenum.Bacnet.Protocol.Types;

namespace Plenum.Bacnet.Protocol.Services;

/// <summary>GetEventInformation-Request (clause 13.12): which objects are in alarm or have something to acknowledge, from the one after the last that was told.</summary>
/// <param name="LastReceived">The last object of the answer before; null to begin.</param>
/// <remarks><code>
/// GetEventInformation-Request ::= SEQUENCE {
///   last-received-object-identifier [0] BACnetObjectIdentifier OPTIONAL }
/// </code></remarks>
public readonly record struct GetEventInformationRequest(ObjectId? LastReceived = null)
{
    /// <summary>Reads the service's octets.</summary>
    public static bool TryDecode(ReadOnlySpan<byte> service, out GetEventInformationRequest request, out DecodeError error)
    {
        var reader = new TagReader(service);
        request = new(reader.IsAtEnd ? null : reader.ReadObjectId(context: 0));
        return reader.Finish(out error);
    }

    /// <summary>Writes the service's octets.</summary>
    public void Encode(ref TagWriter writer)
    {
        if (LastReceived is { } last) writer.WriteObjectId(last, context: 0);
    }
}
