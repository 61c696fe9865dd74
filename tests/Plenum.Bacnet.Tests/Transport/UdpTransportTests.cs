using System.Net;
using System.Net.Sockets;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;
using Plenum.Bacnet.Protocol.Links;
using Plenum.Bacnet.Transport;
using Plenum.TestKit;

namespace Plenum.Bacnet.Tests.Transport;

public sealed class UdpTransportTests : IDisposable
{
    private readonly List<IDisposable> _opened = [];
    private readonly RecordingLogger _logger = new();

    [Fact]
    [Trait("Rule", "F5")]
    public void A_port_held_on_every_address_hears_unicast_and_broadcast()
    {
        var (everywhere, inbox) = Open("0.0.0.0");
        var (peer, _) = Open("127.0.12.1", options: new() { BroadcastPort = everywhere.LocalAddress.Port });

        peer.TryBroadcast([1]);
        Assert.Equal("01", inbox.Take().Bytes);
        peer.TrySend([2], new(IPAddress.Parse("127.0.0.1"), everywhere.LocalAddress.Port));
        Assert.Equal("02", inbox.Take().Bytes);
        Assert.Equal(0u, everywhere.LocalAddress.Ip);
    }

    [Fact]
    public void A_broadcast_address_held_by_another_is_said_and_unicast_still_works()
    {
        var (everywhere, _) = Open("0.0.0.0");
        var (impaired, inbox) = Open("127.0.25.1", options: new() { BroadcastPort = everywhere.LocalAddress.Port });

        everywhere.TrySend([1], impaired.LocalAddress);

        Assert.Equal("01", inbox.Take().Bytes);
        Assert.Equal(2, impaired.Impairments.Count);
        Assert.Contains($"Broadcasts to 127.255.255.255:{everywhere.LocalAddress.Port} are not heard", impaired.Impairments[0], StringComparison.Ordinal);
        Assert.Contains($"is held by process {Environment.ProcessId}", impaired.Impairments[0], StringComparison.Ordinal);
        Assert.Empty(everywhere.Impairments);
    }

    [Fact]
    [Trait("Rule", "F2")]
    public void A_second_hold_on_a_port_is_refused_and_names_this_process()
    {
        var (holder, _) = Open("127.0.13.1");

        var busy = Assert.Throws<PortBusyException>(() => Open("127.0.13.1", holder.LocalAddress.Port));

        Assert.Equal(Environment.ProcessId, busy.Owner?.ProcessId);
        Assert.Contains($"UDP port {holder.LocalAddress.Port} on 127.0.13.1 is held by process {Environment.ProcessId} (", busy.Message, StringComparison.Ordinal);
        Assert.Contains("Stop that program", busy.Message, StringComparison.Ordinal);
    }

    [Fact]
    [Trait("Rule", "F2")]
    public void A_port_held_on_one_address_cannot_be_held_on_all()
    {
        var (holder, _) = Open("127.0.14.1");

        Assert.Equal(Environment.ProcessId, Assert.Throws<PortBusyException>(() => Open("0.0.0.0", holder.LocalAddress.Port)).Owner?.ProcessId);
    }

    [Fact]
    [Trait("Rule", "F1")]
    public void Another_process_that_holds_the_port_is_named()
    {
        var port = FreePort("127.0.15.1");
        using var peer = Peer.Open("127.0.15.1", port);

        var busy = Assert.Throws<PortBusyException>(() => Open("127.0.15.1", port));

        Assert.Equal((peer.ProcessId, "UdpPeer"), (busy.Owner?.ProcessId, busy.Owner?.Name));
    }

    [Fact]
    public void A_host_that_is_no_address_of_this_machine_is_refused_with_those_that_are()
    {
        var absent = Assert.Throws<HostAddressException>(() => Open("192.0.2.1"));

        Assert.Contains("192.0.2.1 is not an address of this machine", absent.Message, StringComparison.Ordinal);
        Assert.Contains("127.0.0.1/8 (lo)", absent.Message, StringComparison.Ordinal);
    }

    [Fact]
    [Trait("Rule", "F21")]
    public void A_peer_whose_port_is_closed_does_not_end_reception()
    {
        var (client, inbox) = Open("127.0.16.1");
        var (server, _) = Open("127.0.16.2");
        DeviceAddress closed = new(IPAddress.Parse("127.0.16.3"), FreePort("127.0.16.3"));

        for (var time = 0; time < 10; time++) client.TrySend([0], closed);
        server.TrySend([1], client.LocalAddress);

        Assert.Equal("01", inbox.Take().Bytes);
    }

    [Fact]
    public void What_the_network_refuses_is_counted_and_not_thrown()
    {
        var (client, _) = Open("127.0.17.1");

        Assert.False(client.TrySend(new byte[70_000], client.LocalAddress));

        Assert.Equal((1, 0), (client.Counters.SendErrors, client.Counters.DatagramsOut));
        Assert.Contains(_logger.Entries, entry => entry is (LogLevel.Debug, 1007, _));
    }

    [Fact]
    public void A_datagram_longer_than_any_message_is_dropped_and_counted()
    {
        var (client, _) = Open("127.0.18.1");
        var (server, inbox) = Open("127.0.18.2");

        client.TrySend(new byte[4000], server.LocalAddress);
        client.TrySend([1], server.LocalAddress);

        Assert.Equal("01", inbox.Take().Bytes);
        Assert.Equal((1, 1), (server.Counters.ReceiveErrors, server.Counters.DatagramsIn));
    }

