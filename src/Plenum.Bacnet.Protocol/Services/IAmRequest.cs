using Plenum.Bacnet.Protocol.Tags;
using Plenum.Bacnet.Protocol.Types;

namespace Plenum.Bacnet.Protocol.Services;

/// <summary>I-Am-Request (clause 16.10.2).</summary>
/// <param name="Device">The sender's Device object.</param>
/// <param name="MaxApdu">The largest APDU that it can take, in octets.</param>
/// <param name="Segmentation">Which way it can segment.</param>
/// <param name="VendorId">Its vendor's number.</param>
/// <remarks><code>
/// I-Am-Request ::= SEQUENCE {
///   i-am-device-identifier  BACnetObjectIdentifier,
///   max-apdu-length-accepted Unsigned,
///   segmentation-supported   BACnetSegmentation,
///   vendor-id                Unsigned16 }
/// </code></remarks>
public readonly record struct IAmRequest(ObjectId Device, uint MaxApdu, Segmentation Segmentation, ushort VendorId)
{
    /// <summary>Reads the service's octets.</summary>
    public static bool TryDecode(ReadOnlySpan<byte> service, out IAmRequest request, out DecodeError error)
    {
        var reader = new TagReader(service);
        var device = reader.ReadObjectId();
        var maxApdu = reader.ReadUnsigned();
        var segmentation = reader.ReadEnumerated();
        var vendor = reader.ReadUnsigned();
        if (device.Type != ObjectType.Device || segmentation > (uint)Segmentation.NoSegmentation || vendor > ushort.MaxValue) reader.Fail(DecodeError.OutOfRange);
        request = new(device, maxApdu, (Segmentation)segmentation, (ushort)vendor);
        return reader.Finish(out error);
    }

    /// <summary>Writes the service's octets.</summary>
    public void Encode(ref TagWriter writer)
    {
        writer.WriteObjectId(Device);
        writer.WriteUnsigned(MaxApdu);
        writer.WriteEnumerated((uint)Segmentation);
        writer.WriteUnsigned(VendorId);
    }
}
