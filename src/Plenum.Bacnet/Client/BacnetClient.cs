using System.Runtime.CompilerServices;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;
using Plenum.Bacnet.Protocol.Apdu;
using Plenum.Bacnet.Protocol.Frames;
using Plenum.Bacnet.Protocol.Links;
using Plenum.Bacnet.Protocol.Services;
using Plenum.Bacnet.Protocol.Tags;
using Plenum.Bacnet.Protocol.Types;
using Plenum.Bacnet.Transport;

namespace Plenum.Bacnet.Client;

/// <summary>Reads and writes BACnet devices.</summary>
/// <remarks>Requests to different devices never wait for one another. All members may be used from any thread.</remarks>
public sealed partial class BacnetClient : IFrameHandler, IAsyncDisposable
{
    private readonly BacnetPort _port;
    private readonly Exchanges _exchanges;
    private readonly int _maxApdu;
    private readonly ILogger _logger;
    private readonly Random _random;
    private readonly bool _ownsPort;
    private readonly bool _receivesEvents, _takesSegments;

    /// <summary>A client with a UDP port of its own.</summary>
    /// <exception cref="PortBusyException">Another process holds the port; the message names it.</exception>
    public BacnetClient(BacnetClientOptions options) : this(OpenPort(options), options, TimeProvider.System)
    {
        _ownsPort = true;
        _port.Start();
    }

    /// <summary>A client on a port that it shares with others; the port's owner starts and closes it.</summary>
    public BacnetClient(BacnetPort port, BacnetClientOptions options, TimeProvider time)
    {
        _port = port;
        _time = time;
        _maxApdu = options.MaxApdu;
        _logger = options.Logger;
        _random = options.Random;
        _exchanges = new(port, options, time) { IsPlaceOfDevice = _instances.IsPlace };
        port.Claim(ConfirmedService.ConfirmedCovNotification);
        port.Claim(ConfirmedService.ConfirmedCovNotificationMultiple);
        (_receivesEvents, _takesSegments) = (options.ReceivesEvents, options.Segmentation.Receives());
        if (_receivesEvents) port.Claim(ConfirmedService.ConfirmedEventNotification);
        port.Attach(this);
    }

    /// <summary>What has been sent, received and refused to believe.</summary>
    public ClientCounters Counters => _exchanges.Counters;

    /// <summary>Time since the client was made: the clock of every <c>until</c>.</summary>
    public TimeSpan Now => _exchanges.Now;

    /// <summary>Reads one property.</summary>
    /// <returns>The value, or the device's refusal.</returns>
    /// <exception cref="BacnetTimeoutException">Nobody answered.</exception>
    public async ValueTask<PropertyResult> ReadAsync(Device device, PropertyReference target, CancellationToken cancel = default)
    {
        var exchange = new ReadPropertyExchange { Target = target };
        var reply = await AskAsync(exchange, device, target, cancel).ConfigureAwait(false);
        return reply.IsAnswered ? new(exchange.Value) : new(reply.Error);
    }

    /// <summary>Reads one property of an object.</summary>
    /// <returns>The value, or the device's refusal.</returns>
    /// <exception cref="BacnetTimeoutException">Nobody answered.</exception>
    public ValueTask<PropertyResult> ReadAsync(Device device, ObjectId id, PropertyId property, CancellationToken cancel = default) =>
        ReadAsync(device, new PropertyReference(id, property), cancel);

    /// <summary>Writes one property; <see cref="BacnetValue.Null"/> relinquishes it at the priority.</summary>
    /// <returns>Null when it was written, else the device's refusal.</returns>
    /// <exception cref="BacnetTimeoutException">Nobody answered: it may or may not have been written.</exception>
    public async ValueTask<BacnetError?> WriteAsync(Device device, WritePropertyRequest request, CancellationToken cancel = default)
    {
        var reply = await AskAsync(new WritePropertyExchange(request), device, request.Target, cancel).ConfigureAwait(false);
        return reply.IsAnswered ? null : reply.Error;
    }

    /// <summary>Sends a confirmed request of any service.</summary>
    /// <param name="exchange">The request; it takes the answer.</param>
    /// <param name="to">The device.</param>
    /// <param name="until">Tries go on beyond the retries until then, on the clock of <see cref="Now"/>; null for the retries alone.</param>
    /// <param name="cancel">Gives the request up: it ends with <see cref="ReplyKind.NotSent"/>.</param>
    public ValueTask<Reply> SendAsync(Exchange exchange, DeviceAddress to, TimeSpan? until, CancellationToken cancel = default) =>
        SendAsync(exchange, to, null, until, cancel);

    /// <summary>Sends a confirmed request of any service to a device, as large as the device takes it; a longer one in segments, if the device takes those.</summary>
    /// <returns>How it ended; <see cref="ReplyKind.Abort"/> without a try when the device cannot take a request of this length.</returns>
    public ValueTask<Reply> SendAsync(Exchange exchange, Device device, TimeSpan? until, CancellationToken cancel = default) =>
        SendAsync(exchange, device.Address, device, until, cancel);

