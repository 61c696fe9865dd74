using Plenum.Bacnet.Protocol.Tags;
using Plenum.Bacnet.Protocol.Types;

namespace Plenum.Bacnet.Protocol.Services;

/// <summary>Who-Is-Request (clause 16.10.1).</summary>
/// <param name="Low">The lowest instance that is to answer, or null for all.</param>
/// <param name="High">The highest instance that is to answer; given exactly when <paramref name="Low"/> is.</param>
/// <remarks><code>
/// Who-Is-Request ::= SEQUENCE {
///   device-instance-range-low-limit  [0] Unsigned (0..4194303) OPTIONAL,
///   device-instance-range-high-limit [1] Unsigned (0..4194303) OPTIONAL }
/// </code></remarks>
public readonly record struct WhoIsRequest(uint? Low = null, uint? High = null)
{
    /// <summary>Whether a device of this instance is to answer.</summary>
    public bool Includes(uint instance) => Low is null || (instance >= Low && instance <= High);

    /// <summary>Reads the service's octets.</summary>
    public static bool TryDecode(ReadOnlySpan<byte> service, out WhoIsRequest request, out DecodeError error)
    {
        var reader = new TagReader(service);
        request = default;
        if (!reader.IsAtEnd) request = ReadRange(ref reader);
        return reader.Finish(out error);
    }

    /// <summary>Writes the service's octets.</summary>
    public void Encode(ref TagWriter writer) => WriteRange(ref writer, Low, High);

    internal static WhoIsRequest ReadRange(ref TagReader reader)
    {
        var range = new WhoIsRequest(reader.ReadUnsigned(context: 0), reader.ReadUnsigned(context: 1));
        if (range.Low > ObjectId.AnyInstance || range.High > ObjectId.AnyInstance) reader.Fail(DecodeError.OutOfRange);
        return range;
    }

    internal static void WriteRange(ref TagWriter writer, uint? low, uint? high)
    {
        writer.WriteOptionalUnsigned(low, context: 0);
        writer.WriteOptionalUnsigned(high, context: 1);
    }
}
