namespace Plenum.Bacnet.Transport;

/// <summary>Counts for a transport, from any thread, without a lock.</summary>
public sealed class TransportMeter
{
    private long _datagramsIn, _bytesIn, _datagramsOut, _bytesOut, _sendErrors, _receiveErrors, _receiverFaults;

    /// <summary>The counts as they stand now.</summary>
    public TransportCounters Snapshot => new(
        Interlocked.Read(ref _datagramsIn),
        Interlocked.Read(ref _bytesIn),
        Interlocked.Read(ref _datagramsOut),
        Interlocked.Read(ref _bytesOut),
        Interlocked.Read(ref _sendErrors),
        Interlocked.Read(ref _receiveErrors),
        Interlocked.Read(ref _receiverFaults));

    /// <summary>A datagram of so many octets came in.</summary>
    public void Received(int bytes)
    {
        Interlocked.Increment(ref _datagramsIn);
        Interlocked.Add(ref _bytesIn, bytes);
    }

    /// <summary>A datagram of so many octets went out.</summary>
    public void Sent(int bytes)
    {
        Interlocked.Increment(ref _datagramsOut);
        Interlocked.Add(ref _bytesOut, bytes);
    }

    /// <summary>The network refused a datagram.</summary>
    public void SendFailed() => Interlocked.Increment(ref _sendErrors);

    /// <summary>A reception failed.</summary>
    public void ReceiveFailed() => Interlocked.Increment(ref _receiveErrors);

    /// <summary>The receiver threw.</summary>
    public void ReceiverFailed() => Interlocked.Increment(ref _receiverFaults);
}
