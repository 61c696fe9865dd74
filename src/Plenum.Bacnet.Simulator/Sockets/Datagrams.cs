using System.Buffers.Binary;
using System.Net;
using System.Net.Sockets;
using Microsoft.Extensions.Logging;
using Plenum.Bacnet.Protocol.Links;

namespace Plenum.Bacnet.Simulator.Sockets;

/// <summary>Receives from a socket without a thread and without an allocation per datagram.</summary>
internal static class Datagrams
{
    /// <summary>More than the longest BACnet/IP message: a datagram that fills the buffer is none.</summary>
    private const int BufferBytes = 2048;

    private const int PortAt = 2, IpAt = 4;   // of a sockaddr_in

    private static readonly TimeSpan PauseAfterFailure = TimeSpan.FromMilliseconds(50);

    /// <summary>Takes a datagram; one that throws ends the reception.</summary>
    public delegate void Deliver(ReadOnlySpan<byte> datagram, DeviceAddress from);

    /// <summary>Receives until the socket is closed; a failed reception is logged, and reception goes on.</summary>
    public static async Task ReceiveAsync(Socket socket, Deliver deliver, ILogger logger)
    {
        var buffer = new byte[BufferBytes];
        var sender = new SocketAddress(AddressFamily.InterNetwork);
        while (true)
        {
            try
            {
                var length = await socket.ReceiveFromAsync(buffer, SocketFlags.None, sender).ConfigureAwait(false);
                if (length < BufferBytes) deliver(buffer.AsSpan(0, length), Read(sender));
            }
            catch (Exception closed) when (closed is ObjectDisposedException or SocketException { SocketErrorCode: SocketError.OperationAborted })
            {
                return;
            }
            catch (SocketException failure)
            {
                Log.ReceptionFailed(logger, socket.LocalEndPoint, failure);
                await Task.Delay(PauseAfterFailure).ConfigureAwait(false);
            }
        }
    }

    /// <summary>Writes an address in the system's own form.</summary>
    public static void Write(SocketAddress target, DeviceAddress value)
    {
        var bytes = target.Buffer.Span;
        BinaryPrimitives.WriteUInt16BigEndian(bytes[PortAt..], value.Port);
        BinaryPrimitives.WriteUInt32BigEndian(bytes[IpAt..], value.Ip);
    }

    private static DeviceAddress Read(SocketAddress source)
    {
        var bytes = source.Buffer.Span;
        return new(BinaryPrimitives.ReadUInt32BigEndian(bytes[IpAt..]), BinaryPrimitives.ReadUInt16BigEndian(bytes[PortAt..]));
    }
}
