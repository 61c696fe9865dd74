using System.Collections.Concurrent;
using Plenum.Bacnet.Protocol.Links;
using Plenum.Bacnet.Transport;

namespace Plenum.Bacnet.Simulator.Tests;

/// <summary>A network in memory: one thread carries every datagram, in order and without loss.</summary>
internal sealed class MemoryLan : IDisposable
{
    private readonly ConcurrentDictionary<DeviceAddress, Endpoint> _endpoints = new();
    private readonly BlockingCollection<(byte[] Datagram, DeviceAddress From, DeviceAddress? To)> _wire = [];
    private readonly Thread _carrier;

    public MemoryLan()
    {
        _carrier = new(Carry) { IsBackground = true };
        _carrier.Start();
    }

    public IDatagramTransport Attach(DeviceAddress address) => _endpoints[address] = new Endpoint(this, address);

    public void Dispose()
    {
        _wire.CompleteAdding();
        _carrier.Join();
        _wire.Dispose();
    }

    private void Carry()
    {
        foreach (var (datagram, from, to) in _wire.GetConsumingEnumerable())
        {
            if (to is { } one) _endpoints.GetValueOrDefault(one)?.Receive(datagram, from, broadcast: false);
            else foreach (var (address, endpoint) in _endpoints) if (address != from) endpoint.Receive(datagram, from, broadcast: true);
        }
    }

    private sealed class Endpoint(MemoryLan lan, DeviceAddress address) : IDatagramTransport
    {
        private readonly TransportMeter _meter = new();
        private IDatagramReceiver? _receiver;

        public DeviceAddress LocalAddress => address;

        public TransportCounters Counters => _meter.Snapshot;

        public void Start(IDatagramReceiver receiver) => _receiver = receiver;

        public bool TrySend(ReadOnlySpan<byte> datagram, DeviceAddress to) => lan._wire.TryAdd((datagram.ToArray(), address, to.Link));

        public bool TryBroadcast(ReadOnlySpan<byte> datagram) => lan._wire.TryAdd((datagram.ToArray(), address, null));

        public void Dispose() => lan._endpoints.TryRemove(address, out _);

        public void Receive(byte[] datagram, DeviceAddress from, bool broadcast) => _receiver?.OnDatagram(datagram, from, broadcast);
    }
}
