namespace Plenum.Bacnet.Protocol.Bvlc;

/// <summary>BVLC functions of BACnet/IP (clause J.2).</summary>
public enum BvlcFunction : byte
{
    /// <summary>BVLC-Result: the answer to a request of the link layer.</summary>
    Result = 0x00,
    /// <summary>Write-Broadcast-Distribution-Table.</summary>
    WriteBroadcastDistributionTable = 0x01,
    /// <summary>Read-Broadcast-Distribution-Table.</summary>
    ReadBroadcastDistributionTable = 0x02,
    /// <summary>Read-Broadcast-Distribution-Table-Ack.</summary>
    ReadBroadcastDistributionTableAck = 0x03,
    /// <summary>Forwarded-NPDU: an NPDU that a BBMD passes on, with its origin.</summary>
    ForwardedNpdu = 0x04,
    /// <summary>Register-Foreign-Device.</summary>
    RegisterForeignDevice = 0x05,
    /// <summary>Read-Foreign-Device-Table.</summary>
    ReadForeignDeviceTable = 0x06,
    /// <summary>Read-Foreign-Device-Table-Ack.</summary>
    ReadForeignDeviceTableAck = 0x07,
    /// <summary>Delete-Foreign-Device-Table-Entry.</summary>
    DeleteForeignDeviceTableEntry = 0x08,
    /// <summary>Distribute-Broadcast-To-Network.</summary>
    DistributeBroadcastToNetwork = 0x09,
    /// <summary>Original-Unicast-NPDU.</summary>
    OriginalUnicastNpdu = 0x0A,
    /// <summary>Original-Broadcast-NPDU.</summary>
    OriginalBroadcastNpdu = 0x0B,
    /// <summary>Secure-BVLL.</summary>
    SecureBvll = 0x0C,
}

/// <summary>Result codes of BVLC-Result (clause J.2.1).</summary>
public enum BvlcResult : ushort
{
    /// <summary>Successful completion.</summary>
    Success = 0x0000,
    /// <summary>Write-Broadcast-Distribution-Table NAK.</summary>
    WriteBroadcastDistributionTableNak = 0x0010,
    /// <summary>Read-Broadcast-Distribution-Table NAK.</summary>
    ReadBroadcastDistributionTableNak = 0x0020,
    /// <summary>Register-Foreign-Device NAK.</summary>
    RegisterForeignDeviceNak = 0x0030,
    /// <summary>Read-Foreign-Device-Table NAK.</summary>
    ReadForeignDeviceTableNak = 0x0040,
    /// <summary>Delete-Foreign-Device-Table-Entry NAK.</summary>
    DeleteForeignDeviceTableEntryNak = 0x0050,
    /// <summary>Distribute-Broadcast-To-Network NAK.</summary>
    DistributeBroadcastToNetworkNak = 0x0060,
}
