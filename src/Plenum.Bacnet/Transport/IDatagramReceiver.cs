using Plenum.Bacnet.Protocol.Links;

namespace Plenum.Bacnet.Transport;

/// <summary>Takes what an <see cref="IDatagramTransport"/> receives.</summary>
public interface IDatagramReceiver
{
    /// <summary>One datagram came in. Calls of one transport never overlap; they come on its receiving thread, which must not be held up.</summary>
    /// <param name="datagram">The whole datagram; the memory is used again after the call.</param>
    /// <param name="from">The IPv4 address and port it came from.</param>
    /// <param name="broadcast">Whether it is known to have been sent to a broadcast address; false when that is unknown.</param>
    void OnDatagram(ReadOnlySpan<byte> datagram, DeviceAddress from, bool broadcast);
}
