namespace Plenum.Bacnet.Protocol.Apdu;

/// <summary>BACnetPDU (clause 20.1): the type in the first four bits of an APDU.</summary>
public enum PduType : byte
{
    /// <summary>BACnet-Confirmed-Request-PDU.</summary>
    ConfirmedRequest = 0,
    /// <summary>BACnet-Unconfirmed-Request-PDU.</summary>
    UnconfirmedRequest = 1,
    /// <summary>BACnet-SimpleACK-PDU.</summary>
    SimpleAck = 2,
    /// <summary>BACnet-ComplexACK-PDU.</summary>
    ComplexAck = 3,
    /// <summary>BACnet-SegmentACK-PDU.</summary>
    SegmentAck = 4,
    /// <summary>BACnet-Error-PDU.</summary>
    Error = 5,
    /// <summary>BACnet-Reject-PDU.</summary>
    Reject = 6,
    /// <summary>BACnet-Abort-PDU.</summary>
    Abort = 7,
}
