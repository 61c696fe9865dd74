using System.Net;
using System.Net.Sockets;
using Microsoft.Extensions.Logging.Abstractions;
using Plenum.Bacnet.Transport;

namespace Plenum.Bacnet.Tests.Transport;

/// <summary>A receiving thread that ends by a mistake says so, instead of leaving a deaf port or taking the process with it.</summary>
public sealed class UdpReceiveLoopTests
{
    [Fact]
    public async Task A_mistake_ends_the_thread_and_is_told()
    {
        using var socket = new Socket(AddressFamily.InterNetwork, SocketType.Dgram, ProtocolType.Udp);
        socket.Bind(new IPEndPoint(IPAddress.Loopback, 0));
        var loop = new UdpReceiveLoop(socket, "udp test", new TransportMeter(), NullLogger.Instance);
        loop.Start((_, _) => throw new InvalidOperationException("planted"));
        Assert.False(loop.Failed.IsCompleted);

        using var peer = new Socket(AddressFamily.InterNetwork, SocketType.Dgram, ProtocolType.Udp);
        peer.SendTo([1, 2, 3], socket.LocalEndPoint!);

        var mistake = await Assert.ThrowsAsync<InvalidOperationException>(() => loop.Failed.WaitAsync(TimeSpan.FromSeconds(30), TestContext.Current.CancellationToken));
        Assert.Equal("planted", mistake.Message);
        loop.Join();
    }

    [Fact]
    public void Being_stopped_is_no_mistake()
    {
        using var socket = new Socket(AddressFamily.InterNetwork, SocketType.Dgram, ProtocolType.Udp);
        socket.Bind(new IPEndPoint(IPAddress.Loopback, 0));
        var loop = new UdpReceiveLoop(socket, "udp test", new TransportMeter(), NullLogger.Instance);
        loop.Start((_, _) => { });

        loop.Stop();
        loop.Join();

        Assert.False(loop.Failed.IsCompleted);
    }
}