    [Fact]
    [Trait("Rule", "F22")]
    public void A_receiver_that_goes_on_throwing_is_logged_once()
    {
        using Inbox inbox = new();
        var server = Opened(UdpTransport.Open(new() { Host = IPAddress.Parse("127.0.19.1"), Port = 0 }, TimeProvider.System, _logger));
        server.Start(new Failing(2, inbox));
        var (client, _) = Open("127.0.19.2");

        for (byte number = 1; number <= 3; number++) client.TrySend([number], server.LocalAddress);

        Assert.Equal("03", inbox.Take().Bytes);
        Assert.Single(_logger.Entries, entry => entry is (LogLevel.Error, 1006, _));
    }

    [Fact]
    public void Nothing_is_allocated_for_a_datagram_in_steady_state()
    {
        const int warmUp = 200, measured = 2000;
        var (client, _) = Open("127.0.20.1");
        var server = Opened(UdpTransport.Open(new() { Host = IPAddress.Parse("127.0.20.2"), Port = 0 }, TimeProvider.System, NullLogger.Instance));
        using AllocationWatch watch = new(first: warmUp, last: warmUp + measured);
        server.Start(watch);

        long sending = 0;
        for (var number = 1; number <= warmUp + measured; number++)
        {
            var before = GC.GetAllocatedBytesForCurrentThread();
            client.TrySend([1, 2, 3, 4], server.LocalAddress);
            if (number > warmUp) sending += GC.GetAllocatedBytesForCurrentThread() - before;
            Assert.True(watch.Arrived.Wait(Inbox.Bound, TestContext.Current.CancellationToken));
        }

        Assert.Equal((0, 0), (sending, watch.Allocated));
    }

    [Fact]
    public void Disposing_ends_the_threads_and_frees_the_port()
    {
        var (transport, _) = Open("127.0.21.1");
        var name = $"udp {transport.LocalAddress}"[..15]; // what Linux keeps of a thread's name
        Assert.Contains(name, ThreadNames());

        transport.Dispose();

        // The thread has run to its end; the system takes its name off the list a moment later.
        Assert.True(SpinWait.SpinUntil(() => !ThreadNames().Contains(name), Inbox.Bound));
        Assert.False(transport.TrySend([1], transport.LocalAddress));
        Open("127.0.21.1", transport.LocalAddress.Port);
    }

    [Fact]
    public void A_receiver_may_dispose_its_transport()
    {
        using Disposing receiver = new(Opened(UdpTransport.Open(new() { Host = IPAddress.Parse("127.0.22.1"), Port = 0 }, TimeProvider.System, _logger)));
        receiver.Transport.Start(receiver);
        var (client, _) = Open("127.0.22.2");

        client.TrySend([1], receiver.Transport.LocalAddress);

        Assert.True(receiver.Done.Wait(Inbox.Bound, TestContext.Current.CancellationToken));
    }

    [Fact]
    public void A_mask_that_differs_from_the_interfaces_is_said_and_not_used()
    {
        var (sender, _) = Open("127.0.24.1", options: new() { PrefixLength = 24 });
        var (_, inbox) = Open("127.0.24.2", sender.LocalAddress.Port);

        sender.TryBroadcast([1]);

        Assert.Equal("01", inbox.Take().Bytes);
        Assert.Contains(_logger.Entries, entry => entry is (LogLevel.Warning, 1002, _));
    }

    public void Dispose() => _opened.ForEach(opened => opened.Dispose());

    private static int FreePort(string host)
    {
        using Socket probe = new(AddressFamily.InterNetwork, SocketType.Dgram, ProtocolType.Udp);
        probe.Bind(new IPEndPoint(IPAddress.Parse(host), 0));
        return ((IPEndPoint)probe.LocalEndPoint!).Port;
    }

    private static IEnumerable<string> ThreadNames() =>
        Directory.EnumerateDirectories("/proc/self/task").Select(task => File.ReadAllText($"{task}/comm").Trim());

    private (UdpTransport Transport, Inbox Inbox) Open(string host, int port = 0, UdpTransportOptions? options = null)
    {
        var transport = Opened(UdpTransport.Open((options ?? new()) with { Host = IPAddress.Parse(host), Port = port }, TimeProvider.System, _logger));
        var inbox = Opened(new Inbox());
        transport.Start(inbox);
        return (transport, inbox);
    }

    private T Opened<T>(T disposable) where T : IDisposable
    {
        _opened.Insert(0, disposable);
        return disposable;
    }

    private sealed class Failing(int times, IDatagramReceiver then) : IDatagramReceiver
    {
        private int _left = times;

        public void OnDatagram(ReadOnlySpan<byte> datagram, DeviceAddress from, bool broadcast)
        {
            if (_left-- > 0) throw new InvalidOperationException("a fault of the receiver");
            then.OnDatagram(datagram, from, broadcast);
        }
    }

    private sealed class Disposing(UdpTransport transport) : IDatagramReceiver, IDisposable
    {
        public UdpTransport Transport => transport;

        public ManualResetEventSlim Done { get; } = new();

        public void OnDatagram(ReadOnlySpan<byte> datagram, DeviceAddress from, bool broadcast)
        {
            transport.Dispose();
            Done.Set();
        }

        public void Dispose() => Done.Dispose();
    }

    private sealed class AllocationWatch(int first, int last) : IDatagramReceiver, IDisposable
    {
        private int _count;
        private long _atFirst;

        public SemaphoreSlim Arrived { get; } = new(0);

        public long Allocated { get; private set; } = -1;

        public void OnDatagram(ReadOnlySpan<byte> datagram, DeviceAddress from, bool broadcast)
        {
            _count++;
            if (_count == first) _atFirst = GC.GetAllocatedBytesForCurrentThread();
            if (_count == last) Allocated = GC.GetAllocatedBytesForCurrentThread() - _atFirst;
            Arrived.Release();
        }

        public void Dispose() => Arrived.Dispose();
    }
}
