using Plenum.Bacnet.Protocol.Constructed;
using Plenum.Bacnet.Protocol.Tags;
using Plenum.Bacnet.Protocol.Types;

namespace Plenum.Bacnet.Protocol.Services;

/// <summary>ReadRange-Request (clause 15.8): items of a list, such as a log's records.</summary>
/// <param name="Target">The list property.</param>
/// <param name="Range">Which items; the default asks for all of them.</param>
/// <remarks><code>
/// ReadRange-Request ::= SEQUENCE {
///   object-identifier    [0] BACnetObjectIdentifier,
///   property-identifier  [1] BACnetPropertyIdentifier,
///   property-array-index [2] Unsigned OPTIONAL,
///   range                CHOICE OPTIONAL, see <see cref="ItemRange"/> }
/// </code></remarks>
public readonly record struct ReadRangeRequest(PropertyReference Target, ItemRange Range = default)
{
    /// <summary>Reads the service's octets.</summary>
    public static bool TryDecode(ReadOnlySpan<byte> service, out ReadRangeRequest request, out DecodeError error)
    {
        var reader = new TagReader(service);
        var target = ReadPropertyRequest.ReadTarget(ref reader);
        request = new(target, reader.IsAtEnd ? default : ItemRange.Read(ref reader));
        return reader.Finish(out error);
    }

    /// <summary>Writes the service's octets.</summary>
    public void Encode(ref TagWriter writer)
    {
        ReadPropertyRequest.WriteTarget(ref writer, Target);
        Range.Write(ref writer);
    }
}
