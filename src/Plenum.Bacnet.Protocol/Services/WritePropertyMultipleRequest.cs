using Plenum.Bacnet.Protocol.Constructed;
using Plenum.Bacnet.Protocol.Tags;

namespace Plenum.Bacnet.Protocol.Services;

/// <summary>WritePropertyMultiple-Request (clause 15.10).</summary>
/// <param name="Specifications">What is to be written, in the order in which the device is to write it; it stops at the first that fails.</param>
/// <remarks><code>
/// WritePropertyMultiple-Request ::= SEQUENCE {
///   list-of-write-access-specifications SEQUENCE OF WriteAccessSpecification }
/// </code></remarks>
public readonly record struct WritePropertyMultipleRequest(Sequence<WriteAccessSpecification> Specifications)
{
    /// <summary>Reads the service's octets.</summary>
    public static bool TryDecode(ReadOnlySpan<byte> service, out WritePropertyMultipleRequest request, out DecodeError error)
    {
        var reader = new TagReader(service);
        request = new(reader.ReadToEnd<WriteAccessSpecification>());
        return reader.Finish(out error);
    }

    /// <summary>Writes the service's octets.</summary>
    public void Encode(ref TagWriter writer)
    {
        foreach (var specification in Specifications.AsSpan()) specification.Write(ref writer);
    }
}
