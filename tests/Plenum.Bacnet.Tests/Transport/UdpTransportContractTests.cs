using System.Net;
using Microsoft.Extensions.Logging.Abstractions;
using Plenum.Bacnet.Transport;

namespace Plenum.Bacnet.Tests.Transport;

public sealed class UdpTransportContractTests : DatagramTransportContract
{
    protected override IDatagramTransport Open(byte host, int? port = null) => UdpTransport.Open(
        new() { Host = new IPAddress([127, 0, 40, host]), Port = port ?? 0 }, TimeProvider.System, NullLogger.Instance);
}
