using Plenum.Bacnet.Client;
using Plenum.Bacnet.Protocol.Apdu;
using Plenum.Bacnet.Protocol.Frames;
using Plenum.Bacnet.Protocol.Links;
using Plenum.Bacnet.Protocol.Types;
using Plenum.Bacnet.Server;
using Plenum.Bacnet.Transport;
using Plenum.TestKit;

namespace Plenum.Bacnet.Tests.Client;

/// <summary>A client and a device of ours with one long property, and between them a network that a test decides about, segment by segment.</summary>
internal sealed class SegmentBench : IAsyncDisposable
{
    public static readonly PropertyReference Long = new(new(ObjectType.OctetstringValue, 1), PropertyId.PresentValue);

    private readonly ClientBench _bench;
    private readonly Gate _gate;

    /// <param name="octets">The length of the property.</param>
    /// <param name="maxApdu">The largest APDU that the device takes and sends.</param>
    /// <param name="segmentation">What the device can do.</param>
    /// <param name="behind">Where the device is behind a router; none by default.</param>
    /// <param name="with">Other options of the client.</param>
    /// <param name="told">Whether the client knows what the device says of its segmentation.</param>
    /// <param name="seed">The seed of all chance on the network.</param>
    public SegmentBench(int octets, int maxApdu = 206, Segmentation segmentation = Segmentation.SegmentedBoth, NetworkAddress behind = default, Func<BacnetClientOptions, BacnetClientOptions>? with = null, bool told = true, int seed = 1)
    {
        _bench = new(with: with, seed: seed);
        Value = BacnetValue.OctetString(Enumerable.Range(0, octets).Select(i => (byte)(i * 7 / 3)).ToArray());
        Table = new TableDevice(1) { MaxApdu = maxApdu, Segmentation = segmentation };
        Table[Long] = Value;
        _gate = new Gate(_bench.Lan.Attach(DeviceAddress.Parse("10.0.0.2")), behind);
        BacnetPort port = new(_gate);
        _ = new BacnetServer(port, Table, _bench.Time);
        port.Start();
        Device = new(new DeviceAddress(port.LocalAddress.Ip, port.LocalAddress.Port) with { Remote = behind });
        Device.Capabilities.OnMaxApdu((uint)maxApdu, _bench.Time.GetUtcNow());
        if (told) Device.Capabilities.OnSegmentation(segmentation, _bench.Time.GetUtcNow());
    }

    public TableDevice Table { get; }
    public Device Device { get; }
    public BacnetValue Value { get; }
    public ClientCounters Counters => _bench.Counters;
    public ClientBench Bench => _bench;

    /// <summary>What becomes of a frame from the client (false) or the device (true): how many copies arrive. One by default.</summary>
    public Func<bool, ApduHeader, int> Fate { set => _gate.Fate = value; }

    /// <summary>Every APDU that was sent, from the device or to it, lost ones too.</summary>
    public IReadOnlyList<(bool FromDevice, ApduHeader Apdu, NetworkAddress Destination)> Sent => _gate.Sent;

    public IEnumerable<ApduHeader> Segments(bool fromDevice) => Sent.Where(sent => sent.FromDevice == fromDevice && sent.Apdu.Segmented).Select(sent => sent.Apdu);

    public Task<PropertyResult> ReadAsync() => _bench.RunAsync(_bench.Client.ReadAsync(Device, Long, TestContext.Current.CancellationToken));

    public Task<BacnetError?> WriteAsync(BacnetValue value) => _bench.RunAsync(_bench.Client.WriteAsync(Device, new(Long, value, null), TestContext.Current.CancellationToken));

    public ValueTask DisposeAsync() => _bench.DisposeAsync();

    /// <summary>The device's transport, behind a router if it is; whatever a test says becomes of what goes through.</summary>
    private sealed class Gate(IDatagramTransport inner, NetworkAddress behind) : IDatagramTransport, IDatagramReceiver
    {
        private IDatagramReceiver? _receiver;

        public Func<bool, ApduHeader, int> Fate { get; set; } = (_, _) => 1;
        public List<(bool FromDevice, ApduHeader Apdu, NetworkAddress Destination)> Sent { get; } = [];
        public DeviceAddress LocalAddress => inner.LocalAddress;
        public TransportCounters Counters => inner.Counters;

        public void Start(IDatagramReceiver receiver)
        {
            _receiver = receiver;
            inner.Start(this);
        }

        public void OnDatagram(ReadOnlySpan<byte> datagram, DeviceAddress from, bool broadcast)
        {
            var frame = Pass(datagram, from, fromDevice: false, out var copies);
            var inside = Rewrap(in frame, default);   // the router takes the destination away
            for (; copies > 0; copies--) _receiver!.OnDatagram(inside, from, broadcast);
        }

        public bool TrySend(ReadOnlySpan<byte> datagram, DeviceAddress to)
        {
            var frame = Pass(datagram, to, fromDevice: true, out var copies);
            var outside = Rewrap(in frame, behind);   // and adds the source
            for (; copies > 0; copies--) inner.TrySend(outside, to);
            return true;
        }

        public bool TryBroadcast(ReadOnlySpan<byte> datagram) => inner.TryBroadcast(datagram);

        public void Dispose() => inner.Dispose();

        private BipFrame Pass(ReadOnlySpan<byte> datagram, DeviceAddress other, bool fromDevice, out int copies)
        {
            if (!BipFrame.TryDecode(datagram, other, out var frame, out var error)) throw new InvalidOperationException($"one of us sent {Convert.ToHexString(datagram)}: {error}");
            Sent.Add((fromDevice, frame.Apdu, frame.Network.Destination));
            copies = Fate(fromDevice, frame.Apdu);
            if (!fromDevice && frame.Network.Destination != behind) copies = 0;   // the router keeps what is for nobody behind it
            return frame;
        }

        private static byte[] Rewrap(in BipFrame frame, NetworkAddress source)
        {
            Span<byte> apdu = stackalloc byte[ApduSizes.Largest], datagram = stackalloc byte[BipFrame.MaxSize];
            var size = frame.Apdu.Encode(apdu);
            frame.Content.CopyTo(apdu[size..]);
            return datagram[..BipFrame.Encode(datagram, frame.Link.Function, new(default, source, frame.Network.ExpectsReply), apdu[..(size + frame.Content.Length)])].ToArray();
        }
    }
}
