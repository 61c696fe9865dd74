using Microsoft.Extensions.Logging;
using Plenum.Bacnet.Protocol.Bvlc;
using Plenum.Bacnet.Protocol.Frames;
using Plenum.Bacnet.Protocol.Links;
using Plenum.Bacnet.Protocol.Npdu;

namespace Plenum.Bacnet.Transport;

/// <content>What a node that is neither a router nor a BBMD owes the others of its network.</content>
public sealed partial class BacnetPort
{
    private readonly Lock _numberGate = new();
    private NetworkNumberIs? _number;

    /// <summary>The registration with a BBMD; null when broadcasts go to this link.</summary>
    public ForeignDevice? Foreign { get; private set; }

    /// <summary>The number of the network that this port is on, as a router or another node has told it; null while nobody has.</summary>
    public ushort? NetworkNumber
    {
        get { lock (_numberGate) return _number?.Network; }
    }

    /// <summary>Whether who told the network's number said that it is configured, and not only learned.</summary>
    public bool IsNetworkNumberConfigured
    {
        get { lock (_numberGate) return _number is { IsConfigured: true }; }
    }

    /// <summary>Makes this port a foreign device: broadcasts go out and come in through a BBMD. Before <see cref="Start"/> only.</summary>
    public ForeignDevice RegisterWith(ForeignDeviceOptions options, TimeProvider time, ILogger logger)
    {
        Foreign = new(this, options, time, logger);
        Attach(Foreign);
        return Foreign;
    }

    /// <summary>Sends an NPDU to everyone: on this link, or through the BBMD.</summary>
    public bool TryBroadcast(ReadOnlySpan<byte> npdu)
    {
        if (Foreign is { } foreign) return foreign.TryBroadcast(npdu);
        Span<byte> datagram = stackalloc byte[BipFrame.MaxSize];
        var length = BvlcDatagram.Encode(datagram, BvlcFunction.OriginalBroadcastNpdu, npdu);
        Interlocked.Increment(ref _sent);
        return transport.TryBroadcast(datagram[..length]);
    }

    /// <summary>Sends an NPDU to one node of this link.</summary>
    public bool TrySendNpdu(ReadOnlySpan<byte> npdu, DeviceAddress to)
    {
        Span<byte> datagram = stackalloc byte[BipFrame.MaxSize];
        return TrySend(datagram[..BvlcDatagram.Encode(datagram, BvlcFunction.OriginalUnicastNpdu, npdu)], to);
    }

    /// <summary>Whether a message is on its way to another network, which is a router's business (clause 6.5.2.1), or is a broadcast of our own that came back.</summary>
    private bool IsForOthers(in BipFrame frame)
    {
        if (!frame.HasNpdu) return false;
        if (frame.Link.Function == BvlcFunction.DistributeBroadcastToNetwork) return true;   // a BBMD's business
        var network = frame.Network.Destination.Network;
        return (network is not (0 or NetworkAddress.AllNetworks) && network != NetworkNumber)
            || (frame.Link.Function == BvlcFunction.ForwardedNpdu && frame.Source == LocalAddress);
    }

    /// <summary>Answers what the link and the network layer ask of every node.</summary>
    private void Attend(in BipFrame frame, bool broadcast)
    {
        if (!broadcast && Refusal(frame.Link.Function) is { } refusal) Refuse(refusal, frame.Source.Link);
        else if (frame is { HasNpdu: true, Network.NetworkMessage: { } type } && !IsForOthers(in frame)) OnNetworkMessage(type, in frame, broadcast);
    }

    /// <summary>What a node that is no BBMD says to whoever takes it for one (clause J.4.1 and the result codes of J.2.1).</summary>
    private static BvlcResult? Refusal(BvlcFunction function) => function switch
    {
        BvlcFunction.WriteBroadcastDistributionTable => BvlcResult.WriteBroadcastDistributionTableNak,
        BvlcFunction.ReadBroadcastDistributionTable => BvlcResult.ReadBroadcastDistributionTableNak,
        BvlcFunction.RegisterForeignDevice => BvlcResult.RegisterForeignDeviceNak,
        BvlcFunction.ReadForeignDeviceTable => BvlcResult.ReadForeignDeviceTableNak,
        BvlcFunction.DeleteForeignDeviceTableEntry => BvlcResult.DeleteForeignDeviceTableEntryNak,
        BvlcFunction.DistributeBroadcastToNetwork => BvlcResult.DistributeBroadcastToNetworkNak,
        _ => null,
    };

    private void Refuse(BvlcResult refusal, DeviceAddress to)
    {
        Span<byte> datagram = stackalloc byte[6];
        TrySend(datagram[..BvlcHeader.EncodeResult(datagram, refusal)], to);
    }

    private void OnNetworkMessage(byte type, in BipFrame frame, bool broadcast)
    {
        var isLocal = frame.Network.Source.IsNone && frame.Network.Destination.IsNone;
        switch ((NetworkMessageType)type)
        {
            case NetworkMessageType.NetworkNumberIs when isLocal && NetworkNumberIs.TryDecode(frame.Content, out var said, out _):
                lock (_numberGate)
                    if (said.IsConfigured || _number is not { IsConfigured: true }) _number = said;
                break;
            case NetworkMessageType.WhatIsNetworkNumber when isLocal && NetworkNumber is { } number:
                Span<byte> answer = stackalloc byte[10];
                TryBroadcast(answer[..NetworkMessage.Encode(answer, NetworkMessageType.NetworkNumberIs, default, new NetworkNumberIs(number, IsConfigured: false).Encode)]);
                break;
            case not (<= NetworkMessageType.DisconnectConnectionToNetwork or NetworkMessageType.WhatIsNetworkNumber or NetworkMessageType.NetworkNumberIs) when !broadcast:
                RejectUnknown(in frame);
                break;
        }
    }

    /// <summary>A message of the network layer that nobody knows is answered so (clause 6.6.3.5), unless it came as a broadcast: not everyone is to answer that.</summary>
    private void RejectUnknown(in BipFrame frame)
    {
        if (frame.Link.Function != BvlcFunction.OriginalUnicastNpdu) return;
        Span<byte> npdu = stackalloc byte[NpduHeader.MaxSize + 3];
        var rejection = new RejectMessageToNetwork(NetworkRejectReason.UnknownMessage, frame.Network.Destination.Network);
        TrySendNpdu(npdu[..NetworkMessage.Encode(npdu, NetworkMessageType.RejectMessageToNetwork, frame.Source.Remote, rejection.Encode)], frame.Source.Link);
    }
}
