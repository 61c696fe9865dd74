using Plenum.Bacnet.Protocol.Links;
using Plenum.Bacnet.Protocol.Tags;
using Plenum.Bacnet.Protocol.Untagged;

namespace Plenum.Bacnet.Protocol.Bvlc;

/// <summary>Delete-Foreign-Device-Table-Entry (clause J.2.9).</summary>
/// <param name="Device">Whose registration ends.</param>
public readonly record struct DeleteForeignDevice(DeviceAddress Device)
{
    /// <summary>Reads what follows the link header.</summary>
    public static bool TryDecode(ReadOnlySpan<byte> content, out DeleteForeignDevice message, out DecodeError error)
    {
        var reader = new OctetReader(content);
        message = new(BipAddress.Read(ref reader));
        return reader.Finish(out error);
    }

    /// <summary>Writes what follows the link header.</summary>
    public void Encode(ref OctetWriter writer) => BipAddress.Write(ref writer, Device);
}
