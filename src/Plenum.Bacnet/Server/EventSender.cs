using Plenum.Bacnet.Protocol.Apdu;
using Plenum.Bacnet.Protocol.Constructed;
using Plenum.Bacnet.Protocol.Frames;
using Plenum.Bacnet.Protocol.Links;
using Plenum.Bacnet.Protocol.Services;
using Plenum.Bacnet.Protocol.Tags;
using Plenum.Bacnet.Protocol.Types;
using Plenum.Bacnet.Transport;

namespace Plenum.Bacnet.Server;

/// <summary>Sends a device's event notifications (clauses 13.8, 13.9): looks for recipients that are named by their instance, and repeats what is not acknowledged.</summary>
/// <remarks>Its confirmed notifications have the upper half of the invoke ids: do not put it on a port together with a client that asks the same devices.</remarks>
public sealed partial class EventSender : IFrameHandler, IDisposable
{
    /// <summary>The ids below belong to notifications of changes.</summary>
    internal const byte FirstInvokeId = 128;

    private const int MostWaiting = byte.MaxValue - FirstInvokeId;

    private readonly BacnetPort _port;
    private readonly ILocalDevice _device;
    private readonly EventSenderOptions _options;
    private readonly TimeProvider _time;
    private readonly long _origin;
    private readonly Lock _gate = new();
    private readonly List<WaitingEvent> _waiting = [];
    private readonly Dictionary<uint, DeviceAddress> _found = [];
    private readonly ITimer _timer;
    private byte _nextInvokeId = FirstInvokeId;
    private long _lost;

    /// <summary>A sender of a device's notifications through a port. Before the port is started only.</summary>
    public EventSender(BacnetPort port, ILocalDevice device, EventSenderOptions options, TimeProvider time)
    {
        (_port, _device, _options, _time, _origin) = (port, device, options, time, time.GetTimestamp());
        using (ExecutionContext.SuppressFlow())
            _timer = time.CreateTimer(static self => ((EventSender)self!).OnTimer(), this, System.Threading.Timeout.InfiniteTimeSpan, System.Threading.Timeout.InfiniteTimeSpan);
        port.Attach(this);
    }

    /// <summary>What the device may say at present; null, the default, for everything.</summary>
    public CommunicationState? Communication { get; init; }

    /// <summary>How many notifications a recipient did not get, or did not acknowledge.</summary>
    public long Lost => Interlocked.Read(ref _lost);

    private TimeSpan Now => _time.GetElapsedTime(_origin);

    /// <summary>Tells one recipient, with its process identifier in the notification.</summary>
    public void Send(EventNotification notification, Destination to)
    {
        if (Communication is { MayInitiate: false }) return;
        WaitingEvent waiting = new(notification with { ProcessId = to.ProcessId }, to.Confirmed) { Device = to.Recipient.Device };
        lock (_gate)
        {
            if (to.Recipient.Device is { } device && !_found.TryGetValue(device.Instance, out waiting.Address)) LookFor(waiting);
            else if (waiting.Device is not null) Begin(waiting);
            else SendTo(to.Recipient.Address, waiting);
            Arm();
        }
    }

    /// <summary>Takes the answers to its own notifications, and hears where recipients are.</summary>
    public void OnFrame(in BipFrame frame)
    {
        if (!frame.HasApdu) return;
        if (frame.Apdu is { Type: PduType.UnconfirmedRequest, Service: (byte)UnconfirmedService.IAm }) OnIAm(in frame);
        else if (frame.Apdu.Type is PduType.SimpleAck or PduType.Error or PduType.Reject or PduType.Abort) OnAnswer(in frame);
    }

    /// <summary>Sends nothing more.</summary>
    public void Dispose()
    {
        lock (_gate) _waiting.Clear();
        _timer.Dispose();
    }

    private void OnAnswer(in BipFrame frame)
    {
        lock (_gate)
        {
            var (from, invokeId) = (frame.Source, frame.Apdu.InvokeId);
            var answered = _waiting.FindIndex(waiting => waiting.InvokeId == invokeId && waiting.IsSent && waiting.Address == from);
            if (answered < 0) return;
            _waiting.RemoveAt(answered);
            if (frame.Apdu.Type != PduType.SimpleAck) Interlocked.Increment(ref _lost);
        }
    }

    /// <summary>Only those are remembered that somebody wants to tell something.</summary>
    private void OnIAm(in BipFrame frame)
    {
        if (!IAmRequest.TryDecode(frame.Content, out var told, out _)) return;
        lock (_gate)
        {
            var known = _found.ContainsKey(told.Device.Instance);
            var wanting = _waiting.Where(waiting => !waiting.IsSent && waiting.Device == told.Device).ToList();
            if (known || wanting.Count > 0) _found[told.Device.Instance] = frame.Source;
            foreach (var waiting in wanting)
            {
                _waiting.Remove(waiting);
                waiting.Address = frame.Source;
                Begin(waiting);
            }
            Arm();
        }
    }
}
