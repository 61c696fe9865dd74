using Microsoft.Extensions.Logging;
using Plenum.Bacnet.Protocol.Bvlc;
using Plenum.Bacnet.Protocol.Frames;
using Plenum.Bacnet.Protocol.Links;

namespace Plenum.Bacnet.Transport;

/// <summary>A port's registration with a BBMD as a foreign device (clause J.5), kept up for as long as the port is open. Broadcasts go to the BBMD, which distributes them.</summary>
/// <remarks>A broadcast that finds no registration waits for one, up to <see cref="MostWait"/>; one that the BBMD refuses because it has forgotten us is sent once more after the new registration.</remarks>
public sealed class ForeignDevice : IFrameHandler, IDisposable
{
    /// <summary>How long a broadcast waits for a registration.</summary>
    public static readonly TimeSpan MostWait = TimeSpan.FromSeconds(10);

    private const int MostHeld = 8;

    private readonly BacnetPort _port;
    private readonly ForeignDeviceOptions _options;
    private readonly TimeProvider _time;
    private readonly ILogger _logger;
    private readonly long _origin;
    private readonly Lock _gate = new();
    private readonly ForeignRegistration _registration;
    private readonly Queue<(byte[] Datagram, TimeSpan At)> _held = [];
    private readonly ITimer _timer;
    private (byte[] Datagram, TimeSpan At)? _last;
    private RegistrationStatus _told = RegistrationStatus.Asking;
    private DateTimeOffset? _lastAnswer;
    private bool _closed;

    internal ForeignDevice(BacnetPort port, ForeignDeviceOptions options, TimeProvider time, ILogger logger)
    {
        (_port, _options, _time, _logger, _origin) = (port, options, time, logger, time.GetTimestamp());
        _registration = new(options.TimeToLive);
        using (ExecutionContext.SuppressFlow())
            _timer = time.CreateTimer(static self => ((ForeignDevice)self!).OnTimer(), this, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
    }

    /// <summary>The BBMD, and for how long one registration is good.</summary>
    public ForeignDeviceOptions Options => _options;

    /// <summary>How the registration stands.</summary>
    public ForeignDeviceState State
    {
        get { lock (_gate) return Describe(); }
    }

    private TimeSpan Now => _time.GetElapsedTime(_origin);

    /// <inheritdoc/>
    public void OnFrame(in BipFrame frame)
    {
        if (frame.Link.Function != BvlcFunction.Result || frame.Source != _options.Bbmd || !BvlcHeader.TryDecodeResult(frame.Content, out var result)) return;
        lock (_gate)
        {
            if (_closed) return;
            _lastAnswer = _time.GetUtcNow();
            switch (result)
            {
                case BvlcResult.Success or BvlcResult.RegisterForeignDeviceNak:
                    _registration.OnResult(result, Now);
                    break;
                case BvlcResult.DistributeBroadcastToNetworkNak:
                    OnForgotten();
                    break;
                default:
                    return;   // about a table that someone reads
            }
            if (_registration.Holds(Now)) SendHeld();
            Tell();
            Arm();
        }
    }

    /// <summary>Ends the renewals; the BBMD forgets the registration when its time is over.</summary>
    public void Dispose()
    {
        lock (_gate) _closed = true;
        _timer.Dispose();
    }

    internal void Start()
    {
        lock (_gate)
        {
            Do(_registration.Start(Now));
            Arm();
        }
    }

    /// <summary>Has the BBMD distribute an NPDU, now or as soon as it knows us.</summary>
    internal bool TryBroadcast(ReadOnlySpan<byte> npdu)
    {
        var datagram = new byte[BvlcHeader.Size + npdu.Length];
        BvlcDatagram.Encode(datagram, BvlcFunction.DistributeBroadcastToNetwork, npdu);
        lock (_gate)
        {
            if (_registration.Holds(Now))
            {
                _last = (datagram, Now);
                return _port.TrySend(datagram, _options.Bbmd);
            }
            Hold(datagram, Now);
            return true;
        }
    }

    private void OnForgotten()
    {
        if (_last is { } last && Now - last.At < MostWait) Hold(last.Datagram, last.At);
        _last = null;
        Log.BbmdForgot(_logger, _options.Bbmd);
        Do(_registration.OnForgotten(Now));
    }

    private void Hold(byte[] datagram, TimeSpan at)
    {
        if (_held.Count == MostHeld) _held.Dequeue();
        _held.Enqueue((datagram, at));
    }

    private void SendHeld()
    {
        while (_held.TryDequeue(out var held))
            if (Now - held.At <= MostWait) _port.TrySend(held.Datagram, _options.Bbmd);
    }

    private void OnTimer()
    {
        lock (_gate)
        {
            if (_closed) return;
            Do(_registration.OnTime(Now));
            Tell();
            Arm();
        }
    }

    private void Do(RegistrationStep step)
    {
        if (step != RegistrationStep.Register) return;
        Span<byte> datagram = stackalloc byte[BvlcHeader.Size + 2];
        BvlcDatagram.Encode(datagram, BvlcFunction.RegisterForeignDevice, new RegisterForeignDevice((ushort)_options.TimeToLive.TotalSeconds).Encode);
        _port.TrySend(datagram, _options.Bbmd);
    }

    private void Arm()
    {
        if (_closed || _registration.Deadline is not { } deadline) return;
        var wait = deadline - Now;
        _timer.Change((wait > TimeSpan.Zero ? wait : TimeSpan.Zero) + TimeSpan.FromMilliseconds(1), Timeout.InfiniteTimeSpan);
    }

    /// <summary>Logs a change of state, once.</summary>
    private void Tell()
    {
        if (_registration.Status == _told || _registration.Status == RegistrationStatus.Asking) return;
        _told = _registration.Status;
        if (_told == RegistrationStatus.Registered) Log.ForeignDeviceRegistered(_logger, _options.Bbmd, _options.TimeToLive.TotalSeconds);
        else Log.ForeignDeviceUnregistered(_logger, Describe().Why);
    }

    private ForeignDeviceState Describe()
    {
        var now = Now;
        DateTimeOffset? until = _registration.Holds(now) ? _time.GetUtcNow() + (_registration.HoldsUntil!.Value - now) : null;
        var why = _registration.Status switch
        {
            RegistrationStatus.Registered => $"registered with the BBMD {_options.Bbmd} until {until:HH:mm:ss} UTC, renewed before",
            RegistrationStatus.Refused => $"bbmd-refused: the BBMD {_options.Bbmd} refuses to register this gateway as a foreign device. Check that it accepts foreign devices and that its table has room",
            RegistrationStatus.Silent => $"bbmd-silent: the BBMD {_options.Bbmd} does not answer. Check that it is on, that this is its address, and that UDP passes both ways between it and this machine",
            _ => $"the BBMD {_options.Bbmd} has been asked to register this gateway",
        };
        return new(_options.Bbmd, _registration.Status, until, _registration.LastResult, _lastAnswer, why);
    }
}
