using Plenum.Bacnet.Protocol.Services;

namespace Plenum.Bacnet.Protocol.Tests.Services;

/// <summary>What reads the services on data, lists, objects and files, and those that manage a device, and a message for each.</summary>
internal static class ObjectServices
{
    public static readonly IReadOnlyDictionary<string, Decoders.Decoder> Decoders = new Dictionary<string, Decoders.Decoder>
    {
        ["write-property-multiple"] = (octets, out error) => WritePropertyMultipleRequest.TryDecode(octets, out _, out error),
        ["write-property-multiple-error"] = (octets, out error) => WritePropertyMultipleError.TryDecode(octets, out _, out error),
        ["list-element"] = (octets, out error) => ListElementRequest.TryDecode(octets, out _, out error),
        ["element-error"] = (octets, out error) => ElementError.TryDecode(octets, out _, out error),
        ["create-object"] = (octets, out error) => CreateObjectRequest.TryDecode(octets, out _, out error),
        ["object"] = (octets, out error) => ObjectMessage.TryDecode(octets, out _, out error),
        ["read-range"] = (octets, out error) => ReadRangeRequest.TryDecode(octets, out _, out error),
        ["read-range-ack"] = (octets, out error) => ReadRangeAck.TryDecode(octets, out _, out error),
        ["read-file"] = (octets, out error) => AtomicReadFileRequest.TryDecode(octets, out _, out error),
        ["read-file-ack"] = (octets, out error) => AtomicReadFileAck.TryDecode(octets, out _, out error),
        ["write-file"] = (octets, out error) => AtomicWriteFileRequest.TryDecode(octets, out _, out error),
        ["write-file-ack"] = (octets, out error) => AtomicWriteFileAck.TryDecode(octets, out _, out error),
        ["private-transfer"] = (octets, out error) => PrivateTransfer.TryDecode(octets, out _, out error),
        ["private-transfer-error"] = (octets, out error) => PrivateTransferError.TryDecode(octets, out _, out error),
        ["text-message"] = (octets, out error) => TextMessageRequest.TryDecode(octets, out _, out error),
        ["device-communication-control"] = (octets, out error) => DeviceCommunicationControlRequest.TryDecode(octets, out _, out error),
        ["reinitialize-device"] = (octets, out error) => ReinitializeDeviceRequest.TryDecode(octets, out _, out error),
        ["time-synchronization"] = (octets, out error) => TimeSynchronizationRequest.TryDecode(octets, out _, out error),
        ["write-group"] = (octets, out error) => WriteGroupRequest.TryDecode(octets, out _, out error),
        ["who-am-i"] = (octets, out error) => WhoAmIRequest.TryDecode(octets, out _, out error),
        ["you-are"] = (octets, out error) => YouAreRequest.TryDecode(octets, out _, out error),
    };

    /// <summary>As <see cref="Services.Decoders.Messages"/>.</summary>
    public static TheoryData<string, string, int[]> Messages => new()
    {
        { "write-property-multiple", "0C 00800005 1E 09 55 19 02 2E 44 42860000 2F 39 08 09 6F 2E 82 0400 2F 1F 0C 00800006 1E 1F", [0, 27] },
        { "write-property-multiple-error", "0E 91 02 91 09 0F 1E 0C 00800006 19 55 29 02 1F", [] },
        { "list-element", "0C 03C00003 19 66 29 01 3E 82 01FE B4 08000000 B4 12000000 1E 75 02 0041 1F 2D 05 0102030405 3F", [] },
        { "element-error", "0E 91 02 91 09 0F 19 03", [] },
        { "create-object", "0E 1C 0280000D 0F 1E 09 4D 2E 75 04 00 415246 2F 09 57 19 01 2E 00 2F 39 10 1F", [7] },
        { "create-object", "0E 0A 0080 0F", [] },
        { "object", "C4 0280000D", [] },
        { "read-range", "0C 05000001 19 83 29 01 3E 21 01 32 FF00 3F", [7, 9] },
        { "read-range", "0C 05000001 19 83 6E 23 013561 31 0A 6F", [7] },
        { "read-range", "0C 05000001 19 83 7E A4 7E0B16FF B4 081E0000 31 64 7F", [7] },
        { "read-range-ack", "0C 05000001 19 83 3A 05A0 49 01 5E 0E A4 7E0B1607 B4 13361B00 0F 1E 2C 41900000 1F 2A 0400 5F 6B 013561", [36] },
        { "read-file", "C4 02800001 0E 31 00 22 05C4 0F", [] },
        { "read-file", "C4 02800001 1E 32 FF7F 21 03 1F", [] },
        { "read-file-ack", "10 0E 31 00 65 06 010203040506 0F", [] },
        { "read-file-ack", "11 1E 31 0E 21 02 61 01 65 05 0102030405 1F", [] },
        { "write-file", "C4 02800002 1E 31 FF 21 01 62 0102 1F", [] },
        { "write-file-ack", "0A 0400", [] },
        { "private-transfer", "0A 0104 19 08 2E 44 4290CCCD 1E 62 1649 1F 2F", [5] },
        { "private-transfer-error", "0E 91 05 91 00 0F 19 19 29 08 3E 21 03 3F", [10] },
        { "text-message", "0C 02000005 1E 09 07 1F 29 01 3D 06 00 68656C6C6F", [] },
        { "text-message", "0C 02000005 1E 1B 00 4142 1F 29 00 3B 00 4344", [] },
        { "device-communication-control", "0A 00F0 19 02 2D 08 00 23656762646621", [5] },
        { "reinitialize-device", "09 07 1D 09 00 4162436445664768", [2] },
        { "time-synchronization", "A4 7E0B1607 B4 122D1E46", [] },
        { "write-group", "0B 010000 19 08 2E 09 0C 44 42860000 0A 010D 19 0A 0E 09 05 0F 2F 39 01", [24] },
        { "who-am-i", "22 0104 75 10 00 526F6F6D20436F6E74726F6C6C6572 75 08 00 534E2D30303432", [] },
        { "you-are", "22 0104 73 00 4142 74 00 313233 C4 020004D2 65 06 C0A80114BAC0", [12, 17] },
    };
}
