namespace Plenum.Bacnet.Protocol.Npdu;

/// <summary>Messages of the network layer itself (clause 6.2.4). 0x14..0x7F are reserved; 0x80..0xFF are a vendor's, whose number stands first in their content.</summary>
public enum NetworkMessageType : byte
{
    /// <summary>Who-Is-Router-To-Network.</summary>
    WhoIsRouterToNetwork = 0x00,
    /// <summary>I-Am-Router-To-Network.</summary>
    IAmRouterToNetwork = 0x01,
    /// <summary>I-Could-Be-Router-To-Network.</summary>
    ICouldBeRouterToNetwork = 0x02,
    /// <summary>Reject-Message-To-Network.</summary>
    RejectMessageToNetwork = 0x03,
    /// <summary>Router-Busy-To-Network.</summary>
    RouterBusyToNetwork = 0x04,
    /// <summary>Router-Available-To-Network.</summary>
    RouterAvailableToNetwork = 0x05,
    /// <summary>Initialize-Routing-Table.</summary>
    InitializeRoutingTable = 0x06,
    /// <summary>Initialize-Routing-Table-Ack.</summary>
    InitializeRoutingTableAck = 0x07,
    /// <summary>Establish-Connection-To-Network.</summary>
    EstablishConnectionToNetwork = 0x08,
    /// <summary>Disconnect-Connection-To-Network.</summary>
    DisconnectConnectionToNetwork = 0x09,
    /// <summary>What-Is-Network-Number; it has no content.</summary>
    WhatIsNetworkNumber = 0x12,
    /// <summary>Network-Number-Is.</summary>
    NetworkNumberIs = 0x13,
}