    [AsyncMethodBuilder(typeof(PoolingAsyncValueTaskMethodBuilder<>))]
    private async ValueTask<Reply> SendAsync(Exchange exchange, DeviceAddress to, Device? device, TimeSpan? until, CancellationToken cancel)
    {
        if (cancel.IsCancellationRequested) return new(ReplyKind.NotSent);
        var answer = _exchanges.SendAsync(exchange, to, device?.Limits ?? RequestLimits.Unknown, until);
        if (!cancel.CanBeCanceled) return Learn(device, exchange, await answer.ConfigureAwait(false));
        var registration = cancel.UnsafeRegister(static request => ((Exchange)request!).GiveUp(), exchange);
        try
        {
            return Learn(device, exchange, await answer.ConfigureAwait(false));
        }
        finally
        {
            // Waits for a callback that runs: it cannot hit the exchange's next request. (`await using` would box the registration.)
            await registration.DisposeAsync().ConfigureAwait(false);
        }
    }

    /// <summary>Takes from an answer what it tells of the device besides.</summary>
    private Reply Learn(Device? device, Exchange exchange, Reply reply)
    {
        if (device is null) return reply;
        if (reply.InSegments) device.Capabilities.OnSegments(came: true, "an answer came in segments", _time.GetUtcNow());
        else if (_takesSegments && reply is { Tries: > 0, Error.Code: ErrorCode.AbortSegmentationNotSupported } && !exchange.IsLong)
            device.Capabilities.OnSegments(came: false, $"an answer longer than an APDU was refused: {reply.Error}", _time.GetUtcNow());
        return reply;
    }

    /// <inheritdoc/>
    public void OnFrame(in BipFrame frame)
    {
        if (!frame.HasApdu)
        {
            if (!frame.HasNpdu) OnTable(in frame);
            else _exchanges.OnNetworkMessage(in frame);
            return;
        }
        switch (frame.Apdu.Type)
        {
            case PduType.SimpleAck or PduType.ComplexAck or PduType.Error or PduType.Reject or PduType.Abort:
            case PduType.SegmentAck when frame.Apdu.FromServer:
                _exchanges.OnAnswer(in frame);
                break;
            case PduType.UnconfirmedRequest when frame.Apdu.Service == (byte)UnconfirmedService.IAm:
                if (IAmRequest.TryDecode(frame.Content, out var iAm, out var error)) OnIAm(iAm, frame.Source);
                else _port.CountUndecodable(error);
                break;
            case PduType.UnconfirmedRequest when frame.Apdu.Service == (byte)UnconfirmedService.IHave:
                OnIHave(in frame);
                break;
            case PduType.ConfirmedRequest when (ConfirmedService)frame.Apdu.Service is ConfirmedService.ConfirmedCovNotification or ConfirmedService.ConfirmedCovNotificationMultiple:
                OnConfirmedNotification(in frame);
                break;
            case PduType.UnconfirmedRequest when (UnconfirmedService)frame.Apdu.Service is UnconfirmedService.UnconfirmedCovNotification or UnconfirmedService.UnconfirmedCovNotificationMultiple:
                OnUnconfirmedNotification(in frame);
                break;
            case PduType.ConfirmedRequest when frame.Apdu.Service == (byte)ConfirmedService.ConfirmedEventNotification:
                OnConfirmedEventNotification(in frame);
                break;
            case PduType.UnconfirmedRequest when frame.Apdu.Service == (byte)UnconfirmedService.UnconfirmedEventNotification:
                OnEventNotification(in frame);
                break;
        }
    }

    /// <inheritdoc/>
    public ValueTask DisposeAsync()
    {
        _exchanges.Dispose();
        if (_ownsPort) _port.Dispose();
        return ValueTask.CompletedTask;
    }

    private static BacnetPort OpenPort(BacnetClientOptions options)
    {
        var port = new BacnetPort(UdpTransport.Open(new() { Host = options.Host, Port = options.Port }, TimeProvider.System, NullLogger.Instance));
        if (options.ForeignDevice is { } foreign) port.RegisterWith(foreign, TimeProvider.System, NullLogger.Instance);
        return port;
    }

    /// <summary>Sends a request of the single-call API, where nobody answering is an exception and the device saying no is not.</summary>
    private async ValueTask<Reply> AskAsync<TWhat>(Exchange exchange, Device device, TWhat what, CancellationToken cancel) where TWhat : notnull
    {
        var reply = await SendAsync(exchange, device, null, cancel).ConfigureAwait(false);
        return reply.IsSilence ? throw Silent(device.Address, $"{what}", reply, cancel) : reply;
    }

    private Exception Silent(DeviceAddress at, string what, Reply reply, CancellationToken cancel)
    {
        if (cancel.IsCancellationRequested) return new OperationCanceledException(cancel);
        if (reply.Kind == ReplyKind.NotSent) return new ObjectDisposedException(nameof(BacnetClient), "the client was closed");
        return new BacnetTimeoutException(Diagnose(at, what, reply.Tries));
    }

    /// <summary>What is known of a device that does not answer (code <c>device-silent</c>).</summary>
    public string Diagnose(DeviceAddress at, string what, int tries)
    {
        var peer = _exchanges.PeerAt(at);
        lock (peer.Gate)
        {
            var heard = peer.LastHeard is { } last ? $"last heard {(Now - last).TotalSeconds:F1} s ago" : "never heard";
            var pace = peer.RoundTrip.Smoothed is { } smoothed ? $"answers usually take {smoothed.TotalMilliseconds:F0} ms" : "its pace is not known";
            return $"device-silent: {at} did not answer {what}: {tries} tries, {heard}, {pace}, {peer.Waiting.Count} requests waiting{_exchanges.DescribeRoute(at)}. "
                + "Check that the device is on, that its address and port are right, and that nothing on the way drops UDP";
        }
    }
}
