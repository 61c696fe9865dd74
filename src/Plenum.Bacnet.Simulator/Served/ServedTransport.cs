using System.Runtime.InteropServices;
using Plenum.Bacnet.Protocol.Apdu;
using Plenum.Bacnet.Protocol.Frames;
using Plenum.Bacnet.Protocol.Links;
using Plenum.Bacnet.Protocol.Types;
using Plenum.Bacnet.Simulator.Signals;
using Plenum.Bacnet.Transport;

namespace Plenum.Bacnet.Simulator.Served;

/// <summary>Stands between a device and its network and tells an observer which present values went out in answer to which request.</summary>
/// <remarks>The server answers on the thread that delivers the request: between the delivery and the reply, what the device reads belongs to that request.</remarks>
internal sealed class ServedTransport(IDatagramTransport inner, uint device, IServedObserver observer, NumberSource numbers, SignalClock clock)
    : IDatagramTransport, IDatagramReceiver
{
    private readonly ExchangeNumbers _exchanges = new(numbers);
    private readonly List<ServedValue> _values = [];
    private IDatagramReceiver? _receiver;
    private ExchangeNumbers.Exchange? _exchange;
    private DeviceAddress _client;
    private int _thread;

    /// <inheritdoc/>
    public DeviceAddress LocalAddress => inner.LocalAddress;

    /// <inheritdoc/>
    public TransportCounters Counters => inner.Counters;

    /// <inheritdoc/>
    public void Start(IDatagramReceiver receiver)
    {
        _receiver = receiver;
        inner.Start(this);
    }

    /// <inheritdoc/>
    public void OnDatagram(ReadOnlySpan<byte> datagram, DeviceAddress from, bool broadcast)
    {
        if (BipFrame.TryDecode(datagram, from, out var frame, out _) && IsRead(in frame))
        {
            _exchange = _exchanges.Of(frame.Source, frame.Apdu.InvokeId, datagram, clock.Elapsed);
            _client = frame.Source;
            _thread = Environment.CurrentManagedThreadId;
        }
        try
        {
            _receiver!.OnDatagram(datagram, from, broadcast);
        }
        finally
        {
            _thread = 0;
            _exchange = null;
            _values.Clear();
        }
    }

    /// <summary>The device has read a present value; of no interest unless it does so for a request.</summary>
    public void OnRead(ObjectId id, BacnetValue value, long tick)
    {
        if (_thread == Environment.CurrentManagedThreadId) _values.Add(new(id, value, tick));
    }

    /// <inheritdoc/>
    public bool TrySend(ReadOnlySpan<byte> datagram, DeviceAddress to)
    {
        var sent = inner.TrySend(datagram, to);
        if (sent && _thread == Environment.CurrentManagedThreadId && BipFrame.TryDecode(datagram, to, out var frame, out _) && frame.HasApdu
            && frame.Apdu.Type == PduType.ComplexAck) Tell(frame.Apdu.InvokeId);
        return sent;
    }

    /// <inheritdoc/>
    public bool TryBroadcast(ReadOnlySpan<byte> datagram) => inner.TryBroadcast(datagram);

    /// <inheritdoc/>
    public void Dispose() => inner.Dispose();

    private void Tell(byte invokeId)
    {
        var exchange = _exchange!;
        var again = exchange.Told;
        exchange.Told = true;
        observer.OnServed(new(exchange.Number, again, device, _client, invokeId, clock.Timestamp), CollectionsMarshal.AsSpan(_values));
    }

    private static bool IsRead(in BipFrame frame) => frame is { HasApdu: true, Apdu.Type: PduType.ConfirmedRequest }
        && (ConfirmedService)frame.Apdu.Service is ConfirmedService.ReadProperty or ConfirmedService.ReadPropertyMultiple;
}
