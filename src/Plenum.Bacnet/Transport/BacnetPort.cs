using Plenum.Bacnet.Protocol.Bvlc;
using Plenum.Bacnet.Protocol.Frames;
using Plenum.Bacnet.Protocol.Links;
using Plenum.Bacnet.Protocol.Npdu;
using Plenum.Bacnet.Protocol.Tags;
using Plenum.Bacnet.Protocol.Types;

namespace Plenum.Bacnet.Transport;

/// <summary>One place on a BACnet/IP network: a transport, and the client and the server that share it.</summary>
/// <remarks>It decodes what arrives and hands it on, on the transport's own thread; what does not decode is counted by reason.</remarks>
public sealed partial class BacnetPort(IDatagramTransport transport) : IDatagramReceiver, IDisposable
{
    private readonly List<IFrameHandler> _handlers = [];
    private readonly HashSet<ConfirmedService> _claimed = [];
    private readonly long[] _undecodable = new long[Enum.GetValues<DecodeError>().Length];
    private long _received;
    private long _sent;

    /// <summary>Where this port is.</summary>
    public DeviceAddress LocalAddress => transport.LocalAddress;

    /// <summary>Faults when nothing arrives any more by a mistake. Never completes otherwise.</summary>
    public Task Failed => transport.Failed;

    /// <summary>Datagrams that arrived.</summary>
    public long Received => Interlocked.Read(ref _received);

    /// <summary>Datagrams that were sent.</summary>
    public long Sent => Interlocked.Read(ref _sent);

    /// <summary>Datagrams that arrived and did not decode, by reason; reasons that did not occur are left out.</summary>
    public IReadOnlyDictionary<DecodeError, long> Undecodable => Enum.GetValues<DecodeError>()
        .Where(reason => Interlocked.Read(ref _undecodable[(int)reason]) > 0)
        .ToDictionary(reason => reason, reason => Interlocked.Read(ref _undecodable[(int)reason]));

    /// <summary>Adds someone who is shown every frame. Before <see cref="Start"/> only.</summary>
    public void Attach(IFrameHandler handler) => _handlers.Add(handler);

    /// <summary>Says that a confirmed service is answered by one of those who share this port: no other answers it, not even with a Reject. Before <see cref="Start"/> only.</summary>
    public void Claim(ConfirmedService service) => _claimed.Add(service);

    /// <summary>Whether somebody answers a confirmed service.</summary>
    public bool IsClaimed(ConfirmedService service) => _claimed.Contains(service);

    /// <summary>Begins to receive.</summary>
    public void Start()
    {
        transport.Start(this);
        Foreign?.Start();
    }

    /// <inheritdoc/>
    public void OnDatagram(ReadOnlySpan<byte> datagram, DeviceAddress from, bool broadcast)
    {
        Interlocked.Increment(ref _received);
        if (!BipFrame.TryDecode(datagram, from, out var frame, out var error))
        {
            CountUndecodable(error);
            return;
        }
        if (!IsForOthers(in frame)) foreach (var handler in _handlers) handler.OnFrame(in frame);
        Attend(in frame, broadcast);
    }

    /// <summary>Counts a message whose headers decoded and whose service did not.</summary>
    public void CountUndecodable(DecodeError reason) => Interlocked.Increment(ref _undecodable[(int)reason]);

    /// <summary>Sends a datagram that is whole already.</summary>
    public bool TrySend(ReadOnlySpan<byte> datagram, DeviceAddress to)
    {
        Interlocked.Increment(ref _sent);
        return transport.TrySend(datagram, to);
    }

    /// <summary>Sends an APDU to one device, through a router where its address says so.</summary>
    public bool TrySendApdu(ReadOnlySpan<byte> apdu, DeviceAddress to, bool expectsReply)
    {
        Span<byte> datagram = stackalloc byte[BipFrame.MaxSize];
        var length = BipFrame.Encode(datagram, BvlcFunction.OriginalUnicastNpdu, new(to.Remote, default, expectsReply), apdu);
        return TrySend(datagram[..length], to);
    }

    /// <summary>Sends an APDU to everyone on this link and, with a destination, on other networks.</summary>
    public bool TryBroadcastApdu(ReadOnlySpan<byte> apdu, NetworkAddress destination)
    {
        Span<byte> npdu = stackalloc byte[BipFrame.MaxSize];
        var size = new NpduHeader(destination, default, ExpectsReply: false).Encode(npdu);
        apdu.CopyTo(npdu[size..]);
        return TryBroadcast(npdu[..(size + apdu.Length)]);
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        Foreign?.Dispose();
        transport.Dispose();
    }
}

/// <summary>Someone who is shown what arrives at a <see cref="BacnetPort"/>: a client, a server.</summary>
public interface IFrameHandler
{
    /// <summary>Takes what concerns it and lets the rest pass. Runs on the receiving thread: it must not wait.</summary>
    void OnFrame(in BipFrame frame);
}
