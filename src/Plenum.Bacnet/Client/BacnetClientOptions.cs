using System.Net;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;
using Plenum.Bacnet.Protocol.Apdu;
using Plenum.Bacnet.Protocol.Links;
using Plenum.Bacnet.Protocol.Transactions;
using Plenum.Bacnet.Protocol.Types;
using Plenum.Bacnet.Transport;

namespace Plenum.Bacnet.Client;

/// <summary>How a <see cref="BacnetClient"/> behaves.</summary>
public sealed record BacnetClientOptions
{
    /// <summary>The local address; every interface by default.</summary>
    public IPAddress Host { get; init; } = IPAddress.Any;

    /// <summary>The local UDP port; 47808 by default, 0 for one that the system picks.</summary>
    public int Port { get; init; } = DeviceAddress.DefaultPort;

    /// <summary>The BBMD to register with as a foreign device; null, the default, to broadcast on this link. Of effect where the client opens its own port.</summary>
    public ForeignDeviceOptions? ForeignDevice { get; init; }

    /// <summary>Time-outs and retries.</summary>
    public RetryPolicy Retry { get; init; } = new();

    /// <summary>How many requests one device may have in flight once it has shown that it can take them; 4 by default.</summary>
    public int MostInFlightPerDevice { get; init; } = 4;

    /// <summary>How many requests one network behind a router may have in flight, its devices together; 4 by default. An MS/TP trunk carries one at a time, and its router has few buffers.</summary>
    public int MostInFlightPerNetwork { get; init; } = 4;

    /// <summary>How many requests may be in flight in all; 256 by default. More answers at once than the system has room for are lost in it.</summary>
    public int MostInFlight { get; init; } = 256;

    /// <summary>The largest APDU that answers may have, one of the six sizes of the standard; 1476 octets by default.</summary>
    public int MaxApdu { get; init; } = ApduSizes.Largest;

    /// <summary>Whether confirmed event notifications are taken and acknowledged; off by default, and then refused as a service that is not known if a server shares the port.</summary>
    public bool ReceivesEvents { get; init; }

    /// <summary>Which way messages longer than an APDU may go; both by default. Answers in segments are accepted from every device, whatever it says of itself:
    /// that costs nothing, and some devices say wrongly that they do not segment.</summary>
    public Segmentation Segmentation { get; init; } = Segmentation.SegmentedBoth;

    /// <summary>Windows, time-outs and bounds of messages in segments.</summary>
    public SegmentPolicy Segments { get; init; } = new();

    /// <summary>Where what routers say is logged; nowhere by default.</summary>
    public ILogger Logger { get; init; } = NullLogger.Instance;

    /// <summary>Where jitter comes from.</summary>
    public Random Random { get; init; } = Random.Shared;
}
