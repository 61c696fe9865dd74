using System.Net;
using System.Net.Sockets;
using Microsoft.Extensions.Logging;
using Plenum.Bacnet.Protocol.Links;

namespace Plenum.Bacnet.Transport;

/// <summary>A thread that receives from one socket until it is stopped, whatever fails in between.</summary>
/// <remarks>A blocking receive on a thread of its own costs nine microseconds a datagram and no allocation; each asynchronous hop would cost seven more.</remarks>
internal sealed class UdpReceiveLoop(Socket socket, string name, TransportMeter meter, ILogger logger)
{
    /// <summary>More than the longest BACnet/IP message, 1497 octets (clause J): a datagram that fills the buffer is none.</summary>
    private const int BufferBytes = 2048;

    private const int StackBytes = 256 * 1024;

    private const int ShortestPauseMs = 10, LongestPauseMs = 250;

    private readonly TaskCompletionSource _failed = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private Thread? _thread;
    private volatile bool _stopped;
    private int _failuresInARow;

    /// <summary>What to do with a datagram; it must not throw.</summary>
    public delegate void Deliver(ReadOnlySpan<byte> datagram, DeviceAddress from);

    /// <summary>Faults when the thread has ended by a mistake, its own or that of the one it delivers to. Never completes otherwise.</summary>
    public Task Failed => _failed.Task;

    public void Start(Deliver deliver)
    {
        _thread = new(() => Run(deliver), StackBytes) { IsBackground = true, Name = name };
        _thread.Start();
    }

    /// <summary>Whether the caller runs on this loop's thread, which therefore cannot be waited for.</summary>
    public bool IsCurrentThread => _thread == Thread.CurrentThread;

    /// <summary>Closes the socket, which ends a reception that is under way.</summary>
    public void Stop()
    {
        _stopped = true;
        socket.Dispose();
    }

    /// <summary>Waits for the thread to end after <see cref="Stop"/>.</summary>
    public void Join() => _thread?.Join();

    private void Run(Deliver deliver)
    {
        try
        {
            Receive(deliver);
        }
        catch (Exception mistake) // ends this thread; whoever holds the port opens it anew
        {
            _failed.SetException(mistake);
        }
    }

    private void Receive(Deliver deliver)
    {
        var buffer = new byte[BufferBytes];
        var sender = SocketAddresses.Create();
        while (!_stopped)
        {
            if (!TryReceive(buffer, sender, out var length)) continue;
            if (length < BufferBytes) deliver(buffer.AsSpan(0, length), sender.Read());
            else meter.ReceiveFailed();
        }
    }

    private bool TryReceive(byte[] buffer, SocketAddress sender, out int length)
    {
        length = 0;
        try
        {
            length = socket.ReceiveFrom(buffer.AsSpan(), SocketFlags.None, sender);
            _failuresInARow = 0;
            return true;
        }
        catch (SocketException failure)
        {
            if (!_stopped) CountFailure(failure);
        }
        catch (ObjectDisposedException)
        {
            _stopped = true;
        }
        return false;
    }

    /// <summary>Goes on after any error; only a run of errors slows it down, so that a socket gone bad does not take a whole core.</summary>
    private void CountFailure(SocketException failure)
    {
        meter.ReceiveFailed();
        if (++_failuresInARow == 1) Log.ReceiveFailed(logger, name, failure.SocketErrorCode, failure);
        else Thread.Sleep(Math.Min(_failuresInARow * ShortestPauseMs, LongestPauseMs));
    }
}
