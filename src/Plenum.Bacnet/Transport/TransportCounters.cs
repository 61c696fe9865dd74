namespace Plenum.Bacnet.Transport;

/// <summary>What a transport has carried since it was opened.</summary>
/// <param name="DatagramsIn">Datagrams received from others.</param>
/// <param name="BytesIn">Octets of UDP payload received from others.</param>
/// <param name="DatagramsOut">Datagrams handed to the network; a broadcast counts once for each address it went to.</param>
/// <param name="BytesOut">Octets of UDP payload handed to the network.</param>
/// <param name="SendErrors">Datagrams that the network refused.</param>
/// <param name="ReceiveErrors">Receptions that failed, and datagrams longer than any BACnet message, which are dropped.</param>
/// <param name="ReceiverFaults">Datagrams that the receiver answered with an exception.</param>
public readonly record struct TransportCounters(
    long DatagramsIn, long BytesIn, long DatagramsOut, long BytesOut, long SendErrors, long ReceiveErrors, long ReceiverFaults);
