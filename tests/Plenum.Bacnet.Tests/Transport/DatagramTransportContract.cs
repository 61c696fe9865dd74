using Plenum.Bacnet.Protocol.Links;
using Plenum.Bacnet.Transport;
using Plenum.TestKit;

namespace Plenum.Bacnet.Tests.Transport;

/// <summary>What every transport does, over sockets or in memory.</summary>
public abstract class DatagramTransportContract : IDisposable
{
    private readonly List<IDisposable> _opened = [];

    [Fact]
    public void A_datagram_reaches_its_peer_and_the_answer_comes_back()
    {
        var (client, clientInbox) = Start(Open(1));
        var (server, serverInbox) = Start(Open(2));

        Assert.True(client.TrySend([0x81, 0x0A], server.LocalAddress));
        Assert.Equal(new("810A", client.LocalAddress, Broadcast: false), serverInbox.Take());
        Assert.True(server.TrySend([0x81, 0x0B, 0x00], client.LocalAddress));
        Assert.Equal(new("810B00", server.LocalAddress, Broadcast: false), clientInbox.Take());
        Assert.Equal(new TransportCounters(DatagramsIn: 1, BytesIn: 3, DatagramsOut: 1, BytesOut: 2, 0, 0, 0), client.Counters);
    }

    [Fact]
    public void What_lies_behind_a_router_is_sent_to_the_router()
    {
        var (client, _) = Start(Open(1));
        var (router, inbox) = Start(Open(2));

        client.TrySend([1], router.LocalAddress with { Remote = new(2001, 5, 1) });

        Assert.Equal("01", inbox.Take().Bytes);
    }

    [Fact]
    public void A_broadcast_reaches_every_other_on_the_port_and_not_its_sender()
    {
        var (sender, senderInbox) = Start(Open(1));
        var (_, first) = Start(Open(2, sender.LocalAddress.Port));
        var (last, second) = Start(Open(3, sender.LocalAddress.Port));

        Assert.True(sender.TryBroadcast([1, 2]));

        Assert.Equal(new("0102", sender.LocalAddress, Broadcast: true), first.Take());
        Assert.Equal(new("0102", sender.LocalAddress, Broadcast: true), second.Take());
        last.TryBroadcast([3]); // the first datagram that the sender hears: its own came before and was dropped
        Assert.Equal(new("03", last.LocalAddress, Broadcast: true), senderInbox.Take());
    }

    [Fact]
    public void A_receiver_that_throws_is_counted_and_does_not_end_reception()
    {
        using Inbox inbox = new();
        var server = Opened(Open(1));
        server.Start(new FailingOnce(inbox));
        var (client, _) = Start(Open(2));

        client.TrySend([1], server.LocalAddress);
        client.TrySend([2], server.LocalAddress);

        Assert.Equal("02", inbox.Take().Bytes);
        Assert.Equal((1, 2), (server.Counters.ReceiverFaults, server.Counters.DatagramsIn));
    }

    [Fact]
    public void Reception_begins_only_once()
    {
        var (transport, inbox) = Start(Open(1));

        Assert.Throws<InvalidOperationException>(() => transport.Start(inbox));
    }

    [Fact]
    public void A_disposed_transport_refuses_to_send_and_frees_its_address()
    {
        var (transport, _) = Start(Open(1));

        transport.Dispose();

        Assert.False(transport.TrySend([1], transport.LocalAddress));
        Assert.False(transport.TryBroadcast([1]));
        Start(Open(1, transport.LocalAddress.Port));
    }

    public void Dispose()
    {
        _opened.ForEach(opened => opened.Dispose());
        GC.SuppressFinalize(this);
    }

    /// <summary>Opens the transport of one of several hosts in one subnet, on a port of its choice unless told.</summary>
    protected abstract IDatagramTransport Open(byte host, int? port = null);

    private (IDatagramTransport Transport, Inbox Inbox) Start(IDatagramTransport transport)
    {
        var inbox = Opened(new Inbox());
        Opened(transport).Start(inbox);
        return (transport, inbox);
    }

    private T Opened<T>(T disposable) where T : IDisposable
    {
        _opened.Insert(0, disposable);
        return disposable;
    }

    private sealed class FailingOnce(IDatagramReceiver then) : IDatagramReceiver
    {
        private bool _failed;

        public void OnDatagram(ReadOnlySpan<byte> datagram, DeviceAddress from, bool broadcast)
        {
            if (!_failed)
            {
                _failed = true;
                throw new InvalidOperationException("a fault of the receiver");
            }
            then.OnDatagram(datagram, from, broadcast);
        }
    }
}
