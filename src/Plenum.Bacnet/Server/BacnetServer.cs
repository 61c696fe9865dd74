using Plenum.Bacnet.Protocol.Apdu;
using Plenum.Bacnet.Protocol.Bvlc;
using Plenum.Bacnet.Protocol.Frames;
using Plenum.Bacnet.Protocol.Links;
using Plenum.Bacnet.Protocol.Services;
using Plenum.Bacnet.Protocol.Tags;
using Plenum.Bacnet.Protocol.Types;
using Plenum.Bacnet.Server.Handlers;
using Plenum.Bacnet.Transport;

namespace Plenum.Bacnet.Server;

/// <summary>Answers for a device of ours: Who-Is, Who-Has, reads and writes, and whatever else the device implements beside <see cref="ILocalDevice"/>; a Reject for every other confirmed service.</summary>
/// <remarks>Runs on the receiving thread. Of a request it keeps only what is in segments, and for a while what it answered to one that changed something. A request of a network behind a router is answered to there (clause 6.5).</remarks>
public sealed partial class BacnetServer : IFrameHandler
{
    private readonly BacnetPort _port;
    private readonly ILocalDevice _device;

    /// <summary>A server for a device on a port that it may share with a client.</summary>
    /// <param name="port">Where it hears and answers.</param>
    /// <param name="device">The device.</param>
    /// <param name="time">Where time comes from; the system's by default.</param>
    public BacnetServer(BacnetPort port, ILocalDevice device, TimeProvider? time = null)
    {
        (_port, _device, _time) = (port, device, time ?? TimeProvider.System);
        _origin = _time.GetTimestamp();
        (_reading, _writing) = (new(device), new(device));
        _ranges = device is IRangeSource ranges ? new(ranges, device.MaxApdu) : null;
        _lists = device is IListStore lists ? new(lists) : null;
        _objects = device is IObjectStore objects ? new(objects) : null;
        _files = device is IFileStore files ? new(files) : null;
        _alarms = device is IAlarmSource alarms ? new(alarms, device.MaxApdu) : null;
        _management = device is IManagedDevice managed ? new(managed) : null;
        using (ExecutionContext.SuppressFlow())
            _timer = _time.CreateTimer(static self => ((BacnetServer)self!).OnTimer(), this, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
        port.Attach(this);
    }

    /// <summary>What takes subscriptions to the device's changes; null, the default, when it knows of no such thing.</summary>
    public CovSource? Cov { get; init; }

    /// <summary>Says that the device is there, to everyone.</summary>
    public void AnnounceIAm() => SendIAm(null);

    /// <inheritdoc/>
    public void OnFrame(in BipFrame frame)
    {
        if (!frame.HasApdu || !IsForUs(frame.Network.Destination) || !MayHear(in frame)) return;
        if (frame.Apdu.Type == PduType.ConfirmedRequest) OnConfirmed(in frame);
        else if (frame.Apdu.Type == PduType.UnconfirmedRequest) OnUnconfirmed(in frame);
        else if (frame.Apdu is { Type: PduType.SegmentAck, FromServer: false }) OnSegmentAck(in frame);
        else if (frame.Apdu is { Type: PduType.Abort, FromServer: false }) OnAbort(in frame);
    }

    private void OnUnconfirmed(in BipFrame frame)
    {
        var error = DecodeError.None;
        var service = (UnconfirmedService)frame.Apdu.Service;
        switch (service)
        {
            case UnconfirmedService.WhoIs when WhoIsRequest.TryDecode(frame.Content, out var whoIs, out error):
                if (whoIs.Includes(_device.Instance)) SendIAm(frame.Source);
                break;
            case UnconfirmedService.WhoHas when WhoHasRequest.TryDecode(frame.Content, out var whoHas, out error):
                if (whoHas.Devices.Includes(_device.Instance) && MayInitiate) SendIHave(whoHas, frame.Source);
                break;
            case UnconfirmedService.TimeSynchronization or UnconfirmedService.UtcTimeSynchronization
                when _device is IClockDevice clock && TimeSynchronizationRequest.TryDecode(frame.Content, out var told, out error):
                if (told.Time.ToDateTime() is { } time) clock.Synchronize(time, service == UnconfirmedService.UtcTimeSynchronization);
                break;
        }
        if (error != DecodeError.None) _port.CountUndecodable(error);
    }

    /// <summary>Whether the device may say what nobody asked for; I-Am it may say to whoever asks, even when not (clause 16.1.2).</summary>
    private bool MayInitiate => _device is not IManagedDevice managed || managed.Communication.MayInitiate;

    /// <summary>Whether the device is to see a message at all: one that was told to be silent sees only what could end that (clause 16.1.2).</summary>
    private bool MayHear(in BipFrame frame) => _device is not IManagedDevice { Communication.IsSilent: true }
        || (frame.Apdu.Type == PduType.ConfirmedRequest && Management.IsObeyedInSilence((ConfirmedService)frame.Apdu.Service));

    /// <summary>What is on its way to another network is a router's business (clause 6.5.2.1).</summary>
    private static bool IsForUs(NetworkAddress destination) => destination.IsNone || destination.Network == NetworkAddress.AllNetworks;

    private void OnConfirmed(in BipFrame frame)
    {
        if (frame.Link.Function != BvlcFunction.OriginalUnicastNpdu || !frame.Network.Destination.IsNone) return;   // clause 5.4.5.1: broadcast requests are dropped
        if (_port.IsClaimed((ConfirmedService)frame.Apdu.Service)) return;
        var request = new ServedRequest(frame.Apdu, frame.Source, frame.Content);
        if (frame.Apdu.Segmented) OnSegment(in frame);
        else Serve(in request);
    }

    /// <summary>I-Am goes to whoever asked (clause 16.10.3 allows it) or, unasked, to everyone.</summary>
    private void SendIAm(DeviceAddress? to)
    {
        Span<byte> apdu = stackalloc byte[32];
        var size = new ApduHeader { Type = PduType.UnconfirmedRequest, Service = (byte)UnconfirmedService.IAm }.Encode(apdu);
        var writer = new TagWriter(apdu[size..]);
        new IAmRequest(new(ObjectType.Device, _device.Instance), (uint)_device.MaxApdu, _device.Segmentation, _device.VendorId).Encode(ref writer);
        Send(apdu[..(size + writer.Length)], to);
    }

    private void SendIHave(WhoHasRequest asked, DeviceAddress to)
    {
        if ((asked.Object ?? _device.Find(asked.Name!)) is not { } id) return;
        if (_device.Read(new(id, PropertyId.ObjectName)) is not { HasValue: true, Value: { Kind: BacnetKind.CharacterString } name }) return;
        Span<byte> apdu = stackalloc byte[_device.MaxApdu];
        var size = new ApduHeader { Type = PduType.UnconfirmedRequest, Service = (byte)UnconfirmedService.IHave }.Encode(apdu);
        var writer = new TagWriter(apdu[size..]);
        new IHaveRequest(new(ObjectType.Device, _device.Instance), id, name.AsCharacterString).Encode(ref writer);
        if (!writer.Overflowed) Send(apdu[..(size + writer.Length)], to);
    }

    private void Send(ReadOnlySpan<byte> apdu, DeviceAddress? to)
    {
        if (to is { } address) _port.TrySendApdu(apdu, address, expectsReply: false);
        else _port.TryBroadcastApdu(apdu, NetworkAddress.GlobalBroadcast);
    }
}
