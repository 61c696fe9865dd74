using Plenum.Bacnet.Protocol.Links;
using Plenum.Bacnet.Transport;
using Plenum.TestKit;

namespace Plenum.Bacnet.Tests.Transport;

public sealed class VirtualTransportContractTests : DatagramTransportContract
{
    private readonly VirtualLan _lan = new(TimeProvider.System, seed: 1);

    protected override IDatagramTransport Open(byte host, int? port = null) =>
        _lan.Attach(new(0x0A000000u + host, (ushort)(port ?? DeviceAddress.DefaultPort)));
}
