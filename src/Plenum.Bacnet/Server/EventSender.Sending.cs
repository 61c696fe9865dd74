using Plenum.Bacnet.Protocol.Apdu;
using Plenum.Bacnet.Protocol.Constructed;
using Plenum.Bacnet.Protocol.Links;
using Plenum.Bacnet.Protocol.Services;
using Plenum.Bacnet.Protocol.Tags;
using Plenum.Bacnet.Protocol.Types;

namespace Plenum.Bacnet.Server;

/// <content>Everything here is inside the lock.</content>
public sealed partial class EventSender
{
    private void SendTo(BacnetAddress address, WaitingEvent waiting)
    {
        if (Addresses.ToLocal(address) is { } local)
        {
            waiting.Address = local;
            Begin(waiting);
            return;
        }
        // Everyone, or somebody behind a router that hears broadcasts as all do. Nobody acknowledges what is sent to all (clause 5.4.5.1).
        if (Encode(waiting with { Confirmed = false }) is { } apdu) _port.TryBroadcastApdu(apdu, ToNetwork(address));
    }

    private void Begin(WaitingEvent waiting)
    {
        if (waiting.Confirmed && _waiting.Count < MostWaiting)
        {
            waiting.InvokeId = NextInvokeId();
            if ((waiting.Apdu = Encode(waiting)) is null) return;
            (waiting.Tries, waiting.Due) = (1, Now + _options.Timeout);
            _waiting.Add(waiting);
            _port.TrySendApdu(waiting.Apdu, waiting.Address, expectsReply: true);
        }
        else if (waiting.Confirmed) Interlocked.Increment(ref _lost);
        else if (Encode(waiting) is { } apdu) _port.TrySendApdu(apdu, waiting.Address, expectsReply: false);
    }

    /// <summary>Asks where a recipient is, and keeps the notification for it.</summary>
    private void LookFor(WaitingEvent waiting)
    {
        if (_waiting.Count >= MostWaiting)
        {
            Interlocked.Increment(ref _lost);
            return;
        }
        (waiting.Tries, waiting.Due) = (1, Now + _options.Timeout);
        _waiting.Add(waiting);
        AskFor(waiting.Device!.Value.Instance);
    }

    private void AskFor(uint instance)
    {
        Span<byte> apdu = stackalloc byte[16];
        var size = new ApduHeader { Type = PduType.UnconfirmedRequest, Service = (byte)UnconfirmedService.WhoIs }.Encode(apdu);
        var writer = new TagWriter(apdu[size..]);
        new WhoIsRequest(instance, instance).Encode(ref writer);
        _port.TryBroadcastApdu(apdu[..(size + writer.Length)], NetworkAddress.GlobalBroadcast);
    }

    private void OnTimer()
    {
        lock (_gate)
        {
            var now = Now;
            foreach (var waiting in _waiting.ToList())
            {
                if (waiting.Due > now) continue;
                if (waiting.Tries++ > _options.Retries)
                {
                    _waiting.Remove(waiting);
                    Interlocked.Increment(ref _lost);
                    if (waiting.Device is { } device) _found.Remove(device.Instance);   // it may be elsewhere by now
                    continue;
                }
                waiting.Due = now + _options.Timeout;
                if (waiting.IsSent) _port.TrySendApdu(waiting.Apdu, waiting.Address, expectsReply: true);
                else AskFor(waiting.Device!.Value.Instance);
            }
            Arm();
        }
    }

    private void Arm()
    {
        if (_waiting.Count == 0) return;   // should it go off, it finds nothing
        var wait = _waiting.Min(waiting => waiting.Due) - Now;
        _timer.Change((wait > TimeSpan.Zero ? wait : TimeSpan.Zero) + TimeSpan.FromMilliseconds(1), System.Threading.Timeout.InfiniteTimeSpan);
    }

    private byte NextInvokeId()
    {
        do _nextInvokeId = _nextInvokeId == byte.MaxValue ? FirstInvokeId : (byte)(_nextInvokeId + 1);
        while (_waiting.Exists(waiting => waiting.IsSent && waiting.InvokeId == _nextInvokeId));
        return _nextInvokeId;
    }

    /// <summary>The whole APDU; null when it is too large for this device to send.</summary>
    private byte[]? Encode(WaitingEvent waiting)
    {
        Span<byte> apdu = stackalloc byte[ApduSizes.Largest];
        var header = waiting.Confirmed
            ? new ApduHeader { Type = PduType.ConfirmedRequest, MaxApduCode = ApduSizes.Encode(_device.MaxApdu), InvokeId = waiting.InvokeId, Service = (byte)ConfirmedService.ConfirmedEventNotification }
            : new ApduHeader { Type = PduType.UnconfirmedRequest, Service = (byte)UnconfirmedService.UnconfirmedEventNotification };
        var size = header.Encode(apdu);
        var writer = new TagWriter(apdu[size.._device.MaxApdu]);
        new EventNotificationRequest(waiting.Notification).Encode(ref writer);
        if (!writer.Overflowed) return apdu[..(size + writer.Length)].ToArray();
        Interlocked.Increment(ref _lost);
        return null;
    }

    private static NetworkAddress ToNetwork(BacnetAddress address)
    {
        ulong mac = 0;
        foreach (var octet in address.Mac) mac = (mac << 8) | octet;
        return address.Network == 0 ? default : new(address.Network, mac, (byte)address.Mac.Count);
    }
}
