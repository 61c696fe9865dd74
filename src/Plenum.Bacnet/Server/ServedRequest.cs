using Plenum.Bacnet.Protocol.Apdu;
using Plenum.Bacnet.Protocol.Links;
using Plenum.Bacnet.Protocol.Types;

namespace Plenum.Bacnet.Server;

/// <summary>A confirmed request that a server is to answer, whole, however many segments it came in.</summary>
/// <param name="header">The header of its (first) APDU.</param>
/// <param name="from">Who asks.</param>
/// <param name="content">The service's octets.</param>
internal readonly ref struct ServedRequest(ApduHeader header, DeviceAddress from, ReadOnlySpan<byte> content)
{
    public ApduHeader Header { get; } = header;

    public DeviceAddress From { get; } = from;

    public ReadOnlySpan<byte> Content { get; } = content;

    public ConfirmedService Service => (ConfirmedService)Header.Service;
}
